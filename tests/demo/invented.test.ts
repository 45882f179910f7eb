import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { loadGeography } from '../../db/geography/index.ts';
import { distanceKm } from '../../src/domain/geo.ts';
import { type Listing, ListingSchema } from '../../src/domain/listing.ts';
import { weekOf } from '../../src/domain/opening-hours.ts';
import { personIn } from '../../src/domain/organisation-number.ts';
import { themes } from '../../src/domain/theme.ts';
import { NOW } from '../store.ts';
import { dense, invented } from './invented.ts';

let all: Listing[] = [];
let byPlace: Map<string, Listing[]>;
beforeAll(async () => {
	all = await invented(NOW, 7);
	byPlace = Map.groupBy(all, ({ municipality }) => municipality);
}, 60_000);

const print = (entries: unknown) => createHash('sha256').update(JSON.stringify(entries)).digest('hex');

test('the same seed and day give the same bytes; another seed does not', async () => {
	const halmstad = (seed: number, now = NOW) => invented(now, seed, ['1380', '0114']);
	const first = print(await halmstad(7));
	expect(print(await halmstad(7, NOW + 3600))).toBe(first);
	expect(print(await halmstad(8))).not.toBe(first);
});

test('every municipality has all three kinds, and five are dense', () => {
	expect(byPlace.size).toBe(290);
	for (const entries of byPlace.values()) {
		expect(new Set(entries.map(({ kind }) => kind)).size).toBe(3);
		expect(entries.length).toBeGreaterThanOrEqual(16);
	}
	for (const code of dense) expect(byPlace.get(code)!.length).toBeGreaterThan(300);
	expect(all.length).toBeGreaterThan(6000);
	expect(all.length).toBeLessThan(9000);
});

test('every entry is valid, and of nobody who exists', () => {
	const phone = /^(08-465 004 \d\d|031-390 06 \d\d|040-628 04 \d\d|0980-319 2\d\d|070-174 06 (0[5-9]|[1-9]\d))$/;
	for (const listing of all) {
		expect(ListingSchema.safeParse(listing).error).toBeUndefined();
		// Without its numbers: unix seconds have ten digits too.
		const text = JSON.stringify(listing, (_key, value) => (typeof value === 'number' ? null : value));
		expect(text.match(/[^\s"]*@[^\s"]*/g) ?? []).toSatisfy((found: string[]) =>
			found.every((address) => address.endsWith('.example')),
		);
		expect(text.match(/https?:\/\/[^/"]+/g) ?? []).toSatisfy((found: string[]) =>
			found.every((address) => address.endsWith('.example')),
		);
		if (listing.phone) expect(listing.phone).toMatch(phone);
		expect(personIn(text)).toBe(false);
		if (listing.kind === 'organisation') expect(listing.organisationNumber).toBeNull();
		expect(text).not.toMatch(/\{[vxp]\}|undefined|NaN/);
	}
});

test('who needs a secret address has one', () => {
	const masked = all.filter(({ masked }) => masked);
	expect(masked.length).toBeGreaterThan(5);
	for (const { street, position } of masked) {
		expect(street).toBeNull();
		expect(position!.precision).toBe('locality');
	}
	const ids = new Set(masked.map((listing) => all.indexOf(listing)));
	// An id is the place in the list, from one.
	for (const listing of all) {
		if (listing.kind !== 'activity' || !ids.has(listing.organisation! - 1)) continue;
		expect([listing.venue, listing.position]).toEqual([null, null]);
	}
});

test('positions are near the settlement that is named, and some share one spot', () => {
	const settlement = new Map(loadGeography().localities.map((one) => [`${one.municipality} ${one.name}`, one]));
	for (const { position, municipality, locality } of all) {
		if (position) expect(distanceKm(position, settlement.get(`${municipality} ${locality}`)!)).toBeLessThan(12);
	}
	const halmstad = byPlace
		.get('1380')!
		.flatMap(({ position }) => (position ? [`${position.lon} ${position.lat}`] : []));
	expect(new Set(halmstad).size).toBeLessThan(halmstad.length - 50);
});

test('what people look for first is in each settlement of the town, and most themes in the whole', () => {
	const near = (listing: Listing, name: string) => listing.locality === name;
	for (const name of ['Halmstad', 'Oskarström', 'Getinge', 'Gullbrandstorp']) {
		const there = byPlace.get('1380')!.filter((listing) => near(listing, name));
		for (const theme of ['language_cafe', 'chess', 'meeting_places'] as const)
			expect(there.some((listing) => listing.themes.includes(theme))).toBe(true);
		for (const name of ['Språkkafé', 'Schack för alla'])
			expect(there.some((listing) => listing.kind === 'activity' && listing.name.startsWith(name))).toBe(true);
		expect(there.some((listing) => listing.kind === 'venue' && listing.venueKind === 'bygdegard')).toBe(true);
	}
	const found = new Set(all.flatMap((listing) => listing.themes));
	expect(themes.filter((theme) => !found.has(theme))).toEqual([
		'sport',
		'culture',
		'hobby',
		'newcomers',
		'people',
		'learning',
		'care',
		'place',
	]);
});

test('facts are mixed: yes, no and unknown; several languages; hours that can be read', () => {
	const venues = all.flatMap((listing) => (listing.kind === 'venue' ? [listing] : []));
	const entrances = new Set(venues.map(({ access }) => access.step_free_entrance));
	expect(entrances).toEqual(new Set([true, false, undefined]));
	expect(venues.some(({ rooms }) => rooms.some(({ partOf }) => partOf !== null))).toBe(true);
	expect(venues.filter(({ keeper }) => keeper !== null).length).toBeGreaterThan(300);
	for (const hours of new Set(venues.flatMap(({ openingHours }) => openingHours ?? [])))
		expect(weekOf(hours, NOW)).not.toBeNull();
	const written = new Set(all.flatMap(({ texts }) => Object.keys(texts)));
	for (const language of ['sv', 'en', 'ar', 'so', 'uk', 'ti', 'fi']) expect(written).toContain(language);
});
