import { chordKm, chordOf, unitVector } from '#domain/geo.ts';
import type { Points } from './ground.ts';

/**
 * Points on a sphere of radius one, x, y, z after each other in the order of the points: what distances are computed
 * from. NaN where the position is unknown.
 */
export function vectorsOf({ lon, lat }: Points): Float64Array {
	const vectors = new Float64Array(lon.length * 3);
	for (let row = 0; row < lon.length; row++) vectors.set(unitVector({ lon: lon[row]!, lat: lat[row]! }), row * 3);
	return vectors;
}

/** The square of the chord between two such points; it grows with the distance, so that nearest is nearest. */
export function squareBetween(a: Float64Array, rowA: number, b: Float64Array, rowB: number): number {
	const x = a[3 * rowA]! - b[3 * rowB]!;
	const y = a[3 * rowA + 1]! - b[3 * rowB + 1]!;
	const z = a[3 * rowA + 2]! - b[3 * rowB + 2]!;
	return x * x + y * y + z * z;
}

/** Great-circle metres of the square of a chord; Infinity stays so. */
export const metresOf = (square: number): number =>
	square === Number.POSITIVE_INFINITY ? square : 1000 * chordKm(Math.sqrt(square));

/** The square of the chord that spans so many great-circle metres; beyond the other side of the Earth nothing is further. */
export const squareOf = (metres: number): number => (metres >= 20_015_114 ? 4.000_001 : chordOf(metres / 1000) ** 2);
