import type { People, Points } from './ground.ts';

/** Some rows of columns, in the order in which they are wanted. */
export type Rows = ArrayLike<number>;

/** A column's values of some rows. */
export const valuesOf = (column: ArrayLike<number>, rows: Rows): Float64Array =>
	Float64Array.from(rows, (row) => column[row]!);

/** Points of some rows. */
export const pointsAt = ({ lon, lat }: Points, rows: Rows): Points => ({
	lon: valuesOf(lon, rows),
	lat: valuesOf(lat, rows),
});

export const sumOf = (values: Float64Array): number => values.reduce((total, one) => total + one, 0);

/** How many of the persons of some rows are an estimate's, not counted where they live. */
export const estimatedOf = ({ persons, estimated }: People, rows: Rows): number =>
	sumOf(Float64Array.from(rows, (row) => estimated[row]! * persons[row]!));

/** A number that JSON can hold: Infinity is told as null. */
export const finite = (value: number | null): number | null =>
	value !== null && Number.isFinite(value) ? value : null;
