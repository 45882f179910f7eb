import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Area } from '../../src/planning/area.ts';
import { cellOf } from '../../src/planning/period.ts';
import type { Room } from '../../src/planning/room.ts';
import { useTopic } from '../../src/planning/topics/use.ts';
import type { Store } from '../../src/store/open.ts';
import { useQueries } from '../../src/store/use.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

const halmstad: Area = {
	...{ kind: 'municipality', key: '1380', name: 'Halmstad', municipalities: ['1380'], locality: null, polygon: null },
};
const at = (lon: number, precision: 'exact' | 'street' | 'locality' | 'municipality' = 'exact') => ({
	position: { lon, lat: 56.7, precision },
});
/** Every Tuesday in March and April at 18, for two hours. */
const tuesdays = { schedules: [{ start: '2026-03-03T18:00', minutes: 120, rule: 'FREQ=WEEKLY;BYDAY=TU' }] };
const ask = (store: Store, area: Area = halmstad) => useTopic({ store, now: NOW } as unknown as Room, { area });

/** A municipality with one of everything. */
async function scene() {
	const store = await testStore();
	const [keeper, guest, homeless, hidden, dormant] = await publish(
		store,
		organisation({ name: 'Sköter en lokal' }),
		organisation({ name: 'Är gäst' }),
		organisation({ name: 'Har ingenstans', themes: ['choir'], ...at(12.86), locality: 'Halmstad' }),
		organisation({ name: 'Skyddad', masked: true, ...at(12.86) }),
		organisation({ name: 'Vilande', dormant: true }),
	);
	const [hall, closed, agreed, park, masked] = await publish(
		store,
		venue({
			name: 'Bygdegården',
			keeper: keeper!,
			openingHours: 'Mo-Fr 17:00-22:00',
			equipment: ['piano'],
			...at(12.85),
		}),
		venue({ name: 'Okänd', ...at(12.85), locality: 'Halmstad' }),
		venue({ name: 'Efter avtal', openingHours: '"by appointment"', ...at(12.85) }),
		venue({ name: 'Parken', venueKind: 'outdoor_place', openingHours: '24/7', ...at(12.85) }),
		venue({ name: 'Skyddad lokal', masked: true, openingHours: 'Mo-Su 08:00-22:00', ...at(12.85) }),
	);
	const [dance] = await publish(
		store,
		activity({ name: 'Dans', organisation: guest!, venue: hall!, ...tuesdays }),
		activity({ name: 'Samtidigt', organisation: guest!, venue: hall!, ...tuesdays }),
		activity({ name: 'I okänd lokal', organisation: guest!, venue: closed!, ...tuesdays }),
		activity({ name: 'På nätet', organisation: guest!, onlineUrl: 'https://example.org/', ...tuesdays }),
		activity({ name: 'På torget', organisation: guest!, ...at(12.87), ...tuesdays }),
		activity({ name: 'Utan plats', organisation: homeless!, ...tuesdays }),
		activity({ name: 'Skyddads', organisation: hidden!, ...tuesdays }),
	);
	return { store, keeper, guest, homeless, hidden, dormant, hall, closed, agreed, park, masked, dance };
}

test('what is open, used and idle in a municipality; what is unknown is never empty', async () => {
	const { store, hall } = await scene();
	const answer = await ask(store);
	// Eight weeks from Monday 9 March, over the change to summer time: by the clock all is as before.
	expect(answer.period).toEqual({ firstDay: '2026-03-09', lastDay: '2026-05-03', weeks: 8 });
	expect(answer.venues).toEqual({ all: 4, known: 2, agreement: 1, unknown: 1, outdoors: 1 });
	expect(answer).toMatchObject({
		open: 25 + 7 * 14,
		used: 2,
		idle: 25 + 7 * 14 - 2,
		outside: 0,
		taken: 4,
		takenUnknown: 2,
	});
	expect(answer.idleByCell[cellOf(1, 'evening')]).toBe(5 - 2 + 5);
	expect(answer.openByCell[cellOf(1, 'evening')]).toBe(10);
	expect(answer.halls.map(({ id, idle, evenings }) => ({ id, idle, evenings }))).toEqual([
		{ id: hall, idle: 23, evenings: 23 },
	]);
	expect(answer.silent.map(({ name, hours }) => [name, hours])).toEqual([['Efter avtal', 'agreement']]);
});

test('who has no venue, and the pairs: never somebody or somewhere whose address is kept back', async () => {
	const { store, hall, homeless } = await scene();
	const answer = await ask(store);
	expect(answer.organisations).toBe(4);
	expect(answer.homeless.map(({ name }) => name)).toEqual(['Har ingenstans']);
	expect(answer.placeless).toBe(1);
	expect(answer.organisationPairs).toEqual([
		{
			hall: expect.objectContaining({ id: hall, name: 'Bygdegården' }),
			seeker: expect.objectContaining({ id: homeless }),
			points: expect.closeTo(4 + 3 * (1 - 0.061) + 2 / 3, 1),
			reasons: [
				{ is: 'idle', hours: 23, at: 'evenings' },
				{ is: 'distance', km: expect.closeTo(0.61, 2) },
				{ is: 'equipment', has: ['piano'] },
			],
		},
	]);
	// It wants the very evening that is taken.
	expect(answer.activityPairs).toEqual([]);
	const told = JSON.stringify(answer);
	expect(told).not.toContain('12.86');
	expect(told).not.toContain('Skyddad');
});

test('an activity without a place is shown where its own times fit', async () => {
	const { store, homeless, hall } = await scene();
	const wednesdays = [{ start: '2026-03-04T19:00', minutes: 90, rule: 'FREQ=WEEKLY;BYDAY=WE' }];
	const [circle] = await publish(store, activity({ name: 'Cirkel', organisation: homeless!, schedules: wednesdays }));
	const { activityPairs } = await ask(store);
	expect(activityPairs!.map(({ hall, seeker, reasons }) => [hall.id, seeker.id, reasons[0]])).toEqual([
		[hall, circle, { is: 'times', fit: 8, of: 8 }],
	]);
});

test('what is not public, or is elsewhere, counts for nothing', async () => {
	const { store, dance, hall } = await scene();
	const before = await ask(store);
	await publish(store, venue({ municipality: '0380', openingHours: '24/7' }), organisation({ municipality: '0380' }));
	await store.transaction(async (tx) => {
		await tx.listings.create(venue({ openingHours: '24/7' }), { at: NOW, publish: false });
		await tx.listings.create(activity({ venue: hall!, ...tuesdays }), { at: NOW, publish: false });
	});
	expect(await ask(store)).toEqual(before);
	await store.transaction((tx) => tx.listings.archive(dance!, 'moved', NOW));
	expect((await ask(store)).used).toBe(2);
	const none = await ask(store, { ...halmstad, municipalities: ['1315'] });
	expect(none).toMatchObject({ venues: { all: 0 }, open: 0, organisations: 0, halls: [], organisationPairs: [] });
});

test('a part of a municipality: a settlement by its name, an outline by positions; for the country no pairs are sought', async () => {
	const { store } = await scene();
	const settlement = await ask(store, { ...halmstad, kind: 'locality', name: 'Halmstad', locality: 1 });
	expect(settlement.venues.all).toBe(1);
	expect(settlement.organisations).toBe(1);
	const ring = [
		[12.8, 56.6],
		[12.9, 56.6],
		[12.9, 56.8],
		[12.8, 56.8],
		[12.8, 56.6],
	];
	const drawn: Area = { ...halmstad, kind: 'drawn', polygon: { type: 'MultiPolygon', coordinates: [[ring]] } };
	// The masked venue has no position to lie there by.
	expect(await ask(store, drawn)).toMatchObject({ venues: { all: 3, known: 1 }, organisations: null });
	const country = await ask(store, { ...halmstad, kind: 'country', municipalities: [] });
	expect(country).toMatchObject({ venues: { all: 4 }, organisationPairs: null, activityPairs: null });
});

test('something that began on Sunday before the period and lasts into it is in it', async () => {
	const store = await testStore();
	const [hall] = await publish(store, venue({ openingHours: '24/7' }));
	const night = [{ start: '2026-03-08T20:00', minutes: 600, rule: null }];
	await publish(store, activity({ venue: hall!, schedules: night }));
	const { used } = await ask(store);
	expect(used * 8).toBeCloseTo(6, 9);
	expect(Temporal.PlainDate.from('2026-03-08').dayOfWeek).toBe(7);
});

test('no table is read whole', async () => {
	const store = await testStore();
	const sqlite = new Database(join(store.folder, 'samlas.db'), { readonly: true });
	const asked: string[] = [];
	const prepare = (sql: string) => {
		asked.push(sql);
		return sqlite.prepare(sql);
	};
	useQueries({ sqlite: { prepare } } as never);
	const values = { municipalities: '[]', activities: '[]', from: 0, to: 0, locality: null };
	const plans = asked.flatMap((sql) =>
		sqlite.prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values),
	);
	sqlite.close();
	expect(asked).toHaveLength(6);
	// What is given as JSON is all that is gone through.
	expect(plans.map(({ detail }) => detail).filter((detail) => /^SCAN (?!given|json_each)/.test(detail))).toEqual([]);
});
