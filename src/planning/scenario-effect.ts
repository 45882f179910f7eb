import { FARTHEST } from './gaps.ts';
import type { People } from './ground.ts';
import { hexagonsOf, outlineOf } from './hexagons.ts';
import { maskList, maskOne, type Shown, steppedShare } from './mask.ts';
import { quantilesOf, reachMetres, reachOf } from './reach.ts';
import { valuesOf } from './rows.ts';
import { type Outcome, outcomesBy, type Side } from './what-if.ts';

/** Persons on one side of a change as they may be told, and the metres that each of them has shorter or longer, on average. */
export interface ToldSide {
	/** Null where they are too few to be told, or would give away others who are. */
	persons: Shown;
	/** Whether there is anybody at all. */
	some: boolean;
	/** Average metres, 0 where there is nobody; null where the persons are not told. */
	metres: number | null;
}

/** What a scenario does to those who live in a municipality. */
export interface Effect {
	gain: ToldSide;
	lose: ToldSide;
	/** Persons times metres that all save together; less than nothing when they lose more than they gain. */
	personMetres: number;
	/** Shares (0 to 1) of all within each of `reachMetres`, before and after, in steps that give away no small count; null where there is nobody. */
	within: { limit: number; before: number | null; after: number | null; gained: Shown; lost: Shown }[];
	/** Metres that half of them have at most; null where there is nothing or nobody. */
	half: { before: number | null; after: number | null };
	/** Settlements with anybody who gains or loses (0: outside any), most persons times metres first. */
	settlements: { locality: number; gain: ToldSide; lose: ToldSide }[];
}

/** A hexagon in which the way has changed for somebody, wherever they live. */
export interface ChangedHexagon {
	/** Corners, WGS84 longitude first, the first again at the end. */
	outline: [lon: number, lat: number][];
	/** Average metres that a person who lives there saves; less than nothing where they lose. */
	saved: number;
}

/** What a change from metres before to metres after does to some of the people (`rows`). Sums as `outcomesBy`; masked as docs/planning-method.md says. */
export function effectOn(people: People, rows: Uint32Array, before: Float64Array, after: Float64Array): Effect {
	const was = valuesOf(before, rows);
	const is = valuesOf(after, rows);
	const persons = valuesOf(people.persons, rows);
	const here = { ...people, persons };
	const limits = [...reachMetres];
	const bySettlement = outcomesBy(
		was,
		is,
		here,
		limits,
		Int32Array.from(rows, (row) => people.locality[row]!),
	);
	const places = [...bySettlement].sort(([a, one], [b, other]) => weightOf(other) - weightOf(one) || a - b);
	const [gains, losses] = [toldSides(places, 'gain'), toldSides(places, 'lose')];
	const reach = { before: reachOf(was, persons, limits), after: reachOf(is, persons, limits) };
	const share = (count: number) => steppedShare(count / reach.before.persons, reach.before.persons);
	return {
		gain: gains.total,
		lose: losses.total,
		personMetres: gains.personMetres - losses.personMetres,
		within: limits.map((limit, at) => ({
			limit,
			before: share(reach.before.within[at]!),
			after: share(reach.after.within[at]!),
			gained: maskOne(sumOf(bySettlement, ({ within }) => within[at]!.gained)),
			lost: maskOne(sumOf(bySettlement, ({ within }) => within[at]!.lost)),
		})),
		half: { before: halfOf(was, persons), after: halfOf(is, persons) },
		settlements: places.map(([locality], at) => ({ locality, gain: gains.each[at]!, lose: losses.each[at]! })),
	};
}

const weightOf = ({ gain, lose }: Outcome) => gain.personMetres + lose.personMetres;
const sumOf = (outcomes: ReadonlyMap<number, Outcome>, of: (outcome: Outcome) => number) =>
	[...outcomes.values()].reduce((sum, outcome) => sum + of(outcome), 0);

function toldSides(places: readonly (readonly [number, Outcome])[], side: 'gain' | 'lose') {
	const all = places.map(([, outcome]) => outcome[side]);
	const { counts, total } = maskList(all.map(({ persons }) => persons));
	const whole = {
		persons: all.reduce((sum, { persons }) => sum + persons, 0),
		personMetres: all.reduce((sum, { personMetres }) => sum + personMetres, 0),
	};
	return {
		each: all.map((one, at) => toldSide(one, counts[at]!)),
		total: toldSide(whole, total),
		personMetres: whole.personMetres,
	};
}

/** Fewer than half a person of an estimate is nobody. */
const toldSide = ({ persons, personMetres }: Side, told: Shown): ToldSide => ({
	persons: told,
	some: told !== 0,
	metres: told === 0 ? 0 : told === null ? null : personMetres / persons,
});

function halfOf(metres: Float64Array, persons: Float64Array): number | null {
	const [half] = quantilesOf(metres, persons, [0.5]);
	return half !== null && Number.isFinite(half) ? half! : null;
}

/** Hexagons drawn at most. */
const MOST_HEXAGONS = 400;

/** Where the way has changed, as hexagons: of all that live in `rows` and whoever else gains or loses. */
export function changedHexagons(
	people: People,
	rows: Uint32Array,
	before: Float64Array,
	after: Float64Array,
): ChangedHexagon[] {
	const wanted = new Set(rows);
	before.forEach((was, row) => {
		if (was !== after[row] && people.persons[row]! > 0) wanted.add(row);
	});
	const all = [...wanted];
	const points = {
		lon: Float64Array.from(all, (row) => people.lon[row]!),
		lat: Float64Array.from(all, (row) => people.lat[row]!),
	};
	const hexagons = hexagonsOf(points, MOST_HEXAGONS);
	const persons = new Float64Array(hexagons.ids.length);
	const saved = new Float64Array(hexagons.ids.length);
	for (const [at, row] of all.entries()) {
		const hexagon = hexagons.of[at]!;
		if (hexagon < 0) continue;
		persons[hexagon]! += people.persons[row]!;
		saved[hexagon]! += people.persons[row]! * (Math.min(FARTHEST, before[row]!) - Math.min(FARTHEST, after[row]!));
	}
	return hexagons.ids.flatMap((id, at) => {
		const each = saved[at]! / persons[at]!;
		return Math.abs(each) >= 1 ? [{ outline: outlineOf(id), saved: each }] : [];
	});
}
