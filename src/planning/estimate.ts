import {
	type Belonging,
	belonging,
	isLand,
	KM_LAT,
	kmLon,
	type LandGrid,
	landSquares,
	latOf,
	type Settlement,
	squareOf,
} from './estimate-ground.ts';
import { type Registered, seatOf, splitAll } from './estimate-split.ts';
import { type People, settlementClassOf } from './ground.ts';
import { joinPeople, type Placed } from './people.ts';
import { shareOut } from './share-out.ts';

/** What the estimate is made from: the package of places alone. */
export interface EstimateInput {
	readonly municipalities: readonly Registered[];
	readonly settlements: readonly Settlement[];
	readonly land: LandGrid;
}

/** Persons to a point of the countryside, about. */
const RURAL_POINT = 36;
/** Square kilometres to a point of a town, about, and the fewest points of one. */
const TOWN_POINT = 0.13;
const FEWEST = 6;
/** Kilometres from a settlement at which the countryside is half as densely peopled as beside it. */
const HALF_KM = 15;
/** The angle that spreads points evenly over a disc (Vogel's spiral). */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Persons to the square kilometre of a settlement: 800 in one of a thousand people, 2 500 in one of a hundred thousand. */
export const townDensity = (persons: number): number => 2500 * (Math.max(1, persons) / 100_000) ** 0.25;

const townKm2 = (persons: number) => persons / townDensity(persons);

/** The land as each municipality has it, as far as the package can tell. */
interface Ground {
	readonly land: LandGrid;
	readonly settlements: readonly Settlement[];
	readonly cells: Belonging;
	/** Cells of each municipality. */
	readonly cellsOf: ReadonlyMap<string, readonly number[]>;
}

/**
 * People as points for the whole country, from the settlements of the package and each municipality's registered population.
 * The rule and its known error stand in docs/planning-method.md. The same input gives the same points; those of a municipality
 * sum exactly to its population.
 */
export function estimatePeople({ municipalities, settlements, land }: EstimateInput): People {
	const cells = belonging(land, settlements);
	const ground: Ground = { land, settlements, cells, cellsOf: cellsByMunicipality(cells, settlements) };
	const own = Map.groupBy(settlements, ({ municipality }) => municipality);
	const ownOf = (code: string) => own.get(code) ?? [];
	const splits = splitAll(municipalities, ownOf, (code) => landKm2(land, ground.cellsOf.get(code) ?? []));
	const placed: Placed[] = [];
	for (const municipality of municipalities) {
		const { towns, rest } = splits.get(municipality.code)!;
		const mine = ownOf(municipality.code);
		const classes = classesOf(mine, towns);
		mine.forEach((settlement, at) => {
			if (towns[at]! > 0) placed.push(townPoints(ground, settlement, towns[at]!, classes[at]!));
		});
		if (rest > 0) placed.push(restPoints(ground, municipality, rest, radii(mine, towns)));
	}
	return joinPeople(placed);
}

function cellsByMunicipality(cells: Belonging, settlements: readonly Settlement[]): Map<string, number[]> {
	const found = new Map<string, number[]>();
	cells.settlement.forEach((settlement, cell) => {
		if (settlement < 0) return;
		const { municipality } = settlements[settlement]!;
		const known = found.get(municipality);
		if (known) known.push(cell);
		else found.set(municipality, [cell]);
	});
	return found;
}

function landKm2(land: LandGrid, cells: readonly number[]): number {
	let km2 = 0;
	for (const cell of cells) km2 += (landSquares(land, cell) / land.squares ** 2) * cellKm2(land, cell);
	return km2;
}

const cellKm2 = (land: LandGrid, cell: number) => land.cellLat * KM_LAT * land.cellLon * kmLon(latOf(land, cell));

/** The class of each settlement; a part of a town is as large as the town. */
function classesOf(settlements: readonly Settlement[], towns: Float64Array): number[] {
	const seat = seatOf(settlements);
	let whole = seat < 0 ? 0 : towns[seat]!;
	settlements.forEach(({ part }, at) => {
		if (part) whole += towns[at]!;
	});
	return settlements.map(({ part }, at) => settlementClassOf(part || at === seat ? whole : towns[at]!));
}

/** The radius of each settlement's disc in kilometres, by its id. */
const radii = (settlements: readonly Settlement[], towns: Float64Array) =>
	new Map(settlements.map(({ id }, at) => [id, Math.sqrt(townKm2(towns[at]!) / Math.PI)]));

/** A settlement's people over a disc of its density; where that is water or another municipality, the disc grows elsewhere. */
function townPoints({ land, settlements, cells }: Ground, town: Settlement, persons: number, kind: number): Placed {
	const km2 = townKm2(persons);
	const count = Math.min(Math.ceil(persons), Math.max(FEWEST, Math.round(km2 / TOWN_POINT)));
	const lon: number[] = [];
	const lat: number[] = [];
	const isOwn = (east: number, north: number) => {
		if (!isLand(land, east, north)) return false;
		const row = Math.floor((land.north - north) / land.cellLat);
		const at = cells.settlement[row * land.columns + Math.floor((east - land.west) / land.cellLon)]!;
		return at >= 0 && settlements[at]!.municipality === town.municipality;
	};
	for (let i = 0; lon.length < count && i < 20 * count; i++) {
		const radius = Math.sqrt(((i + 0.5) * km2) / count / Math.PI);
		const north = town.lat + (radius * Math.cos(i * GOLDEN)) / KM_LAT;
		const east = town.lon + (radius * Math.sin(i * GOLDEN)) / kmLon(town.lat);
		if (!isOwn(east, north)) continue;
		lon.push(east);
		lat.push(north);
	}
	// The package knows no land there: the settlement itself is somewhere.
	if (lon.length === 0) [lon[0], lat[0]] = [town.lon, town.lat];
	const parts = shareOut(persons, new Float64Array(lon.length).fill(1));
	return { lon, lat, persons: parts, municipality: Number(town.municipality), locality: town.id, settlement: kind };
}

/** The people outside settlements: over the municipality's land beyond their discs, nearer rather than further. */
function restPoints(ground: Ground, { code, lon, lat }: Registered, rest: number, radius: Map<number, number>): Placed {
	const { land, settlements, cells, cellsOf } = ground;
	const all = cellsOf.get(code) ?? [];
	const isOutside = (cell: number) => cells.km[cell]! > (radius.get(settlements[cells.settlement[cell]!]!.id) ?? 0);
	const outside = all.filter(isOutside);
	const chosen = outside.length > 0 ? outside : all;
	const whole = { municipality: Number(code), locality: 0, settlement: 0 };
	if (chosen.length === 0) return { ...whole, lon: [lon], lat: [lat], persons: Float64Array.of(rest) };
	const drawn = draw(chosen, (cell) => ruralWeight(ground, cell), Math.ceil(rest / RURAL_POINT));
	const squares = drawn.map(({ cell }) => squareOf(land, cell, scatter(cell) % landSquares(land, cell)));
	return {
		...whole,
		lon: squares.map((square) => square.lon),
		lat: squares.map((square) => square.lat),
		persons: shareOut(
			rest,
			drawn.map(({ times }) => times),
		),
	};
}

/** How many live in a cell of the countryside, in proportion: by its land, and fewer the further from a settlement. */
const ruralWeight = ({ land, cells }: Ground, cell: number) =>
	(landSquares(land, cell) * cellKm2(land, cell)) / (1 + (cells.km[cell]! / HALF_KM) ** 2);

/** Draws so many times from cells by weight, at even steps along them (systematic sampling): no chance, and no cell is favoured. */
function draw(
	cells: readonly number[],
	weigh: (cell: number) => number,
	times: number,
): { cell: number; times: number }[] {
	const weights = cells.map(weigh);
	const step = weights.reduce((sum, weight) => sum + weight, 0) / times;
	const drawn: { cell: number; times: number }[] = [];
	let passed = 0;
	let next = 0.5;
	cells.forEach((cell, at) => {
		passed += weights[at]!;
		let count = 0;
		for (; count < times && next * step <= passed; next++) count++;
		if (count > 0) drawn.push({ cell, times: count });
	});
	return drawn;
}

/** A number that looks like chance and is always the same for a cell. */
const scatter = (cell: number) => (Math.imul(cell ^ (cell >>> 15), 0x9e3779b1) >>> 8) & 0xffff;
