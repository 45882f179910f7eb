import type { People } from './ground.ts';

/** People in one municipality and one settlement, or outside any. */
export interface Placed {
	readonly lon: readonly number[];
	readonly lat: readonly number[];
	readonly persons: Float64Array;
	/** SCB code as a number. */
	readonly municipality: number;
	/** Id of the settlement; 0 outside any. */
	readonly locality: number;
	/** Index in `settlementClasses`. */
	readonly settlement: number;
}

/** Estimated people as the columns of planning, in the order given; nobody knows their ages. */
export function joinPeople(placed: readonly Placed[]): People {
	const length = placed.reduce((sum, { persons }) => sum + persons.length, 0);
	const people = {
		lon: new Float64Array(length),
		lat: new Float64Array(length),
		persons: new Float64Array(length),
		byAge: [],
		municipality: new Uint16Array(length),
		locality: new Int32Array(length),
		settlement: new Uint8Array(length),
		estimated: new Uint8Array(length).fill(1),
	};
	let from = 0;
	for (const part of placed) {
		const to = from + part.persons.length;
		people.lon.set(part.lon, from);
		people.lat.set(part.lat, from);
		people.persons.set(part.persons, from);
		people.municipality.fill(part.municipality, from, to);
		people.locality.fill(part.locality, from, to);
		people.settlement.fill(part.settlement, from, to);
		from = to;
	}
	return people;
}
