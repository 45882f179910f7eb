import { expect, test } from 'vitest';
import { everyPlace } from '../../src/planning/choice.ts';
import { type Ground, PlaceBit } from '../../src/planning/ground.ts';
import { reachMetres } from '../../src/planning/reach.ts';
import { alteredBy } from '../../src/planning/scenario.ts';
import { effectOn } from '../../src/planning/scenario-effect.ts';
import { startOf, whatIf } from '../../src/planning/what-if.ts';
import { peopleOf, pointsOf } from './people.ts';

/** A degree along a meridian of the sphere that distances are reckoned on: 111 195.08 m. */
const DEGREE = (Math.PI * 6_371_008.8) / 180;
/** So many kilometres north of 60 degrees. */
const north = (km: number) => 60 + (km * 1000) / DEGREE;

/** Three settlements and three venues on one meridian, as in docs/planning-method.md. */
const people = peopleOf([
	{ at: [15, north(0)], persons: 600, locality: 1 },
	{ at: [15, north(4)], persons: 300, locality: 2 },
	{ at: [15, north(12)], persons: 100, locality: 3 },
]);
const lines = [
	{ listing: 11, km: 0 },
	{ listing: 12, km: 5 },
	{ listing: 13, km: 20 },
];
const points = pointsOf(lines.map(({ km }) => [15, north(km)]));
const ground: Ground = {
	people,
	places: {
		...points,
		listing: Int32Array.from(lines, ({ listing }) => listing),
		municipality: Uint16Array.from(lines, () => 380),
		kind: new Uint8Array(lines.length),
		known: Uint8Array.from([PlaceBit.openEvening, 0, 0]),
	},
	activities: {
		...{ listing: new Int32Array(), place: new Int32Array(), themesFrom: new Uint32Array(1), themes: new Uint8Array() },
		...{ audiences: new Uint16Array(), languages: new Uint32Array(), evening: new Uint8Array() },
	},
	unplaced: new Map(),
	at: 0,
} as Ground;
const stage = { municipality: 380, settlements: new Map([[3, { lon: 15, lat: north(12) }]]) };
const rows = Uint32Array.of(0, 1, 2);
const effect = (plan: Parameters<typeof alteredBy>[2], choice = everyPlace) => {
	const altered = alteredBy(ground, choice, plan, stage);
	const start = startOf(ground.places, people, altered.before);
	return effectOn(people, rows, start.now.metres, whatIf(start, altered.change).metres);
};
const whole = (metres: number | null) => metres && Math.round(metres);

test('the worked example of the method document: one closes, one opens in a settlement', () => {
	const { gain, lose, personMetres, within, settlements } = effect([
		{ do: 'close', venue: 12 },
		{ do: 'town', locality: 3 },
	]);
	expect({ ...gain, metres: whole(gain.metres) }).toEqual({ persons: 100, some: true, metres: 7000 });
	expect({ ...lose, metres: whole(lose.metres) }).toEqual({ persons: 300, some: true, metres: 3000 });
	expect(Math.round(personMetres)).toBe(700_000 - 900_000);
	expect(within.map(({ limit, before, after, gained, lost }) => [limit, before, after, gained, lost])).toEqual([
		[1000, 0.6, 0.7, 100, 0],
		[3000, 0.9, 0.7, 100, 300],
		[5000, 0.9, 1, 100, 0],
		[10_000, 1, 1, 0, 0],
		[20_000, 1, 1, 0, 0],
	]);
	expect(reachMetres).toHaveLength(within.length);
	expect(
		settlements.map(({ locality }) => locality),
		'most persons times metres first',
	).toEqual([2, 3]);
});

test('the worked example: in the evening only one counts, until another opens then', () => {
	const evening = { ...everyPlace, evening: true };
	const { gain, lose } = effect([{ do: 'evening', venue: 12 }], evening);
	// From 4 and 12 km to 1 and 7: 300 x 3 km and 100 x 5 km, 3.5 km each on average.
	expect({ ...gain, metres: whole(gain.metres) }).toEqual({ persons: 400, some: true, metres: 3500 });
	expect(lose.some).toBe(false);
});
