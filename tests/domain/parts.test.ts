import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/domain/change.ts';
import { Invalid } from '../../src/domain/errors.ts';
import { type Listing, ListingSchema, type Stored } from '../../src/domain/listing.ts';
import { luhn } from '../../src/domain/organisation-number.ts';
import { parts, whole } from '../../src/domain/parts/index.ts';
import { type PartKey, partAt, partSegments, partsOf } from '../../src/domain/parts/keys.ts';
import { type Around, ownedBy } from '../../src/domain/parts/part.ts';
import { listingWith } from '../../src/domain/registration.ts';
import { audiences, kinds, languages, organisationForms, venueKinds } from '../../src/domain/taxonomies.ts';
import { themes } from '../../src/domain/theme.ts';
import { createPlaces } from '../../src/finder/places.ts';
import type { Queries } from '../../src/store/open.ts';
import { NOW } from '../store.ts';

const places = createPlaces();
/** Entries that an activity may name: 1 is an association, 2 a venue. */
const store = {
	faces: { named: async ([id]: number[]) => [{ id, kind: id === 1 ? 'organisation' : 'venue', slug: '', name: '' }] },
} as unknown as Queries;
const around = (kind: Listing['kind'], listing: Stored | null = null): Around => ({
	...{ kind, listing, municipality: '1380', now: NOW, store, places },
});

const word = fc.stringMatching(/^[A-ZÅÄÖa-zåäöشطरдж<>"&']{1,12}$/);
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const some = <T>(list: readonly T[]) =>
	fc.uniqueArray(fc.constantFrom(...list), { maxLength: 8 }).map((codes) => codes.toSorted());
const number = fc
	.integer({ min: 0, max: 999_999 })
	.map((n) => [...'0123456789'].map((digit) => `899${String(n).padStart(6, '0')}${digit}`).find(luhn)!);
const ages = fc
	.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 120 }))
	.map(([min, max]) => ({ min, max }));
const point = fc.record({
	lon: fc.double({ min: 12, max: 13.5, noNaN: true }).map((n) => Number(n.toFixed(5))),
	lat: fc.double({ min: 56, max: 57.5, noNaN: true }).map((n) => Number(n.toFixed(5))),
	precision: fc.constantFrom('exact' as const, 'street' as const),
});
const text = fc
	.record({ name: maybe(line), description: maybe(line) })
	.filter((one) => Boolean(one.name ?? one.description));

const common = {
	name: line,
	municipality: fc.constant('1380'),
	locality: maybe(line),
	street: maybe(line),
	postcode: maybe(fc.integer({ min: 10_000, max: 99_999 }).map(String)),
	postTown: line,
	position: point,
	masked: fc.constant(false),
	homepage: maybe(fc.constantFrom('https://ljungasa.example/', 'http://exempel.example/a?b=c')),
	email: maybe(fc.constantFrom('info@ljungasa.example')),
	phone: maybe(fc.constantFrom('035-12 34 56', '+46 35 123456')),
	themes: some(themes),
	audiences: some(audiences),
	languages: some(languages),
	ages: maybe(ages),
	texts: fc.record({ sv: maybe(line), en: maybe(text), ar: maybe(text) }).map(({ sv, en, ar }) => ({
		...(sv ? { sv: { name: null, description: sv } } : {}),
		...(en ? { en } : {}),
		...(ar ? { ar } : {}),
	})),
};
const entries = fc.oneof(
	fc.record({
		...{ kind: fc.constant('organisation' as const), ...common },
		form: fc.constantFrom(...organisationForms),
		organisationNumber: maybe(number),
	}),
	fc.record({
		...{ kind: fc.constant('venue' as const), ...common },
		venueKind: fc.constantFrom(...venueKinds),
		price: maybe(line),
		bookingUrl: maybe(fc.constant('https://boka.example/')),
	}),
	fc.record({
		...{ kind: fc.constant('activity' as const), ...common },
		organisation: maybe(fc.constant(1)),
		venue: maybe(fc.constant(2)),
		onlineUrl: maybe(fc.constant('https://mote.example/')),
		free: fc.constantFrom(true, false, null),
		dropIn: fc.constantFrom(true, false, null),
		price: maybe(line),
	}),
);

test('an entry that is put into the form and read from it again is the same entry', async () => {
	await fc.assert(
		fc.asyncProperty(entries, async (input) => {
			const listing = ListingSchema.parse(input);
			const part = whole(listing.kind);
			const read = await part.read(part.typed(fieldsOf(listing), listing.kind), around(listing.kind));
			expect(listingWith(listing.kind, read)).toEqual(listing);
		}),
	);
});

test('each part reads all fields that it owns, and no other', async () => {
	await fc.assert(
		fc.asyncProperty(entries, async (input) => {
			const listing = ListingSchema.parse(input) as Stored;
			const fields = fieldsOf(listing);
			for (const key of partsOf[listing.kind]) {
				const part = parts[key];
				const read = await part.read(part.typed(fields, listing.kind), around(listing.kind, listing));
				expect(read, key).toEqual(ownedBy(part, fields));
			}
		}),
	);
});

test.each(kinds.flatMap((kind) => partsOf[kind].map((key) => [kind, key] as [typeof kind, PartKey])))(
	'%s, %s: what nobody has answered says nothing, or tells by name what must be answered',
	async (kind, key) => {
		const must: Partial<Record<PartKey, string[]>> = {
			basics: kind === 'venue' ? ['municipality', 'name', 'venueKind'] : ['municipality', 'name'],
		};
		const wrong = await (async () => parts[key].read({}, around(kind)))()
			.then(() => [])
			.catch((reason: unknown) => (reason instanceof Invalid ? Object.keys(reason.fields).sort() : [String(reason)]));
		expect(wrong).toEqual(must[key] ?? []);
	},
);

test('no two parts of a kind ask for the same name, or own the same field, and each has its address', () => {
	for (const kind of kinds) {
		const listing = ListingSchema.parse({
			kind,
			name: 'x',
			municipality: '1380',
			...(kind === 'venue' ? { venueKind: 'other' } : {}),
			texts: { sv: { description: 'x' } },
		});
		const fields = fieldsOf(listing);
		const names = Object.keys(whole(kind).typed(fields, kind));
		for (const name of names)
			expect(
				partsOf[kind].filter((key) => parts[key].asks(name)),
				name,
			).toHaveLength(1);
		for (const field of Object.keys(fields))
			expect(partsOf[kind].filter((key) => parts[key].owns(field)).length, field).toBeLessThanOrEqual(1);
		for (const key of partsOf[kind]) expect(partAt(kind, partSegments[key])).toBe(key);
	}
	expect(new Set(Object.values(partSegments)).size).toBe(Object.keys(partSegments).length);
});

test('what anybody could send is refused by name, or read as something that can be an entry', async () => {
	const anything = fc.dictionary(
		fc.oneof(
			fc.constantFrom(
				'name',
				'municipality',
				'form',
				'venueKind',
				'themes',
				'ageMin',
				'ageMax',
				'lon',
				'lat',
				'precision',
				'postcode',
				'masked',
				'organisation',
				'venue',
				'free',
				'texts.sv.description',
				'texts.__proto__.name',
				'__proto__',
				'constructor',
			),
			fc.string(),
		),
		fc.array(
			fc.oneof(
				fc.string(),
				fc.constantFrom('1380', 'yes', '12.5', '1e9', '-0', 'NaN', '2', '\u202e', '<img src=x onerror=alert(1)>'),
			),
			{ maxLength: 3 },
		),
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...kinds), anything, async (kind, typed) => {
			try {
				const read = await whole(kind).read(typed, around(kind));
				const listing = listingWith(kind, read);
				expect(listing.name.trim()).not.toBe('');
				expect(JSON.stringify(listing)).not.toMatch(/\u202e/);
			} catch (reason) {
				expect(reason).toBeInstanceOf(Invalid);
			}
		}),
	);
});
