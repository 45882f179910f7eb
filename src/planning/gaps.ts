import type { People, Points } from './ground.ts';
import { indexOf, type Nearest, nearest } from './nearest.ts';
import { quantilesBy } from './reach.ts';
import { valuesOf } from './rows.ts';

/**
 * Metres that count for one who has nothing at all, and at most for anybody: else one hut without any place would
 * outweigh a town, and where there is nothing anywhere all would be alike.
 */
export const FARTHEST = 100_000;

/** A settlement, or the country round it, with people who have nothing near. */
export interface Gap {
	/** Id of the settlement; 0 where there is none in the whole country. */
	locality: number;
	/** They live outside settlements, and this is the nearest. */
	around: boolean;
	/** Persons who have further than the limit. */
	persons: number;
	/** Metres that half of those persons have at most; Infinity where there is nothing. */
	median: number;
	/** Row of the place that is the nearest to most of them; -1 where there is none. */
	which: number;
	/** Sum of their metres, each at most `FARTHEST`: what gaps are ranked by. */
	personMetres: number;
	/** Their middle, WGS84. */
	lon: number;
	lat: number;
}

/**
 * Where people live who have further than `limit` metres: by settlement, and outside settlements by the settlement that is nearest;
 * the largest sum of persons times metres first. Everybody of `rows` (of all, if left out) who has further is in exactly one
 * of them.
 */
export function gapsOf(
	people: People,
	found: Nearest,
	limit: number,
	rows: ArrayLike<number> = everyRow(people),
): Gap[] {
	const far = Int32Array.from(rows).filter((row) => people.persons[row]! > 0 && !(found.metres[row]! <= limit));
	const pieces = piecesOf(people, far);
	const gaps = sums(people, found, far, pieces);
	return gaps.sort((a, b) => b.personMetres - a.personMetres || b.persons - a.persons || a.locality - b.locality);
}

const everyRow = ({ lon }: Points) => Int32Array.from({ length: lon.length }, (_, row) => row);

/** Adds up who lives in each piece. `far` and `pieces` belong to each other. */
function sums(people: People, found: Nearest, far: Int32Array, pieces: Int32Array): Gap[] {
	const medians = quantilesBy(valuesOf(found.metres, far), valuesOf(people.persons, far), [0.5], pieces);
	const gaps = new Map<number, Gap>();
	const to = new Map<number, Map<number, number>>();
	far.forEach((row, at) => {
		const piece = pieces[at]!;
		const gap = gaps.get(piece) ?? nobody(piece, medians.get(piece)![0]!);
		gaps.set(piece, gap);
		const persons = people.persons[row]!;
		gap.persons += persons;
		gap.personMetres += persons * Math.min(FARTHEST, found.metres[row]!);
		gap.lon += persons * people.lon[row]!;
		gap.lat += persons * people.lat[row]!;
		const places = to.get(piece) ?? new Map<number, number>();
		to.set(piece, places);
		places.set(found.which[row]!, (places.get(found.which[row]!) ?? 0) + persons);
	});
	for (const [piece, gap] of gaps) {
		gap.lon /= gap.persons;
		gap.lat /= gap.persons;
		gap.which = mostOf(to.get(piece)!);
	}
	return [...gaps.values()];
}

/** Pieces are numbered by their settlement: twice its id, and one more for the country round it. */
const nobody = (piece: number, median: number): Gap => ({
	locality: piece >> 1,
	around: piece % 2 === 1,
	...{ persons: 0, personMetres: 0, lon: 0, lat: 0, median, which: -1 },
});

/** Which piece each of some rows lives in. */
function piecesOf(people: People, rows: Int32Array): Int32Array {
	const outside = rows.filter((row) => people.locality[row] === 0);
	const middles = middlesOf(people);
	const at = {
		lon: Float64Array.from(outside, (row) => people.lon[row]!),
		lat: Float64Array.from(outside, (row) => people.lat[row]!),
	};
	const { which } = nearest(indexOf(middles), at);
	let next = 0;
	return rows.map((row) => {
		if (people.locality[row] !== 0) return 2 * people.locality[row]!;
		const middle = which[next++]!;
		return (middle < 0 ? 0 : 2 * middles.locality[middle]!) + 1;
	});
}

/** Whom most go to; of those that as many go to, the lowest row. */
function mostOf(to: ReadonlyMap<number, number>): number {
	const [first] = [...to].sort(([a, persons], [b, others]) => others - persons || a - b);
	return first![0];
}

/** The middle of each settlement's people. */
function middlesOf({ locality, lon, lat, persons }: People) {
	const sums = new Map<number, [persons: number, lon: number, lat: number]>();
	for (let row = 0; row < lon.length; row++) {
		if (locality[row] === 0 || !(persons[row]! > 0)) continue;
		const sum = sums.get(locality[row]!) ?? [0, 0, 0];
		sum[0] += persons[row]!;
		sum[1] += persons[row]! * lon[row]!;
		sum[2] += persons[row]! * lat[row]!;
		sums.set(locality[row]!, sum);
	}
	const all = [...sums.values()];
	return {
		locality: [...sums.keys()],
		lon: Float64Array.from(all, ([weight, east]) => east / weight),
		lat: Float64Array.from(all, ([weight, , north]) => north / weight),
	};
}
