import { loadGeography } from '../../db/geography/index.ts';
import type { People } from '../planning/ground.ts';

/** Where people live. */
export function populationQueries() {
	return {
		people: async (): Promise<People> => settlements(),
		version: async (): Promise<number> => 0,
	};
}

function settlements(): People {
	const { localities, municipalities } = loadGeography();
	const rest = municipalities.map((one) => ({
		...one,
		id: 0,
		municipality: one.code,
		population: Math.max(
			0,
			one.population -
				localities
					.filter((place) => place.municipality === one.code && place.kind !== 'district')
					.reduce((sum, place) => sum + place.population, 0),
		),
	}));
	const rows = [...localities.filter(({ kind }) => kind !== 'district'), ...rest];
	return {
		lon: Float64Array.from(rows, ({ lon }) => lon),
		lat: Float64Array.from(rows, ({ lat }) => lat),
		persons: Float64Array.from(rows, ({ population }) => population),
		byAge: [],
		municipality: Uint16Array.from(rows, ({ municipality }) => Number(municipality)),
		locality: Int32Array.from(rows, ({ id }) => id),
		settlement: Uint8Array.from(rows, ({ id, population }) =>
			id === 0 ? 0 : population < 1000 ? 2 : population < 10000 ? 3 : 4,
		),
		estimated: Uint8Array.from(rows, ({ id }) => (id === 0 ? 1 : 0)),
	};
}
