import type { People } from './ground.ts';
import { type Hexagons, hexagonsOf } from './hexagons.ts';
import { indexOf, type Nearest, nearest } from './nearest.ts';
import { quantilesBy } from './reach.ts';

/**
 * Metres that count for one who has nothing at all, and at most for anybody: else one hut without any place would
 * outweigh a town, and where there is nothing anywhere all would be alike.
 */
export const FARTHEST = 100_000;

/** A settlement, or a piece of the country outside settlements, with people who have nothing near. */
export interface Gap {
	/** Id of the settlement; for the country outside any, of the settlement that is nearest to them. 0 when there is none. */
	locality: number;
	/** They live outside settlements, round the one that is named. */
	around: boolean;
	/** H3 cell, for those outside settlements. */
	hexagon: string | null;
	/** Persons who have further than the limit. */
	persons: number;
	/** All persons of the settlement or piece. */
	of: number;
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

/** In which place each row of people lives: a settlement, or a hexagon outside of any. */
interface Pieces {
	readonly of: Int32Array;
	readonly named: readonly { locality: number; hexagon: string | null }[];
}

/**
 * Where people live who have further than `limit` metres, by settlement and, outside settlements, by hexagon: the
 * largest sum of persons times metres first. Everybody who has further is in exactly one of them.
 */
export function gapsOf(people: People, found: Nearest, limit: number, hexagons: Hexagons = hexagonsOf(people)): Gap[] {
	const pieces = piecesOf(people, hexagons);
	const sums = pieces.named.map(() => ({
		persons: 0,
		of: 0,
		personMetres: 0,
		lon: 0,
		lat: 0,
		to: new Map<number, number>(),
	}));
	const beyond = new Float64Array(people.persons.length);
	for (let row = 0; row < beyond.length; row++) {
		const sum = sums[pieces.of[row]!]!;
		const persons = people.persons[row]!;
		sum.of += persons;
		if (!(persons > 0) || found.metres[row]! <= limit) continue;
		beyond[row] = persons;
		sum.persons += persons;
		sum.personMetres += persons * Math.min(FARTHEST, found.metres[row]!);
		sum.lon += persons * people.lon[row]!;
		sum.lat += persons * people.lat[row]!;
		sum.to.set(found.which[row]!, (sum.to.get(found.which[row]!) ?? 0) + persons);
	}
	const medians = quantilesBy(found.metres, beyond, [0.5], pieces.of);
	const gaps = sums.flatMap(({ to, ...sum }, piece): Gap[] => {
		if (sum.persons === 0) return [];
		return [
			{
				...pieces.named[piece]!,
				around: pieces.named[piece]!.hexagon !== null,
				...sum,
				lon: sum.lon / sum.persons,
				lat: sum.lat / sum.persons,
				median: medians.get(piece)![0]!,
				which: mostOf(to),
			},
		];
	});
	return named(gaps, people).sort(
		(a, b) => b.personMetres - a.personMetres || b.persons - a.persons || a.locality - b.locality,
	);
}

function piecesOf({ locality }: People, hexagons: Hexagons): Pieces {
	const number = new Map<string, number>();
	const named: { locality: number; hexagon: string | null }[] = [];
	const of = Int32Array.from(locality, (settlement, row) => {
		const hexagon = settlement === 0 ? (hexagons.ids[hexagons.of[row]!] ?? '') : null;
		const key = hexagon ?? `${settlement}`;
		const known = number.get(key) ?? number.size;
		if (known === number.size) named.push({ locality: settlement, hexagon });
		number.set(key, known);
		return known;
	});
	return { of, named };
}

/** Whom most go to; of those that as many go to, the lowest row. */
function mostOf(to: ReadonlyMap<number, number>): number {
	const [first] = [...to].sort(([a, persons], [b, others]) => others - persons || a - b);
	return first![0];
}

/** Names those outside settlements by the one whose middle is nearest to theirs. */
function named(gaps: Gap[], people: People): Gap[] {
	const outside = gaps.filter(({ around }) => around);
	if (outside.length === 0) return gaps;
	const middles = middlesOf(people);
	const at = { lon: Float64Array.from(outside, ({ lon }) => lon), lat: Float64Array.from(outside, ({ lat }) => lat) };
	const { which } = nearest(indexOf(middles), at);
	outside.forEach((gap, place) => {
		gap.locality = which[place]! < 0 ? 0 : middles.locality[which[place]!]!;
	});
	return gaps;
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
