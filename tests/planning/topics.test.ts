import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { topThemes } from '../../src/domain/theme.ts';
import { minutesFor } from '../../src/domain/travel.ts';
import type { Area } from '../../src/planning/area.ts';
import { everyPlace } from '../../src/planning/choice.ts';
import { FARTHEST } from '../../src/planning/gaps.ts';
import type { Ground, People } from '../../src/planning/ground.ts';
import { createRoom } from '../../src/planning/room.ts';
import { diversityTopic } from '../../src/planning/topics/diversity.ts';
import { gapsTopic } from '../../src/planning/topics/gaps.ts';
import { travelTopic } from '../../src/planning/topics/travel.ts';
import { createDesk } from '../../src/server/planning-desk.ts';
import { createRoads } from '../../src/server/route-server.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';
import { haversine, peopleOf, pointsOf } from './people.ts';

const halmstad: Area = {
	kind: 'municipality',
	key: '1380',
	name: 'Halmstad',
	municipalities: ['1380'],
	locality: null,
	polygon: null,
};
const at = (lon: number, lat: number) => ({ position: { lon, lat, precision: 'exact' as const } });

/** Two halls of real entries, and people as a test wants them. */
async function roomWith(people: People, roads: Parameters<typeof createRoom>[3] = null) {
	const store = await testStore();
	const [host, north, south] = await publish(
		store,
		organisation(),
		venue({ name: 'Norra hallen', ...at(12.9, 56.7), access: { step_free_entrance: true } }),
		venue({ name: 'Södra hallen', ...at(12.9, 56.6) }),
	);
	await publish(
		store,
		activity({ name: 'Kör', organisation: host!, venue: north!, themes: ['choir'] }),
		activity({ name: 'Schack', organisation: host!, venue: south!, themes: ['chess'] }),
		activity({ name: 'Mer schack', organisation: host!, venue: north!, themes: ['chess'] }),
	);
	const supply = await store.supply.read();
	const ground: Ground = { people, ...supply, at: NOW };
	return { room: createRoom(ground, store, NOW, roads), north: north!, south: south! };
}

const people = peopleOf([
	{ at: [12.9, 56.7], persons: 1000, municipality: 1380, locality: 1, settlement: 3 },
	{ at: [12.9, 56.8], persons: 200, municipality: 1380, locality: 2, settlement: 2 },
	{ at: [12.99, 56.8], persons: 30, municipality: 1380 },
	{ at: [12.9, 56.4], persons: 3, municipality: 1380, locality: 3, settlement: 1 },
	{ at: [13.5, 57.5], persons: 9999, municipality: 1480, locality: 4, settlement: 4 },
]);

test('gaps of a municipality: who is far away, in which settlement, from what; few are not told, nor to be worked out', async () => {
	const { room, north, south } = await roomWith(people);
	const answer = gapsTopic(room, { area: halmstad, choice: everyPlace });
	expect([answer.limit, answer.persons, answer.beyond, answer.total]).toEqual([5000, 1233, 233, 233]);
	const halls = pointsOf([
		[12.9, 56.7],
		[12.9, 56.6],
	]);
	const far = (row: number, hall: number) => haversine(halls, hall, people, row);
	const told = answer.gaps.map(({ locality, around, persons, nearest }) => ({ locality, around, persons, nearest }));
	// The three people of the third settlement are masked, and thirty others so that the three are not the rest of the sum.
	expect(told).toEqual([
		{ locality: 2, around: false, persons: 200, nearest: north },
		{ locality: 2, around: true, persons: null, nearest: north },
		{ locality: 3, around: false, persons: null, nearest: south },
	]);
	expect(answer.gaps[0]!.median).toBeCloseTo(far(1, 0), 3);
	expect(answer.gaps[0]!.personKm).toBeCloseTo((200 * far(1, 0)) / 1000, 3);
	expect(answer.gaps[0]!.at!.map((degrees) => Number(degrees.toFixed(6)))).toEqual([12.9, 56.8]);
	expect(answer.gaps.slice(1).map(({ median, personKm, at: where }) => [median, personKm, where])).toEqual([
		[null, null, null],
		[null, null, null],
	]);
	const shown = answer.hexagons.map(({ persons }) => persons);
	expect(shown).toEqual([1000, 200, null, null]);
	expect(answer.hexagons.map(({ median }) => median === null)).toEqual([false, false, true, true]);
	expect(answer.places.map(([lon, lat]) => [lon, lat])).toEqual([
		[12.9, 56.7],
		[12.9, 56.6],
	]);
});

test('gaps by what is asked for: without such a place everybody is far away, and it is told as nothing', async () => {
	const { room } = await roomWith(people);
	const answer = gapsTopic(room, { area: halmstad, choice: { ...everyPlace, language: ['so'] } });
	expect([answer.total, answer.gaps[0]]).toEqual([
		1233,
		expect.objectContaining({ median: null, nearest: null, persons: 1000, personKm: (1000 * FARTHEST) / 1000 }),
	]);
	expect(gapsTopic(room, { area: { ...halmstad, municipalities: ['0114'] }, choice: everyPlace })).toMatchObject({
		persons: 0,
		gaps: [],
		hexagons: [],
		total: 0,
	});
});

test('diversity: groups of themes, or the themes under one that is chosen, by their weights', async () => {
	const { room } = await roomWith(people);
	const ask = (choice = everyPlace, weights = {}) => diversityTopic(room, { area: halmstad, choice, weights });
	const all = ask();
	expect(all.kinds.map(({ theme }) => theme)).toEqual(topThemes);
	const near = all.kinds.filter(({ share }) => share);
	expect(near.map(({ theme, share }) => [theme, share])).toEqual([
		['culture', 1000 / 1233],
		['hobby', 1000 / 1233],
	]);
	expect([all.half, all.most, all.mean]).toEqual([2, topThemes.length, 2000 / 1233]);
	expect(all.bySettlement.map(({ settlement, mean }) => [settlement, mean])).toEqual([
		['outside', 0],
		['under200', 0],
		['under1000', 0],
		['under10000', 2],
	]);
	const weighed = ask(everyPlace, { culture: 3, hobby: 0 });
	expect([weighed.half, weighed.most]).toEqual([3, topThemes.length + 1]);
	const culture = ask({ ...everyPlace, theme: ['culture'] });
	expect(culture.kinds.find(({ theme }) => theme === 'choir')!.share).toBe(1000 / 1233);
	expect(culture.kinds.some(({ theme }) => theme === 'chess')).toBe(false);
	// Masked as the map is: few of them can't be had from the others.
	expect(all.hexagons.map(({ persons, mean }) => [persons, mean])).toEqual([
		[1000, 2],
		[200, 0],
		[null, null],
		[null, null],
	]);
});

test('minutes by rule, or by the roads that a server of the operator knows; not for more points than can be asked about', async () => {
	const { room } = await roomWith(people);
	const byRule = await travelTopic(room, { area: halmstad, choice: everyPlace });
	expect(byRule.ways.map(({ way, used, byRule: share }) => [way, used, share])).toEqual([
		['foot', 'rule', 1],
		['bicycle', 'rule', 1],
		['car', 'rule', 1],
	]);
	expect(byRule.ways.map(({ half }) => half)).toEqual([0, 0, 0]);
	// The farthest have 22.2 km: 6 minutes for three kilometres of road, 23.9 for the 25.9 that are left.
	expect(minutesFor('car', 22.239)).toBeCloseTo(29.92, 2);
	expect(byRule.ways[2]!.reach).toEqual({ persons: 1233, within: [1000, 1000, 1233, 1233] });
	const server = createServer((request, response) => {
		const sources = new URL(request.url!, 'http://localhost').searchParams.get('sources')!.split(';');
		const to = new URL(request.url!, 'http://localhost').searchParams.get('destinations')!.split(';');
		response.end(JSON.stringify({ code: 'Ok', durations: sources.map(() => to.map(() => 1200)) }));
	});
	onTestFinished(() => void server.close());
	await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
	const roads = createRoads(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	const { room: other } = await roomWith(people, roads);
	const byRoads = await travelTopic(other, { area: halmstad, choice: everyPlace });
	expect(byRoads.ways.map(({ used, half, reach }) => [used, half, reach.within])).toEqual(
		Array.from({ length: 3 }, () => ['roads', 20, [0, 0, 1233, 1233]]),
	);
	const many = peopleOf(
		Array.from({ length: 4001 }, (_, n) => ({
			at: [12.9 + n / 100_000, 56.7] as const,
			persons: 1,
			municipality: 1380,
		})),
	);
	const { room: large } = await roomWith(many, roads);
	expect(await travelTopic(large, { area: halmstad, choice: everyPlace })).toMatchObject({
		tooMany: true,
		ways: [{ used: 'rule' }, { used: 'rule' }, { used: 'rule' }],
	});
}, 30_000);

test('the whole country by the people that the package estimates: gaps hold whoever has further, hexagons everybody', async () => {
	const store = await testStore();
	await publish(store, venue({ name: 'Hall', ...at(12.86, 56.67) }));
	const desk = createDesk(store, () => NOW);
	const country: Area = {
		kind: 'country',
		key: 'se',
		name: 'Sverige',
		municipalities: [],
		locality: null,
		polygon: null,
	};
	const { answer } = await desk.ask('gaps', { area: country, choice: everyPlace });
	expect(answer.persons).toBeGreaterThan(10_000_000);
	const listed = answer.gaps.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
	expect(listed + answer.more.persons!).toBe(answer.total);
	expect(Math.abs(answer.total! - answer.beyond)).toBeLessThan(30);
	expect(answer.hexagons.length).toBeLessThanOrEqual(450);
	const drawn = answer.hexagons.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
	expect(Math.abs(drawn - answer.persons)).toBeLessThan(answer.hexagons.length);
}, 60_000);
