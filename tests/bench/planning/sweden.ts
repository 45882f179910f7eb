import { loadGeography } from '../../../db/geography/index.ts';
import type { People, Points } from '../../../src/planning/ground.ts';

/** A country to plan in: people in cells, places to meet, and candidates for more of them. */
export interface Sweden {
	people: People;
	places: Points;
	municipalities: number;
}

/** Numbers from 0 to 1, the same each time. */
export function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

/**
 * Cells and places strewn round the real settlements, more round larger ones (by the root of their people), from their middle outwards;
 * a tenth lies in the country between. The cells' people add up to 10 million.
 */
export function sweden({
	cells,
	places,
	persons = 10_000_000,
}: {
	cells: number;
	places: number;
	persons?: number;
}): Sweden {
	const { localities, municipalities } = loadGeography();
	const settlements = localities.filter(({ kind }) => kind !== 'district');
	const random = dice(20_261_126);
	const upTo: number[] = [];
	for (const { population } of settlements) upTo.push((upTo.at(-1) ?? 0) + Math.sqrt(population + 25));
	const strewn = (count: number) => Array.from({ length: count }, () => strew(pick(upTo, random() * upTo.at(-1)!)));
	function strew(at: number) {
		const { lon, lat, municipality, population, id } = settlements[at]!;
		const outside = random() < 0.1;
		const km = (outside ? 15 : 0.3 + Math.sqrt(population) / 60) * Math.sqrt(random());
		const turn = 2 * Math.PI * random();
		const east = (km * Math.cos(turn)) / (111.32 * Math.cos((lat * Math.PI) / 180));
		return {
			lon: lon + east,
			lat: lat + (km * Math.sin(turn)) / 111.2,
			municipality: Number(municipality),
			locality: outside ? 0 : id,
			weight: outside ? 0.1 : 1 + 4 * random() ** 4,
		};
	}
	const lives = strewn(cells);
	const all = lives.reduce((sum, { weight }) => sum + weight, 0);
	const meets = strewn(places);
	return {
		people: {
			lon: Float64Array.from(lives, ({ lon }) => lon),
			lat: Float64Array.from(lives, ({ lat }) => lat),
			persons: Float64Array.from(lives, ({ weight }) => Math.round((weight * persons) / all)),
			byAge: [],
			municipality: Uint16Array.from(lives, ({ municipality }) => municipality),
			locality: Int32Array.from(lives, ({ locality }) => locality),
			settlement: Uint8Array.from(lives, ({ locality }) => (locality === 0 ? 0 : 4)),
			estimated: new Uint8Array(cells),
		},
		places: { lon: Float64Array.from(meets, ({ lon }) => lon), lat: Float64Array.from(meets, ({ lat }) => lat) },
		municipalities: municipalities.length,
	};
}

function pick(upTo: readonly number[], wanted: number): number {
	let [low, high] = [0, upTo.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (upTo[middle]! < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The people of one municipality. */
export function ofMunicipality(people: People, code: number): People {
	const rows = Array.from(people.municipality.keys()).filter((row) => people.municipality[row] === code);
	return {
		lon: Float64Array.from(rows, (row) => people.lon[row]!),
		lat: Float64Array.from(rows, (row) => people.lat[row]!),
		persons: Float64Array.from(rows, (row) => people.persons[row]!),
		byAge: [],
		municipality: Uint16Array.from(rows, (row) => people.municipality[row]!),
		locality: Int32Array.from(rows, (row) => people.locality[row]!),
		settlement: Uint8Array.from(rows, (row) => people.settlement[row]!),
		estimated: new Uint8Array(rows.length),
	};
}
