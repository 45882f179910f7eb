import { minutesFor, type Way } from '#domain/travel.ts';
import type { Points } from './ground.ts';
import { type Index, kNearest, type Nearest } from './nearest.ts';
import { pointsAt } from './rows.ts';

/** Minutes by rule of thumb for metres in a straight line; see `domain/travel.ts` for the rule and its sources. */
export const minutesOf = (metres: Float64Array, way: Way): Float64Array =>
	metres.map((far) => minutesFor(way, far / 1000));

/** What knows roads: minutes from each of some points to each of others. Throws when it does not answer as it should. */
export interface Roads {
	/** A line for each of `from`, in it a number for each of `to`; null where there is no way. */
	minutes(way: Way, from: Points, to: Points): Promise<(number | null)[][]>;
}

/** How long it takes everybody to the place that is reached soonest. */
export interface Soonest {
	/** Infinity where there is none. */
	readonly minutes: Float64Array;
	/** Row of the place; -1 where there is none. */
	readonly which: Int32Array;
	/** By roads, or by rule of thumb: because nobody was asked, or because it is for these rows that no answer came or no way was found. */
	readonly used: 'roads' | 'rule' | 'both';
	/** So many rows of people are by rule. */
	readonly byRule: number;
}

/** So many places, the nearest in a straight line, are asked about: one further away is hardly reached sooner. */
const CANDIDATES = 4;
/** So many points are asked about at once: what OSRM answers unless it is set otherwise (`--max-table-size`). */
const AT_ONCE = 100;

/** How long may be asked, in milliseconds, by which clock. */
interface Patience {
	longest: number;
	clock: () => number;
}
const PATIENCE: Patience = { longest: 15_000, clock: () => performance.now() };

/**
 * Minutes of everybody to the place that is reached soonest, by roads if there is somebody to ask. Only the few nearest in a
 * straight line are asked about, many people at once. The first failure ends the asking,
 * and so does the time that is given to it: the rest is by rule, and told to be so.
 */
export async function soonest(
	{ places, people, index }: { places: Points; people: Points; index: Index },
	way: Way,
	roads: Roads | null,
	{ longest, clock }: Patience = PATIENCE,
): Promise<Soonest> {
	const end = clock() + longest;
	const near = kNearest(index, people, CANDIDATES);
	const minutes = minutesOf(everyFirst(near.metres), way);
	const which = everyFirst(near.which);
	const left = new Set(which.keys().filter((row) => which[row]! >= 0));
	const rows = left.size;
	for (const batch of roads ? batchesOf(near, people) : []) {
		if (clock() > end) break;
		const told = await roads!
			.minutes(way, pointsAt(people, batch.rows), pointsAt(places, batch.places))
			.catch(() => null);
		if (!told) break;
		batch.rows.forEach((row, line) => {
			const found = bestOf(told[line]!, batch, near, row);
			if (!found) return;
			minutes[row] = found.minutes;
			which[row] = found.place;
			left.delete(row);
		});
	}
	const used = left.size === rows ? 'rule' : left.size === 0 ? 'roads' : 'both';
	return { minutes, which, used, byRule: left.size };
}

interface Batch {
	rows: number[];
	places: number[];
}

/** People with what is near them, as many together as may be asked about at once; neighbours together, whose places are the same. */
function batchesOf(near: Nearest, people: Points): Batch[] {
	const order = [...people.lon.keys()].filter((row) => near.which[row * CANDIDATES]! >= 0);
	order.sort((a, b) => near.which[a * CANDIDATES]! - near.which[b * CANDIDATES]! || a - b);
	const batches: Batch[] = [];
	let rows: number[] = [];
	let places = new Set<number>();
	for (const row of order) {
		const more = new Set([...places, ...candidatesOf(near, row)]);
		if (rows.length + 1 + more.size > AT_ONCE) {
			batches.push({ rows, places: [...places] });
			rows = [];
			places = new Set(candidatesOf(near, row));
		} else places = more;
		rows.push(row);
	}
	if (rows.length) batches.push({ rows, places: [...places] });
	return batches;
}

const candidatesOf = ({ which }: Nearest, row: number): number[] =>
	[...which.subarray(row * CANDIDATES, (row + 1) * CANDIDATES)].filter((place) => place >= 0);

/** The soonest of a row's candidates; undefined where there is no way to any. */
function bestOf(told: readonly (number | null)[], { places }: Batch, near: Nearest, row: number) {
	const own = new Set(candidatesOf(near, row));
	const found = places.flatMap((place, column) =>
		own.has(place) && typeof told[column] === 'number' ? [{ place, minutes: told[column] }] : [],
	);
	return found.sort((a, b) => a.minutes - b.minutes || a.place - b.place)[0];
}

const everyFirst = <T extends Float64Array | Int32Array>(column: T): T =>
	column.filter((_, at) => at % CANDIDATES === 0) as T;
