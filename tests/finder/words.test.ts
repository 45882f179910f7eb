import { describe, expect, test } from 'vitest';
import type { IndexRow } from '../../src/domain/face.ts';
import { everything } from '../../src/domain/query.ts';
import { guess } from '../../src/finder/misspelt.ts';
import { distance, lettersOf, topicOf } from '../../src/finder/relation.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { stemOf } from '../../src/finder/stems.ts';
import { Vocabulary } from '../../src/finder/vocabulary.ts';
import { NOW } from '../store.ts';
import { blank } from './invented.ts';

const rows: Partial<IndexRow>[] = [
	{ name: 'Ljungåsa Schacksällskap', themes: ['chess'] },
	{ name: 'Träffen', themes: ['language_cafe'], municipality: '2480' },
	{ name: 'Sjöviks flickfotboll', themes: ['football'] },
	{
		name: 'Ängdala samlingslokal',
		kind: 'venue',
		venueKind: 'bygdegard',
		equipment: ['kitchen'],
		places: ['Oskarström'],
	},
	{ name: 'Kören Klang', descriptions: ['Vi övar i bygdegården varje onsdag'] },
	{ name: 'Örnarnas BK', organisationNumber: '8020001234' },
	{ name: 'جمعية السلام', themes: ['cultural_community'], languages: ['ar'] },
	{ name: 'Gympa för alla', kind: 'activity', themes: ['gymnastics'], places: ['Oskarström'] },
	{ name: 'Hästens vänner', themes: ['equestrian'] },
	{ name: 'Pensionärskaffe', themes: ['seniors'] },
	{ name: 'Nordviks Bordtennisklubb' },
	{ name: 'Nordviks biodlarskola', themes: ['animals'] },
	{ name: 'Västra Skogvarps lokalförening' },
	{ name: 'Segelsällskapet Vågen' },
	{ name: 'Vågens föräldrar mot brottslighet' },
	{ name: 'Ugglans fågelvänner', themes: ['animals'] },
	{ name: 'Lommens fågelklubb', themes: ['animals'] },
	{ name: 'Lommens gille', keywords: ['Knyppling', 'Övriga föreningar'] },
];
const index = new SearchIndex(
	new Map([
		['1380', 'Halmstad'],
		['2480', 'Umeå'],
	]),
);
rows.forEach((row, place) => {
	index.put({ ...blank, ...row, id: place + 1 } as IndexRow);
});
const find = (q: string) => index.search({ ...everything, q }, NOW).hits.map(({ id }) => rows[id - 1]!.name);

describe('words as people type them', () => {
	test.each([
		['schack', 'Ljungåsa Schacksällskap', 'the word itself'],
		['SCHACK', 'Ljungåsa Schacksällskap', 'capitals'],
		['ljungasa', 'Ljungåsa Schacksällskap', 'å typed as a'],
		['ornarna', 'Örnarnas BK', 'ö typed as o'],
		['schak', 'Ljungåsa Schacksällskap', 'a letter forgotten'],
		['scahck', 'Ljungåsa Schacksällskap', 'letters swapped'],
		['språkcafe', 'Träffen', 'another spelling of the theme'],
		['prata svenska', 'Träffen', 'what it is for'],
		['language café', 'Träffen', 'in English'],
		['fotboll', 'Sjöviks flickfotboll', 'the end of a compound'],
		['lokal', 'Ängdala samlingslokal', 'the end of another'],
		['bygdegård', 'Ängdala samlingslokal', 'the kind of venue'],
		['kök', 'Ängdala samlingslokal', 'equipment'],
		['körer', 'Kören Klang', 'the plural'],
		['kör', 'Kören Klang', 'the indefinite form'],
		['gymp', 'Gympa för alla', 'the beginning'],
		['gymnastik oskarström', 'Gympa för alla', 'theme and place'],
		['språkkafé i Umeå', 'Träffen', 'theme and municipality with a small word between'],
		['lära mig svenska', 'Träffen', 'as one would say it'],
		['finns nagon schackklubb för oss', 'Ljungåsa Schacksällskap', 'as a question'],
		['802000-1234', 'Örnarnas BK', 'an organisation number'],
		['8020001234', 'Örnarnas BK', 'the same in ten digits'],
		['802000 1234', 'Örnarnas BK', 'with a blank'],
		['16802000-1234', 'Örnarnas BK', 'in twelve digits'],
		['SE802000123401', 'Örnarnas BK', 'as a VAT number'],
		['السلام', 'جمعية السلام', 'another script'],
		['arabiska', 'جمعية السلام', 'a language spoken'],
		['ridning', 'Hästens vänner', 'the theme of a name that does not say it'],
		['pensionärer', 'Pensionärskaffe', 'a word within a compound'],
		['seniorer', 'Pensionärskaffe', 'another word for them'],
		['pingis', 'Nordviks Bordtennisklubb', 'another word for it, within a compound'],
		['biodlnig', 'Nordviks biodlarskola', 'that word misspelt'],
		['biodling', 'Nordviks biodlarskola', 'what is done, for those who do it'],
		['segling', 'Segelsällskapet Vågen', 'what is done, for what it is done with'],
		['seglare', 'Segelsällskapet Vågen', 'who does it'],
		['schackspelare', 'Ljungåsa Schacksällskap', 'somebody who does it'],
		['fåglar', 'Lommens fågelklubb', 'a vowel that goes in the plural'],
		['spela schack', 'Ljungåsa Schacksällskap', 'a verb that says nothing'],
		['knyppla', 'Lommens gille', 'what the register says that it does'],
		['fågelspaning', 'Lommens fågelklubb', 'a compound that nobody has written'],
	])('%s finds %s: %s', (q, name) => {
		expect(find(q)).toContain(name);
	});

	test.each([
		['tennis', 'Nordviks Bordtennisklubb', 'another sport'],
		['lokal', 'Västra Skogvarps lokalförening', 'no premises'],
		['pensionärer', 'Vågens föräldrar mot brottslighet', 'older, but not that old'],
		['brottning', 'Vågens föräldrar mot brottslighet', 'crime'],
		['varpa', 'Västra Skogvarps lokalförening', 'a village that ends so'],
	])('%s does not find %s: %s', (q, name) => {
		expect(find(q)).not.toContain(name);
	});

	test.each([['schack umeå'], ['fotboll kök'], ['qqqq'], ['!!!'], ['🎉']])('%s finds nothing', (q) => {
		expect(find(q)).toEqual([]);
	});

	test('the best stands first: a name before a description', () => {
		expect(find('bygdegård')[0]).toBe('Ängdala samlingslokal');
		expect(find('kör')[0]).toBe('Kören Klang');
	});

	test('what does one thing stands before what does many', () => {
		const many = new SearchIndex(new Map());
		many.put({ ...blank, id: 1, name: 'Allting', themes: ['swimming', 'chess', 'music', 'dance', 'football'] });
		many.put({ ...blank, id: 2, name: 'Laxen', themes: ['swimming'] });
		expect(many.search({ ...everything, q: 'simma' }, NOW).hits.map(({ id }) => id)).toEqual([2, 1]);
	});

	test('letters as they were typed stand first, and a and o still find å, ä and ö', () => {
		const index = new SearchIndex(new Map());
		const names = ['Korpen', 'Kören Klang', 'Korgmakarna', 'Sjöbo Kör', 'Kör'];
		for (const [place, name] of names.entries()) index.put({ ...blank, id: place + 1, name });
		const order = (q: string) => index.search({ ...everything, q }, NOW).hits.map(({ id }) => names[id - 1]);
		expect(order('kör').slice(0, 3)).toEqual(['Kör', 'Sjöbo Kör', 'Kören Klang']);
		expect(order('kor')).toEqual(expect.arrayContaining(['Kör', 'Sjöbo Kör']));
		expect(order('korpen')[0]).toBe('Korpen');
	});

	test('a name that is just what was asked for stands first, also typed without its marks', () => {
		const index = new SearchIndex(new Map());
		const names = ['Åsa Åsa hembygd, Åsa', 'Åsa', 'Åsa IF', 'Asa', 'Vännerna i Åsa'];
		for (const [place, name] of names.entries())
			index.put({ ...blank, id: place + 1, name, dormant: place === 1, confirmedAt: place === 1 ? null : NOW });
		const order = (q: string) => index.search({ ...everything, q }, NOW).hits.map(({ id }) => names[id - 1]);
		expect(order('Åsa').slice(0, 1)).toEqual(['Åsa']);
		expect(order('asa').slice(0, 2)).toEqual(['Asa', 'Åsa']);
		expect(order('Åsa IF')[0]).toBe('Åsa IF');
	});

	test('a misspelt word tells what it was read as; taken literally it is left alone', () => {
		const asked = { ...everything, q: 'Shcack umeå' };
		expect(index.search({ ...everything, q: 'shcack' }, NOW)).toMatchObject({ total: 1, readAs: 'schack' });
		expect(index.search({ ...everything, q: 'sprkåkafé, i Umea' }, NOW).readAs).toBe('språkkafé, i Umea');
		expect(index.search({ ...everything, q: 'shcack', literal: true }, NOW)).toMatchObject({ total: 0, readAs: null });
		expect(index.search({ ...everything, q: 'shcack', literal: true }, NOW).widen).toEqual({
			drop: 'literal',
			count: 1,
		});
		expect(index.search(asked, NOW)).toMatchObject({ total: 0, readAs: null });
		for (const q of ['schack', 'ljungasa', 'gymp', 'xyzzyq'])
			expect(index.search({ ...everything, q }, NOW).readAs).toBeNull();
	});

	test('a club is found as a club though it does not say so, and after those that do', () => {
		expect(find('schackklubb')).toContain('Ljungåsa Schacksällskap');
		expect(find('schack klubb')).toEqual(['Ljungåsa Schacksällskap']);
		expect(find('en förening för hästar')).toEqual(['Hästens vänner']);
	});

	test.each([
		['schack umeå', 'schack'],
		['innebandyxyz schack', 'schack'],
		['var finns xyzzyq schack qqqwww för barnbarnen', 'schack'],
	])('when %s finds nothing, %s is offered', (q, words) => {
		const { total, widen } = index.search({ ...everything, q }, NOW);
		expect([total, widen?.drop, widen?.words]).toEqual([0, 'q', words]);
		expect(widen!.count).toBe(index.search({ ...everything, q: words }, NOW).total);
	});

	test.each(['en xyzzyq', 'xyzzyq', 'xyzzyq qqqwww'])('when %s finds nothing, everything is no help', (q) => {
		expect(index.search({ ...everything, q }, NOW)).toMatchObject({ total: 0, widen: null });
	});

	test('a word that nobody has written and a day on which nothing is are given up together', () => {
		const { widen } = index.search({ ...everything, q: 'xyzzyq schack', weekday: ['mon'] }, NOW);
		const { total } = index.search({ ...everything, q: 'schack' }, NOW);
		expect(widen).toEqual({ drop: 'q', words: 'schack', also: ['weekday'], count: total });
	});

	test('hostile text answers quickly and finds nothing it should not', () => {
		for (const q of [
			'"',
			"'; DROP TABLE listings",
			'a OR b',
			'NEAR(',
			'(a+)+$'.repeat(20),
			'\u202e\u0000',
			'å'.repeat(200),
		])
			expect(() => find(q)).not.toThrow();
	});
});

test.each([
	['schack', 'schack', 0],
	['schack', 'schak', 1],
	['schack', 'scahck', 1],
	['kattegatt', 'kategat', 2],
	['fotboll', 'handboll', 4],
])('%s and %s are %i edits apart', (a, b, edits) => {
	expect(distance(a, b, 5)).toBe(edits);
});

test.each([
	['schackklubb', 'schack'],
	['handbollslag', 'handboll'],
	['idrottsforeningen', 'idrott'],
	['schackspelare', 'schack'],
	['simskola', 'sim'],
	['lokalforening', null],
	['forskola', null],
	['scoutkar', 'scout'],
	['fiskar', null],
	['schack', null],
	['forening', null],
	['slag', null],
])('%s is about %s', (word, topic) => {
	expect(topicOf(word)).toBe(topic);
});

test.each([
	['motorcyklar', 'mc'],
	['brottning', 'brottare'],
	['orkestrar', 'orkester'],
	['kyrkan', 'kyrkor'],
	['fagel', 'faglar'],
	['simning', 'simma'],
	['handikapp', 'funktionsnedsattning'],
	['kurs', 'kursen'],
	['plats', 'platser'],
	['krets', 'kretsen'],
	['halmstad', 'halmstads'],
	['hemland', 'hemlandet'],
	['cykel', 'cykeln'],
	['dator', 'datorn'],
	['rum', 'rummet'],
	['lager', 'lagret'],
	['innebandy', 'innebandyn'],
	['demokrati', 'demokratin'],
	['judo', 'judon'],
	['studio', 'studion'],
	['kafe', 'kafeer'],
	['digital', 'digitalt'],
	['museum', 'museet'],
])('%s and %s are the same', (a, b) => {
	expect(stemOf(a)).toBe(stemOf(b));
});

test.each([
	['bildning', 'bild'],
	['orientering', 'orientalisk'],
	['vasteras', 'vastra'],
	['strangnas', 'strangar'],
	['salt', 'sal'],
	['vilt', 'vila'],
	['malmon', 'malmo'],
	['marina', 'maria'],
	['plats', 'platt'],
	['kallbad', 'kallby'],
	['funktionshindrad', 'rad'],
])('%s and %s are not', (a, b) => {
	expect(stemOf(a)).not.toBe(stemOf(b));
});

/** The words of an index that a misspelt one can have been meant as. */
function meantBy(asked: string, words: readonly string[]): string[] {
	const vocabulary = new Vocabulary();
	for (const word of words) vocabulary.add(word);
	const found: string[] = [];
	vocabulary.misspelt(
		asked,
		{ countOf: (number) => (words[number]!.startsWith('alla') ? 60 : 10), size: 100 * 5 },
		(number) => found.push(words[number]!),
	);
	return found.sort();
}

test('a misspelling finds what the nearest word finds, and only where one edit finds nothing two are tried', () => {
	expect(meantBy('brotning', ['brottning', 'brottarklubb', 'boxning'])).toEqual(['brottarklubb', 'brottning']);
	const known = {
		words: ['boxning'],
		letters: Int32Array.of(lettersOf('boxning')),
		numberOf: () => undefined,
		countOf: () => 1,
		size: 1,
	};
	expect(guess('boxnign', known).nearest).toEqual([0]);
	expect(guess('simning', known)).toEqual({ nearest: [], weight: 0.35, meant: [] });
});

test('what has another letter is no misspelling of a word that nearly everybody has', () => {
	const words = ['klubb', 'förening', 'kubb', 'allas'];
	expect(meantBy('krubb', words)).toEqual(['kubb']);
	for (const [slip, word] of [
		['klub', 'klubb'],
		['clubb', 'klubb'],
		['klbub', 'klubb'],
		['föremning', 'förening'],
		['allaz', 'allas'],
	] as const)
		expect(meantBy(slip, words)).toEqual([word]);
	expect(meantBy('allar', words)).toEqual([]);
});

test('a compound of words that only the terms know is one for what they are', () => {
	const terms = new SearchIndex(new Map());
	terms.put({ ...blank, id: 1, name: 'Ugglan', themes: ['literature'] } as IndexRow);
	terms.put({ ...blank, id: 2, name: 'Linden', themes: ['dogs'] } as IndexRow);
	const answer = terms.search({ ...everything, q: 'diktläsning' }, NOW);
	expect(answer.hits.map(({ id }) => id)).toEqual([1]);
	expect(answer.readAs).toBeNull();
});

test('a compound that nobody has written is asked as the two words it is made of', () => {
	expect(meantBy('hundpromenad', ['hund', 'promenad', 'promenader', 'katt'])).toEqual([
		'hund',
		'promenad',
		'promenader',
	]);
	expect(meantBy('stickningskafe', ['stickning', 'kafe', 'kaffe'])).toEqual(['kafe', 'stickning']);
});
