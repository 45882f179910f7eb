import { describe, expect, test } from 'vitest';
import { everything } from '../../src/domain/query.ts';
import { answered } from '../../src/finder/answered.ts';
import { createPlaces } from '../../src/finder/places.ts';
import { termLanguages, termsOf, valuesOf } from '../../src/finder/terms.ts';
import { NOW } from '../store.ts';
import { foreignPlaces, heldOutPlaces, notPlaces } from './foreign-places.ts';

const places = createPlaces();
const read = (q: string) => answered({ ...everything, q }, places, NOW);

describe.each(Object.entries(foreignPlaces))('places written in %s', (_, { ask, places: named }) => {
	test.each(named)('%s is %s', (said, name) => {
		const { place, spelled, heardBy } = read(ask(said));
		expect(place?.name).toBe(name);
		expect(spelled.q).toBe(ask('').replace(/ \S{1,2} $| $/, ''));
		expect(spelled.place).toBe(name);
		expect(heardBy('sv').at(-1)).toEqual({ words: said, as: [{ in: 'place', text: name }] });
	});
});

test('of places that nothing was made for, nine in ten are read, and none as another', () => {
	const found = heldOutPlaces.map(([said, name]) =>
		places.isPlace(said, true) ? places.find(said)!.name : name && null,
	);
	const right = heldOutPlaces.filter(([, name], at) => found[at] === name);
	expect(found.filter((name, at) => name && name !== heldOutPlaces[at]![1])).toEqual([]);
	expect(right.length / heldOutPlaces.length).toBeGreaterThan(0.9);
});

test.each(notPlaces)('%s names no place here', (q) => {
	const { place, spelled, heardBy } = read(q);
	expect([place, spelled.place]).toEqual([null, '']);
	expect(heardBy('sv').flatMap(({ as }) => as.filter((one) => one.in === 'place'))).toEqual([]);
});

test('a word for something is hardly ever taken for a place, though it stand where one would', () => {
	const sets = ['themes', 'audiences', 'venueKinds', 'equipment', 'languages', 'kinds'] as const;
	const own = (tag: string) => tag !== 'sv' && tag !== 'en';
	const terms = termLanguages
		.filter(own)
		.flatMap((tag) => sets.flatMap((set) => valuesOf(set).flatMap((code) => termsOf(code, tag))));
	const words = [...new Set(terms.flatMap((term) => [term, ...term.split(' ')]))];
	expect(words.length).toBeGreaterThan(4000);
	const whole = new Set(terms);
	const taken = words.filter((word) => places.isPlace(word, true));
	expect(taken.filter((word) => whole.has(word))).toEqual([]);
	expect(taken.length).toBeLessThan(words.length / 200);
	expect(words.filter((word) => places.isPlace(word, false))).toEqual([]);
});

test('a place of another language needs nothing that leads to it where it can be nothing else', () => {
	expect(read('كرة القدم مالمو').place?.name).toBe('Malmö');
	expect(read('شطرنج بستوكهولم').place?.name).toBe('Stockholm');
	expect(read('хор у Лунді у понеділок').spelled).toMatchObject({ q: 'хор', place: 'Lund', weekday: ['mon'] });
	// A Latin one is a word as a Swedish one is.
	expect(read('Gothenburg Lions').place).toBeNull();
	expect(read('chess in Gothenburg').place?.municipality.name).toBe('Göteborg');
});

test('the minority languages’ own names are read', () => {
	expect(read('fotboll i Giron').place?.name).toBe('Kiruna');
	expect(read('kör i Haaparanta').place?.name).toBe('Haparanda');
	expect(places.find('مالمو')?.name).toBe('Malmö');
});

test('words that are meant as they stand name no place', () => {
	const { place, heardBy } = answered({ ...everything, q: 'كرة القدم في ستوكهولم', literal: true }, places, NOW);
	expect(place).toBeNull();
	expect(heardBy('sv')).toEqual([]);
});
