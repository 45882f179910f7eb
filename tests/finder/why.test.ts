import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from '../../src/components/marked.ts';
import { excerptAround, whyNotShown } from '../../src/components/matched.ts';
import type { Face, IndexRow } from '../../src/domain/face.ts';
import { everything } from '../../src/domain/query.ts';
import type { Match } from '../../src/domain/search.ts';
import { createFinder } from '../../src/finder/finder.ts';
import { distinct, matchesOfFace, matchesOfRest } from '../../src/finder/why.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';
import { anyRow, indexOf, rowsOf, towns } from './invented.ts';

/** A card of a row of the index. */
const faceOf = (row: IndexRow): Face =>
	({
		...row,
		slug: 'x',
		venueKind: row.kind === 'venue' ? row.venueKind : null,
		excerpt: row.descriptions[0] ?? null,
		excerptLanguage: 'sv',
		municipality: { code: row.municipality, name: towns.get(row.municipality)! },
		locality: row.places[0] ?? null,
		host: null,
		at: null,
	}) as unknown as Face;

const words = fc.constantFrom(
	...[
		'schack',
		'Schackvänner',
		'shcack',
		'schackklubb',
		'vanner',
		'vänner',
		'björkhult',
		'kör',
		'kor',
		'körer',
		'chess',
	],
	...['gymnastik', 'gympa', 'språkkafe', 'sprkåkafé', 'bygdegård', 'kök', 'arabiska', 'halmstad', 'Halmstda', 'umeå'],
	...[
		'schackkurs',
		'gympakväll',
		'halmstads',
		'språkkaféer',
		'krubb',
		'föreningg',
		'schackläsning',
		'diktläsning',
		'افغان',
	],
	...['svenska', 'pratar', 'förening', 'idrott', 'fotboll', 'barn', 'stockholm', 'fågelspaning', 'مسجد', 'xyzzyq'],
);

test('an entry is found exactly when each word has a reason', () => {
	fc.assert(
		fc.property(
			fc.array(anyRow, { minLength: 5, maxLength: 40 }).map(rowsOf),
			fc.array(words, { minLength: 1, maxLength: 3 }),
			(rows, asked) => {
				const index = indexOf(rows);
				const query = { ...everything, q: asked.join(' '), limit: 100 };
				const found = new Set(index.search(query, NOW).hits.map(({ id }) => id));
				const readings = index.readings(query);
				for (const row of rows) {
					const matches = [...matchesOfFace(readings, faceOf(row)), ...matchesOfRest(readings, row)];
					const open = readings.filter(({ word }) => !matches.some((match) => match.word === word));
					expect([row, asked, open.map(({ word }) => word), open.length === 0]).toEqual([
						row,
						asked,
						open.map(({ word }) => word),
						found.has(row.id),
					]);
				}
			},
		),
		{ numRuns: 200 },
	);
});

test('what a room has is asked of venues, also where there is none', () => {
	const [row] = rowsOf(fc.sample(anyRow, 1));
	const activity: IndexRow = { ...row!, kind: 'activity', equipment: ['kitchen'], keywords: [], descriptions: [] };
	const search = (rows: IndexRow[]) =>
		indexOf(rows)
			.search({ ...everything, q: 'kök' }, NOW)
			.hits.map(({ id }) => id);
	expect(search([activity])).toEqual([]);
	expect(search([activity, { ...activity, id: 2, kind: 'venue' }])).toEqual([2]);
});

test('why a hit is one: what its card shows first, the rest where that does not answer', async () => {
	const store = await testStore();
	const [club] = await publish(
		store,
		organisation({ name: 'Lommens gille', keywords: ['Knyppling'], areas: ['Söder'] }),
	);
	const [hall] = await publish(
		store,
		venue({ name: 'Ängdala samlingslokal', locality: 'Oskarström', equipment: ['projector'] }),
	);
	const [evening] = await publish(
		store,
		activity({
			name: 'Spelkväll',
			organisation: club!,
			venue: hall!,
			themes: ['chess'],
			texts: {
				sv: { name: null, description: `${'Vi ses och har trevligt. '.repeat(12)}Ta gärna med kortlek.` },
				en: { name: 'Games night', description: 'Come and play.' },
			},
		}),
	);
	const finder = await createFinder(store);
	const table: [q: string, id: number | undefined, why: string[]][] = [
		['spelkväll', evening, ['name Spelkväll']],
		['spelkvall', evening, ['name Spelkväll']],
		['spelkvlä', evening, ['name Spelkväll']],
		['chess', evening, ['theme chess']],
		['gille', evening, ['host gille']],
		['lokal', evening, ['venue samlingslokal']],
		['kortlek', evening, ['description kortlek']],
		['games', evening, ['otherName Games']],
		['knyppla', club, ['keyword Knyppling']],
		['söder', club, ['place Söder']],
		['halmstad', club, ['municipality Halmstad']],
		['halmstda', club, ['municipality Halmstad']],
		['projektor', hall, ['equipment projector']],
		['oskarström', hall, ['place Oskarström']],
		['kortlek chess', evening, ['theme chess', 'description kortlek']],
		['', hall, []],
	];
	for (const [q, id, why] of table) {
		const faces = await store.faces.byIds([id!], 'sv');
		const matches = (await finder.why({ ...everything, q }, faces)).get(id!) ?? [];
		expect([q, matches.map((one) => `${one.in} ${one.text}`)]).toEqual([q, why]);
	}
	finder.close();
});

const match = (word: string, where: Match['in'], text: string): Match => ({ word, in: where, text });
const shown = { kind: 'organisation' as const, themes: [], languages: [], texts: ['Ås <b>IF</b>', 'Halmstad', null] };

test('a card says only what it does not show', () => {
	expect(whyNotShown([match('ås', 'name', 'Ås')], shown)).toBeNull();
	expect(whyNotShown([match('chess', 'theme', 'chess')], { ...shown, themes: ['chess'] })).toBeNull();
	expect(whyNotShown([match('chess', 'theme', 'chess'), match('ås', 'name', 'Ås')], shown)).toBe(
		'Hittades genom ämnet schack.',
	);
	expect(whyNotShown([match('a', 'keyword', 'Knyppling'), match('b', 'place', 'Söder')], shown)).toBe(
		'Hittades genom registrets uppgift ”Knyppling” och platsen ”Söder”.',
	);
});

test('words are marked where they stand, whole, and nothing of the text is lost', () => {
	expect(markedParts('Ås <b>IF</b>, ås', new Set(['Ås']))[0]).toEqual({ part: 'Ås', met: true });
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, some) => {
			const parts = markedParts(text, new Set(some));
			expect(parts.map(({ part }) => part).join('')).toBe(text);
		}),
	);
});

test('an excerpt begins near what was met', () => {
	const text = `${'Vi ses ofta. '.repeat(12)}Ta med kortlek och gott humör.`;
	expect(excerptAround(text, new Set(['ses']))).toBe(text);
	expect(excerptAround(text, new Set())).toBe(text);
	expect(excerptAround(text, new Set(['kortlek']))).toMatch(/^… .{10,50}kortlek och gott humör\.$/);
	expect(excerptAround(`${'x'.repeat(150)} kortlek`, new Set(['kortlek']))).toBe('… kortlek');
});

test('each reason is told once', () => {
	expect(distinct([match('a', 'name', 'A'), match('a', 'name', 'A')])).toHaveLength(1);
});
