import type { MultiPolygon } from '#domain/geo.ts';
import { containment } from './area.ts';
import { ageBands, type People } from './ground.ts';
import { joinedSquares } from './joined-squares.ts';
import { indexOf, nearest } from './nearest.ts';
import { shareOut } from './share-out.ts';

/** People who were counted in an area with a polygon; `lon`/`lat` lies within. */
export interface CountedArea {
	/** SCB code as a number. */
	readonly municipality: number;
	readonly persons: number;
	/** Persons by `ageBands`, or null. */
	readonly ages: readonly number[] | null;
	readonly polygon: MultiPolygon;
	readonly lon: number;
	readonly lat: number;
}

/** People who were counted in a square. */
export type CountedCell = Omit<CountedArea, 'polygon'>;

/** What was imported, and for which municipalities it stands instead of the estimate. */
export interface Counted {
	readonly areas: readonly CountedArea[];
	readonly cells: readonly CountedCell[];
	/** SCB codes as numbers. */
	readonly covered: ReadonlySet<number>;
	/** Persons by age band of whole municipalities, for those whose points tell no ages. */
	readonly ages: ReadonlyMap<number, readonly number[]>;
}

/** A square is part of a settlement when a point of its disc is so near, in metres: points lie some 360 m apart. */
const PART_OF = 400;

interface Rows {
	lon: number[];
	lat: number[];
	persons: number[];
	ages: (readonly number[] | null)[];
	municipality: number[];
	locality: number[];
	settlement: number[];
	estimated: number[];
}

/**
 * The estimate, with what was counted instead where it was. The people of an area are spread over the estimate's points within
 * it, in proportion, or put on its own point where it holds none; those of a square stand in its middle, fewer than five with
 * their nearest. Each area's people sum exactly to what was counted (to a 64th), and so do those of a municipality's squares.
 */
export function withCounted(estimate: People, counted: Counted): People {
	const rows: Rows = {
		lon: [],
		lat: [],
		persons: [],
		ages: [],
		municipality: [],
		locality: [],
		settlement: [],
		estimated: [],
	};
	estimate.persons.forEach((persons, at) => {
		const municipality = estimate.municipality[at]!;
		if (!counted.covered.has(municipality)) add(rows, estimate, at, persons, municipality, null, 1);
	});
	const within = finder(estimate);
	const found = counted.areas.map(within);
	found.forEach((points, at) => {
		if (points.length > 0) spread(rows, estimate, points, counted.areas[at]!);
	});
	const alone = counted.areas.filter((_, at) => found[at]!.length === 0);
	put(rows, estimate, joinedSquares([...alone, ...counted.cells]));
	return columns(rows, counted.ages);
}

function add(
	rows: Rows,
	of: People,
	at: number,
	persons: number,
	municipality: number,
	ages: Rows['ages'][0],
	estimated: 0 | 1,
) {
	rows.lon.push(of.lon[at]!);
	rows.lat.push(of.lat[at]!);
	rows.persons.push(persons);
	rows.ages.push(ages);
	rows.municipality.push(municipality);
	rows.locality.push(of.locality[at]!);
	rows.settlement.push(of.settlement[at]!);
	rows.estimated.push(estimated);
}

/** Spreads an area's people over points of the estimate: those are where people plausibly live, not where they were counted. */
function spread(rows: Rows, estimate: People, points: readonly number[], area: CountedArea): void {
	const weights = points.map((at) => estimate.persons[at]!);
	const persons = shareOut(area.persons, weights);
	points.forEach((at, i) => {
		const part = area.persons > 0 ? persons[i]! / area.persons : 0;
		if (persons[i]! > 0)
			add(rows, estimate, at, persons[i]!, area.municipality, area.ages?.map((band) => band * part) ?? null, 0);
	});
}

/** Puts people where they were counted, in the settlement whose estimated points are near. */
function put(rows: Rows, estimate: People, counted: readonly CountedCell[]): void {
	if (counted.length === 0) return;
	const towns = [...estimate.persons.keys()].filter((at) => estimate.locality[at] !== 0);
	const points = {
		lon: Float64Array.from(counted, ({ lon }) => lon),
		lat: Float64Array.from(counted, ({ lat }) => lat),
	};
	const { metres, which } = nearest(indexOf(estimate, towns), points);
	counted.forEach(({ lon, lat, persons, ages, municipality }, i) => {
		if (persons <= 0) return;
		const town = metres[i]! <= PART_OF ? which[i]! : -1;
		rows.lon.push(lon);
		rows.lat.push(lat);
		rows.persons.push(persons);
		rows.ages.push(ages);
		rows.municipality.push(municipality);
		rows.locality.push(town < 0 ? 0 : estimate.locality[town]!);
		rows.settlement.push(town < 0 ? 0 : estimate.settlement[town]!);
		rows.estimated.push(0);
	});
}

/** Degrees along each side of the boxes in which points are looked up. */
const BOX = 0.05;
const boxOf = (lon: number, lat: number) => Math.floor(lon / BOX) * 10_000 + Math.floor(lat / BOX);

/** Finds the points of the estimate within an area. */
function finder(estimate: People): (area: CountedArea) => number[] {
	const boxes = Map.groupBy(estimate.persons.keys(), (at) => boxOf(estimate.lon[at]!, estimate.lat[at]!));
	return ({ polygon }) => {
		const holds = containment(polygon);
		let [west, south, east, north] = [180, 90, -180, -90];
		for (const [lon, lat] of polygon.coordinates.flat(2) as [number, number][]) {
			[west, east] = [Math.min(west, lon), Math.max(east, lon)];
			[south, north] = [Math.min(south, lat), Math.max(north, lat)];
		}
		const found: number[] = [];
		for (let x = Math.floor(west / BOX); x <= Math.floor(east / BOX); x++)
			for (let y = Math.floor(south / BOX); y <= Math.floor(north / BOX); y++)
				for (const at of boxes.get(x * 10_000 + y) ?? [])
					if (holds(estimate.lon[at]!, estimate.lat[at]!)) found.push(at);
		return found;
	};
}

/** Rows as columns; those without ages of their own have those of their municipality, in proportion, where they are known. */
function columns(rows: Rows, municipalities: Counted['ages']): People {
	const shares = new Map([...municipalities].map(([code, ages]) => [code, partsOf(ages)]));
	const ages = rows.persons.map((persons, at) => {
		const own = rows.ages[at];
		return own ?? shares.get(rows.municipality[at]!)?.map((share) => share * persons) ?? null;
	});
	const isKnown = ages.some((bands) => bands !== null);
	const byAge = isKnown ? ageBands.map((_, band) => Float64Array.from(ages, (bands) => bands?.[band] ?? 0)) : [];
	return {
		lon: Float64Array.from(rows.lon),
		lat: Float64Array.from(rows.lat),
		persons: Float64Array.from(rows.persons),
		byAge,
		municipality: Uint16Array.from(rows.municipality),
		locality: Int32Array.from(rows.locality),
		settlement: Uint8Array.from(rows.settlement),
		estimated: Uint8Array.from(rows.estimated),
	};
}

function partsOf(ages: readonly number[]): number[] {
	const all = ages.reduce((sum, band) => sum + band, 0);
	return ages.map((band) => (all > 0 ? band / all : 0));
}
