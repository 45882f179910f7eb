import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { asWritten, paired, patternOf, remembered, shortened } from '../../vite.lighter.ts';

/** As Paraglide compiles a text for a build, one module each. */
const compiled = (sv: string, en: string) => `/* eslint-disable */
import { getLocale, experimentalStaticLocale } from '../runtime.js';

const sv_a_text = /** @type {(inputs: A_TextInputs) => LocalizedString} */ ${sv}

const en_a_text = /** @type {(inputs: A_TextInputs) => LocalizedString} */ ${en}

export const a_text = /** @type {((inputs?: A_TextInputs) => LocalizedString)} */ ((inputs = {}, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en") return en_a_text(inputs)
	return sv_a_text(inputs)
});`;
const plain = (text: string) => `() => {\n\treturn /** @type {LocalizedString} */ (\`${text}\`)\n};`;
const withValue = '(i) => {\n\treturn /** @type {LocalizedString} */ (`${i?.shown} hits`)\n};';

test('a text without values is sent as its words', () => {
	const short = shortened(compiled(plain('Så \\`här\\`'), plain('Like\\nthis')));
	expect(short).toContain('export const a_text = /* @__PURE__ */ said(`Så \\`här\\``, `Like\\nthis`);');
});

test('a text with a value in either language is sent as compiled', () => {
	expect(shortened(compiled(withValue, withValue))).toBeUndefined();
	expect(shortened(compiled(plain('Träffar'), withValue))).toBeUndefined();
	expect(shortened(`${compiled(plain('Träffar'), plain('Hits'))}\nexport const other = 1;`)).toBeUndefined();
});

test('the addresses of pages are sent as pairs that mean the same', async () => {
	const file = new URL('../../src/text/generated/runtime.js', import.meta.url);
	const compiled = readFileSync(file, 'utf8').match(/^export const urlPatterns = \[\n[\s\S]*?\n\];$/m)![0];
	const short = paired(compiled);
	expect(short.length).toBeLessThan(compiled.length / 3);
	const listOf = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`);
	expect((await listOf(short)).urlPatterns).toEqual((await listOf(compiled)).urlPatterns);
	const other = compiled.replace('"/en/search"', '"https://en.samlas.example/search"');
	expect(paired(other), 'anything else is sent as compiled').toBe(other);
});

/** All patterns of pages, in both languages, each once; and an address that fits each. */
async function addresses() {
	const { urlPatterns } = await import('../../src/text/generated/runtime.js');
	const patterns = new Set(
		urlPatterns.flatMap(({ pattern, localized }) => [pattern, ...localized.map(([, path]) => path)]),
	);
	const paths = [...patterns].map((path) => path.replace(':path(.*)?', 'x/y').replaceAll(/:\w+/g, 'a-b'));
	return { patterns, paths };
}

test('a pattern that is asked only where it can fit says what it says when it is always asked', async () => {
	const { patterns, paths } = await addresses();
	const made = await import(`data:text/javascript,${encodeURIComponent(`${patternOf}\nexport { patternOf };`)}`);
	const ways = [(one: string) => one, (one: string) => `${one}/`, (one: string) => `${one}?q=/sok#a`];
	const asked = [...ways.flatMap((way) => paths.map(way)), '/e', '/enx', '/en', '//'];
	const otherwise: string[] = [];
	for (const origin of ['http://localhost:3000', 'https://a.se', 'http://[::1]:80', 'http://a'])
		for (const pattern of patterns) {
			const plain = new URLPattern(pattern, origin);
			for (const path of asked) {
				const { href } = new URL(origin + path);
				const said = made.patternOf(pattern, href).exec(href)?.pathname;
				if (!isDeepStrictEqual(said, plain.exec(href)?.pathname)) otherwise.push(`${pattern} ${href}`);
			}
		}
	expect(otherwise).toEqual([]);
});

test('of the address that a pattern is resolved against, only the host matters', async () => {
	const { patterns, paths } = await addresses();
	for (const [place, pattern] of [...patterns].entries())
		for (const base of ['', '/', '/en', '/sok?q=/sok#a', '/en/venue/a-b/', '//']) {
			const { href } = new URL(`https://a.se${paths[place]}`);
			const against = new URLPattern(pattern, new URL(`https://a.se${base}`).href);
			expect(against.exec(href)?.pathname).toEqual(new URLPattern(pattern, 'https://a.se').exec(href)!.pathname);
		}
});

test('a link that is left as it is written leads where it would have been led', async () => {
	const file = new URL('../../src/text/generated/runtime.js', import.meta.url);
	const compiled = readFileSync(file, 'utf8').replace(/^import .*$/m, '');
	const once = `${compiled.replaceAll('new URLPattern(', 'patternOf(')}\n${patternOf}`;
	const [led, made] = await Promise.all(
		[once, asWritten(once)].map((code) => import(`data:text/javascript,${encodeURIComponent(code)}`)),
	);
	const { paths } = await addresses();
	const more = ['/en', '/en?q=a', '/en#a', '/english', '//elsewhere.example/a', '/\\elsewhere.example', '?q=a', '#a'];
	let left = 0;
	for (const path of [...paths, ...paths.map((one) => `${one}?q=a%20b&place=/en#c`), ...more])
		for (const locale of ['sv', 'en']) {
			const href = made.localizeHref(path, { locale });
			expect(href, `${path} ${locale}`).toBe(led.localizeHref(path, { locale }));
			left += Number(href === path);
		}
	expect(left).toBeGreaterThan(paths.length);
	expect(asWritten(compiled), 'it is where it was looked for').not.toBe(compiled);
});

test('a link that is remembered leads where it led, whatever was done with what was given before', async () => {
	const file = new URL('../../src/text/generated/runtime.js', import.meta.url);
	const compiled = readFileSync(file, 'utf8').replace(/^import .*$/m, '');
	const light = `${compiled.replaceAll('new URLPattern(', 'patternOf(')}\n${patternOf}`;
	const [anew, made] = await Promise.all(
		[light, remembered(light)].map((code) => import(`data:text/javascript,${encodeURIComponent(code)}`)),
	);
	const { paths } = await addresses();
	const long = `/sok?q=${'a'.repeat(400)}`;
	const asked = [...paths, ...paths.map((one) => `${one}?q=a%20b#c`), '/en', '/english', long];
	for (const origin of ['http://localhost:3000', 'https://a.se'])
		for (const path of asked)
			for (const turn of ['first', 'again', 'once more']) {
				const url = new URL(path, origin);
				for (const locale of ['sv', 'en']) {
					const given = made.localizeUrl(url, { locale });
					expect(given.href, `${path} ${locale} ${turn}`).toBe(anew.localizeUrl(url, { locale }).href);
					given.pathname = '/spoilt';
				}
				const given = made.deLocalizeUrl(url.href);
				expect(given.href, `${path} ${turn}`).toBe(anew.deLocalizeUrl(url.href).href);
				given.pathname = '/spoilt';
			}
	expect(remembered(compiled).match(/once\(/g), 'both are where they were looked for').toHaveLength(3);
});
