import { expect, test } from 'vitest';
import { everything } from '../../src/domain/query.ts';
import type { Heard } from '../../src/domain/search.ts';
import { heard, type Reader } from '../../src/finder/heard.ts';
import { NOW } from '../store.ts';
import { blank, indexOf } from './invented.ts';

const told = (all: readonly Heard[]) =>
	all.map(({ words, as }) => `${words}=${as.map((one) => `${one.in}:${one.text}`).join('|')}`);
const read = (q: string, reader: Reader) => told(heard({ ...everything, q }, reader));

test.each([
	['كرة القدم', 'كرة القدم=theme:football'],
	['футбол', 'футбол=theme:football'],
	['فوتبال', 'فوتبال=theme:football'],
	['ኩዕሶ እግሪ', 'ኩዕሶ እግሪ=theme:football'],
	['kubadda cagta', 'kubadda cagta=theme:football'],
	['jalkapallo', 'jalkapallo=theme:football'],
	['مقهى لغوي', 'مقهى لغوي=theme:language_cafe'],
	['نادي الشطرنج', 'الشطرنج=theme:chess'],
	['مكتبة', 'مكتبة=venueKind:library'],
	['العربية', 'العربية=language:ar'],
])('%s is told in the readers’ languages alike', (q, as) => {
	expect(read(q, 'sv')).toEqual([as]);
	expect(read(q, 'en')).toEqual([as]);
});

test('several words are told each, by the longest phrase, bent ones too', () => {
	expect(read('футболу для дітей', 'sv')).toEqual(['футболу=theme:football', 'дітей=audience:children']);
	expect(read('«شطرنج», kör', 'sv')).toEqual(['شطرنج=theme:chess']);
});

test('a narrower word is told in the reader’s own', () => {
	expect(read('تنس الطاولة', 'sv')).toEqual(['تنس الطاولة=word:bordtennis']);
	expect(read('تنس الطاولة', 'en')).toEqual(['تنس الطاولة=word:table tennis']);
});

test('an English word is told to who reads Swedish alone', () => {
	expect(read('football', 'sv')).toEqual(['football=theme:football']);
	expect(read('football', 'en')).toEqual([]);
	expect(read('room', 'sv')).toEqual(['room=kind:venue']);
});

test.each(['fotboll', 'yoga', 'kör', 'IFK Göteborg', 'club latino', 'kurdiska', 'Kvinnokraft', 'xyzzy', ''])(
	'%s is no foreign word, or says nothing',
	(q) => {
		expect(read(q, 'sv')).toEqual([]);
		expect(read(q, 'en')).toEqual([]);
	},
);

test('words that are meant as they stand are not read, and find only what has them', () => {
	const index = indexOf([
		{ ...blank, id: 1, name: 'Ljungåsa FF', themes: ['football'] },
		{ ...blank, id: 2, name: 'نادي كرة القدم' },
	]);
	const ids = (literal: boolean) =>
		index.search({ ...everything, q: 'كرة القدم', literal }, NOW).hits.map(({ id }) => id);
	expect(ids(false).sort()).toEqual([1, 2]);
	expect(ids(true)).toEqual([2]);
	expect(heard({ ...everything, q: 'كرة القدم', literal: true }, 'sv')).toEqual([]);
});
