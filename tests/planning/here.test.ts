import { describe, expect, test } from 'vitest';
import { loadGeography } from '../../db/geography/index.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import type { Area } from '../../src/planning/area.ts';
import type { Ground, People } from '../../src/planning/ground.ts';
import { figure, sumOf, whereabouts } from '../../src/planning/measures.ts';
import { createRoom } from '../../src/planning/room.ts';
import type { HereAnswer } from '../../src/planning/topics/here.ts';
import { whomTopic } from '../../src/planning/topics/whom.ts';
import { keepMonth } from '../../src/server/monthly.ts';
import { createDesk } from '../../src/server/planning-desk.ts';
import type { Store } from '../../src/store/open.ts';
import { invented } from '../demo/invented.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

const { municipalities, localities } = loadGeography();
const whole = { locality: null, polygon: null };
const municipality = (code: string): Area => ({
	...whole,
	kind: 'municipality',
	key: code,
	name: municipalities.find((one) => one.code === code)!.name,
	municipalities: [code],
});
const county = (code: string): Area => ({
	...whole,
	kind: 'county',
	key: code,
	name: code,
	municipalities: municipalities.filter((one) => one.county === code).map((one) => one.code),
});
const country: Area = { ...whole, kind: 'country', key: 'se', name: 'Sverige', municipalities: [] };
const box = (west: number, south: number, east: number, north: number): Area['polygon'] => ({
	type: 'MultiPolygon',
	coordinates: [
		[
			[
				[west, south],
				[east, south],
				[east, north],
				[west, north],
				[west, south],
			],
		],
	],
});

const deskOf = (store: Store, now = NOW) => createDesk(store, () => now);
const hereIn = async (store: Store, area: Area, month: string | null = null): Promise<HereAnswer> =>
	(await deskOf(store).ask('here', { area, month })).answer!;

test('the figures of counties are the sums of their municipalities, and the country of its counties', async () => {
	const store = await testStore();
	await publish(store, ...(await invented(NOW, 3, ['1382', '1384', '2283'])));
	const desk = deskOf(store);
	const of = async (area: Area) => (await desk.ask('here', { area, month: null })).answer!;
	const halland = await of(county('13'));
	const parts = await Promise.all(county('13').municipalities.map((code) => of(municipality(code))));
	expect(halland.tally).toEqual(sumOf(parts.map(({ tally }) => tally)));
	expect(halland.population).toBe(parts.reduce((sum, { population }) => sum + population, 0));
	expect(halland.parts.map(({ counts }) => counts)).toEqual(
		parts.map(({ tally }) => Object.fromEntries(kinds.map((kind) => [kind, figure(tally, kind)]))),
	);
	const sweden = await of(country);
	expect(sweden.parts).toHaveLength(21);
	const codes = [...new Set(municipalities.map((one) => one.county))];
	expect(sweden.tally).toEqual(
		sumOf((await Promise.all(codes.map((code) => of(county(code))))).map(({ tally }) => tally)),
	);
	// Each entry lies somewhere, once.
	for (const kind of kinds)
		expect(sweden.where.reduce((sum, { counts }) => sum + counts[kind], 0)).toBe(figure(sweden.tally, kind));
	expect(whereabouts.length).toBeGreaterThanOrEqual(sweden.where.length);
	// Every municipality is judged once.
	expect(Object.values(sweden.worth!.organisation).reduce((sum, count) => sum + count, 0)).toBe(290);
	// All but three have nothing.
	expect(sweden.worth!.organisation.none).toBe(287);

	// Parts of a municipality: its settlements and what is outside are the whole, but for what nobody placed.
	const settlements = localities.filter((one) => one.municipality === '2283');
	const within = await Promise.all(
		settlements.map(({ id, name }) =>
			of({ ...municipality('2283'), kind: 'locality', key: String(id), name, locality: id }),
		),
	);
	const town = await of(municipality('2283'));
	const outside = (kind: 'venue') =>
		town.where
			.filter(({ where }) => where === 'outside' || where === 'unplaced')
			.reduce((sum, one) => sum + one.counts[kind], 0);
	expect(within.reduce((sum, { tally }) => sum + figure(tally, 'venue'), 0) + outside('venue')).toBe(
		figure(town.tally, 'venue'),
	);
	expect(within[0]!.register?.name).toBe('Sollefteå');
	expect(within[0]!.peers).toBeNull();
}, 60_000);

test('a drawn area holds what lies in it; what nobody placed is told apart', async () => {
	const store = await testStore();
	await publish(
		store,
		venue({ name: 'Inne', position: { lon: 12.86, lat: 56.67, precision: 'exact' } }),
		venue({ name: 'Ute', position: { lon: 12.95, lat: 56.67, precision: 'exact' } }),
		venue({ name: 'Någonstans', position: { lon: 12.86, lat: 56.67, precision: 'municipality' } }),
		venue({ name: 'Utan' }),
		activity({ name: 'Där', venue: 1 }),
		venue({ name: 'Grannen', municipality: '1382', position: { lon: 12.86, lat: 56.67, precision: 'exact' } }),
	);
	const area: Area = { ...municipality('1380'), kind: 'drawn', key: 'x', polygon: box(12.8, 56.6, 12.9, 56.7) };
	const answer = await hereIn(store, area);
	expect(kinds.map((kind) => figure(answer.tally, kind))).toEqual([0, 1, 1]);
	expect(answer.unplaced).toBe(2);
	expect(answer.parts).toEqual([]);
	const both = await hereIn(store, { ...area, municipalities: ['1380', '1382'] });
	expect(figure(both.tally, 'venue')).toBe(2);
	expect(both.register).toBeNull();
});

test('a settlement by the name that an entry has, by where it lies, or outside all', async () => {
	const store = await testStore();
	const halmstad = localities.find((one) => one.name === 'Halmstad')!;
	const at = (lat: number) => ({ lon: halmstad.lon, lat, precision: 'exact' as const });
	await publish(
		store,
		venue({ name: 'Namngiven', locality: 'Getinge' }),
		venue({ name: 'Mitt i', position: at(halmstad.lat) }),
		venue({ name: 'Långt bort', position: at(halmstad.lat + 0.35) }),
		venue({ name: 'Okänd', locality: 'Ingenstans' }),
		organisation({ name: 'Utan allt' }),
	);
	const { where } = await hereIn(store, municipality('1380'));
	const venues = Object.fromEntries(where.map((row) => [row.where, row.counts.venue]));
	expect(venues).toMatchObject({ under10000: 1, larger: 1, outside: 1, unplaced: 1 });
	expect(where.find((row) => row.where === 'unplaced')).toMatchObject({ persons: null, rates: { venue: null } });
});

describe('as of an earlier month', () => {
	let store: Store;
	const LATER = NOW + 35 * 86_400;

	async function keptTwice() {
		store = await testStore();
		await publish(
			store,
			organisation({ themes: ['chess'] }),
			activity({ name: 'Schack', themes: ['chess'], audiences: ['youth'] }),
		);
		const tallies = (now: number) => async () => (await deskOf(store, now).ask('tallies', { now })).answer;
		expect(await keepMonth(store, NOW, tallies(NOW))).toBe(true);
		await publish(store, organisation({ name: 'Nya' }), organisation({ name: 'Nyare', themes: ['choir'] }));
		await store.transaction((tx) => tx.listings.archive(2, 'ended', LATER));
	}

	test('figures are those that were kept, and change is told from them', async () => {
		await keptTwice();
		const area = municipality('1380');
		const then = await hereIn(store, area, '2026-03');
		expect(kinds.map((kind) => figure(then.tally, kind))).toEqual([1, 0, 1]);
		expect(then.at).toBe(NOW);
		expect(then.where.every(({ persons }) => persons === null)).toBe(true);
		const now = await hereIn(store, area);
		expect(kinds.map((kind) => figure(now.tally, kind))).toEqual([3, 0, 0]);
		expect((await deskOf(store).ask('here', { area, month: '2025-01' })).answer).toBeNull();
		const part: Area = { ...area, kind: 'locality', key: '1', locality: 1 };
		expect((await deskOf(store).ask('here', { area: part, month: '2026-03' })).answer).toBeNull();

		const { answer } = await deskOf(store, LATER).ask('change', { area });
		expect(answer.since).toEqual({ month: '2026-03', takenAt: NOW });
		expect(answer.changes.slice(0, 3)).toEqual([
			{ measure: 'organisation', before: 1, now: 3 },
			{ measure: 'venue', before: 0, now: 0 },
			{ measure: 'activity', before: 1, now: 0 },
		]);
		expect(answer.themes.map(({ measure }) => measure)).toEqual([
			'organisation.theme.culture',
			'organisation.theme.choir',
			'activity.theme.hobby',
			'activity.theme.chess',
		]);
		expect(answer.course.map(({ month, counts }) => [month, counts.organisation])).toEqual([
			['2026-03', 1],
			[null, 3],
		]);
		// A part of it tells of the whole.
		expect((await deskOf(store, LATER).ask('change', { area: part })).answer.course).toEqual(answer.course);
		// In the month itself there is nothing earlier yet.
		expect((await deskOf(store).ask('change', { area })).answer.since).toBeNull();
		const whom = (await deskOf(store, LATER).ask('whom', { area, month: '2026-03' })).answer!;
		expect(whom.ages.map(({ open }) => open)).toEqual([0, 1, 1, 1, 0, 0, 0, 0]);
	});
});

test('whom: languages are told of activities alone, and what is not told is counted as not told', async () => {
	const store = await testStore();
	await publish(
		store,
		organisation({ languages: ['so'] }),
		activity({ name: 'A', languages: ['ar', 'sv'], audiences: ['women'], organisation: 1, themes: ['language_cafe'] }),
		activity({ name: 'B', languages: ['ar'], ages: { min: 7, max: 12 }, organisation: 1, themes: ['language_cafe'] }),
		activity({ name: 'C' }),
	);
	const { answer } = await deskOf(store).ask('whom', { area: municipality('1380'), month: null });
	expect(answer).toMatchObject({ activities: 3, withoutAges: 2, withoutAudience: 2, withoutLanguage: 1 });
	expect(answer!.languages).toEqual([
		{ language: 'ar', activities: 2, organisations: 0 },
		{ language: 'sv', activities: 1, organisations: 0 },
		{ language: 'so', activities: 0, organisations: 1 },
	]);
	expect(answer!.fragile).toMatchObject([{ theme: 'language_cafe', activities: 2, hosts: 1, why: ['one_host'] }]);
	expect(answer!.ages.every(({ persons }) => persons === null)).toBe(true);
});

test('whom: activities are of 1 000 of an age where the ages of all in the area are known, else they stand alone', async () => {
	const store = await testStore();
	await publish(
		store,
		activity({ name: 'A', ages: { min: 6, max: 15 } }),
		activity({ name: 'B', ages: { min: 7, max: 9 } }),
	);
	/** People of Halmstad, of whom half live where ages are known, or all. */
	const people = (known: boolean): People => ({
		lon: Float64Array.of(12.8, 12.9),
		lat: Float64Array.of(56.6, 56.7),
		persons: Float64Array.of(800, 800),
		byAge: [100, 100, 100, 100, 100, 100, 100, 100].map((band) => Float64Array.of(band, known ? band : 0)),
		municipality: Uint16Array.of(1380, 1380),
		locality: Int32Array.of(0, 0),
		settlement: Uint8Array.of(0, 0),
		estimated: Uint8Array.of(0, 0),
	});
	const ask = async (known: boolean) => {
		const room = createRoom({ people: people(known) } as Ground, store, NOW);
		return (await whomTopic(room, { area: municipality('1380'), month: null }))!.ages[1];
	};
	expect(await ask(true)).toMatchObject({ from: 6, to: 15, open: 2, aimed: 2, persons: 200, openPerThousand: 10 });
	expect(await ask(false)).toMatchObject({ open: 2, persons: null, openPerThousand: null });
});
