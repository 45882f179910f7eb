import { expect, test } from 'vitest';
import { wordsOfPath } from '../../src/domain/guess.ts';
import { breadcrumbData, collectionData, websiteData } from '../../src/domain/site-data.ts';
import { xml } from '../../src/domain/xml.ts';
import { plainPage } from '../../src/server/plain-page.ts';
import { wishedLocale } from '../../src/text/wish.ts';
import { organisation, publish, testStore, venue } from '../store.ts';

test.each([
	['/forening/halmstads-schack', 'halmstads schack'],
	['/en/organisation/halmstads-schack/error', 'halmstads schack'],
	['/lokal/%C3%85sens-bygdeg%C3%A5rd/fel', 'Åsens bygdegård'],
	['/kommun/halmstad.html', 'halmstad'],
	['/%E0%A4%A', ''],
	['/', ''],
	['/2024/11/', ''],
	[`/forening/${'lång-'.repeat(100)}`, 'lång '.repeat(16).trim()],
])('a lost address is searched for by its words: %s', (path, words) => {
	expect(wordsOfPath(path)).toBe(words);
});

test.each([
	['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
	['en-GB,en;q=0.9', 'en'],
	['so,en;q=0.8', 'en'],
	['nb-NO,nb;q=0.9', 'sv'],
	['en;q=0.3, sv;q=0.9', 'sv'],
	['sv;q=0, ar', 'en'],
	['*', null],
	['', null],
	[null, null],
	[';;q=', null],
])('the language that a browser asks for: %s', (header, locale) => {
	expect(wishedLocale(header)).toBe(locale);
});

test('what is put into XML stays text', () => {
	expect(xml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;');
});

test('what the server itself refuses is a page in the language of the address, with words for the status', () => {
	const { html, policy } = plainPage(429, '/en/about');
	expect(html).toContain('<html lang="en">');
	expect(html).toContain('Too many tries');
	expect(policy).not.toContain('unsafe');
	expect(plainPage(429, '/om').html).toContain('Det blev för många försök');
	expect(plainPage(502, '/om').html).toContain('Något gick fel hos oss');
	expect(plainPage(414, '/englar').html).toContain('<html lang="sv">');
});

test('the way to a page, the pages it gathers and the search, for machines', () => {
	const step = { name: 'Schack', url: 'https://samlas.example/tema/chess' };
	expect(breadcrumbData([step]).itemListElement).toEqual([
		{ '@type': 'ListItem', position: 1, name: 'Schack', item: step.url },
	]);
	expect(collectionData({ ...step, description: 'x' }, [step], 194)).toMatchObject({
		'@type': 'CollectionPage',
		mainEntity: { numberOfItems: 194, itemListElement: [{ position: 1, url: step.url }] },
	});
	const site = { name: 'Samlas', url: 'https://samlas.example/', description: 'x', language: 'sv' };
	expect(websiteData(site, 'https://samlas.example/sok')).toMatchObject({
		potentialAction: { target: { urlTemplate: 'https://samlas.example/sok?q={words}' } },
	});
});

test('the sitemap has every public entry once, in parts by id', async () => {
	const store = await testStore();
	const names = ['Alm', 'Björk', 'Ek', 'Gran', 'Tall'];
	const ids = await publish(store, ...names.map((name) => organisation({ name: `Föreningen ${name}` })), venue());
	await store.transaction((tx) => tx.listings.archive(ids[1]!, 'gone', 0));
	const { addresses, addressParts } = store.municipalities;
	const parts = await addressParts(2);
	const slugs = await Promise.all(parts.map(({ part }) => addresses(part * 2, part * 2 + 1)));
	expect(slugs.every((some) => some.length > 0 && some.length <= 2)).toBe(true);
	expect(slugs.flat()).toEqual(await addresses());
	expect(slugs.flat().map(({ slug }) => slug)).not.toContain('foreningen-bjork');
	expect(slugs.flat()).toHaveLength(5);
});
