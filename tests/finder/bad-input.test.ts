import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything, type Query } from '../../src/domain/query.ts';
import { answered } from '../../src/finder/answered.ts';
import { spelledWordsOf } from '../../src/finder/fold.ts';
import { guess, type Known } from '../../src/finder/misspelt.ts';
import { phrasesOf } from '../../src/finder/narrower.ts';
import { createPlaces } from '../../src/finder/places.ts';
import { lettersOf } from '../../src/finder/relation.ts';
import { TextIndex } from '../../src/finder/text-index.ts';
import { understand } from '../../src/finder/understand.ts';
import { widening } from '../../src/finder/widen.ts';
import { nastyTexts } from '../nasty.ts';
import { NOW } from '../store.ts';
import { anyRow, indexOf, rowsOf } from './invented.ts';

const rows = rowsOf(fc.sample(anyRow, { numRuns: 60, seed: 7 }));
const index = indexOf(rows);
const places = createPlaces();

/** All that a question goes through. */
function ask(q: string) {
	const { query } = answered({ ...everything, q }, places, NOW);
	const answer = index.search(query, NOW);
	index.map(query, 8, NOW);
	index.tile(query, { z: 6, x: 34, y: 20 }, NOW);
	index.themesFor(q);
	places.suggest(q);
	return answer;
}

test.each(Object.entries(nastyTexts))('%s: answered, and nothing is found that should not be', (_, q) => {
	const { total, hits } = ask(q);
	expect(total).toBeLessThanOrEqual(rows.length);
	expect(hits.length).toBeLessThanOrEqual(20);
});

test.each([
	'emoji around a word',
	'zero-width signs',
	'soft hyphens',
	'NUL',
	'control signs',
	'a flood of marks',
	'lone surrogates',
])('%s: the word in it is still found', (name) => {
	const asked = name === 'soft hyphens' ? 'schackklubb' : 'schack';
	expect(ask(nastyTexts[name]!).total).toBe(ask(asked).total);
});

test('any text at all is answered', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.string({ unit: 'grapheme', maxLength: 200 }),
		fc
			.array(fc.oneof(fc.constantFrom('i', 'nära', 'på', 'tisdagar', '"', 'schack', 'Halmstad'), fc.string()))
			.map((parts) => parts.join(' ')),
		fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
	);
	fc.assert(
		fc.property(text, (q) => {
			expect(ask(q).total).toBeLessThanOrEqual(rows.length);
		}),
		{ numRuns: 400 },
	);
});

describe('the work that a text makes', () => {
	const words = (count: number) => Array.from({ length: count }, (_, n) => `i ord${n}`).join(' ');

	test('grows with its words when a sentence is read, and not faster', () => {
		const looked = (count: number) => {
			let places = 0;
			understand(words(count), () => {
				places++;
				return false;
			});
			return places;
		};
		expect(looked(100)).toBeGreaterThan(0);
		expect(looked(2000)).toBeLessThanOrEqual(21 * looked(100));
	});

	test('is bounded where nothing is found: so many other questions are asked, whatever was chosen', () => {
		let asked = 0;
		const most: Query = {
			...everything,
			q: words(100),
			kind: ['venue'],
			theme: ['chess'],
			audience: ['women'],
			language: ['so'],
			weekday: ['mon'],
			part: ['evening'],
			when: 'week',
			date: '2026-12-03',
			free: true,
			access: ['ramp'],
			venueKind: ['cafe'],
			equipment: ['piano'],
			municipality: ['1380'],
			age: 7,
			seats: 10,
			radius: 5,
			bbox: [11, 55, 24, 69],
		};
		// Each word is found somewhere, and never what is left when something is given up.
		const index = {
			count: ({ q, kind, theme }: Query) => {
				asked++;
				return q.includes(' ') || kind.length + theme.length > 0 ? 0 : 1;
			},
			readings: () => [],
		};
		expect(widening(most, index)).toBeNull();
		expect(asked).toBeGreaterThan(10);
		expect(asked).toBeLessThan(150);
	});

	test('stops growing when it is searched for: twelve words are looked up, and no more', () => {
		let lookups = 0;
		const count = <T>(found: T) => {
			lookups++;
			return found;
		};
		const text = new TextIndex({
			related: () => count([]),
			misspelt: () => count([]),
			focus: () => new Float32Array(),
		});
		text.add(0, [{ text: 'schack', weight: 10 }]);
		text.every(phrasesOf(spelledWordsOf('ord1 ord2'), false));
		expect(lookups).toBe(4);
		const readings = (q: string) => index.readings({ ...everything, q }).length;
		expect(readings(words(5000))).toBe(12);
		expect(readings('schack '.repeat(5000))).toBe(1);
	});

	test('is one look at each word of the index for a misspelling, however long it is', () => {
		const known = Array.from({ length: 2000 }, (_, n) => `ord${n.toString(36)}`);
		const asked = (word: string) => {
			let looks = 0;
			const letters = new Proxy(Int32Array.from(known, lettersOf), {
				get: (target, key) => {
					if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
					return Reflect.get(target, key);
				},
			});
			let counted = 0;
			const vocabulary: Known = {
				words: known,
				size: known.length,
				letters,
				numberOf: () => {
					counted++;
					return undefined;
				},
				countOf: () => 1,
			};
			guess(word, vocabulary);
			return { looks, counted };
		};
		expect(asked('abcdefgh').looks).toBe(2000);
		expect(asked('a'.repeat(40)).looks).toBe(2000);
		// Each beginning and each end is tried once as a part of a compound.
		expect(asked('abcdefghij'.repeat(4)).counted).toBeLessThanOrEqual(2 * 40);
		expect(asked('a'.repeat(41))).toEqual({ looks: 0, counted: 0 });
	});
});
