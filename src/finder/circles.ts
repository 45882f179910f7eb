import { chordOf, EARTH_KM, type LonLat } from '../domain/geo.ts';
import { columnAt, columnsWithin, type Grid, rowAt, southOf } from './grid.ts';

const RAD = Math.PI / 180;
/** Degrees that lie so near the edge of a circle count as on it: a metre, which no rounding makes. */
const DOUBT = 1e-5;
const ALL = 360;

/**
 * How many documents of a grid lie within each of some distances from a point; kilometres, ascending. What lies in a circle as a
 * whole is counted without being looked at, row by row of cells, and measured is only what lies in a cell that its edge goes through.
 * `squareTo`: of a document, the square of the chord to the point.
 */
export function countCircles(
	grid: Grid,
	point: LonLat,
	kilometres: readonly number[],
	squareTo: (doc: number) => number,
): Uint32Array {
	const counts = new Uint32Array(kilometres.length);
	kilometres.forEach((km, at) => {
		counts[at] = inCircle(grid, point, km, squareTo);
	});
	return counts;
}

function inCircle(grid: Grid, point: LonLat, km: number, squareTo: (doc: number) => number): number {
	const square = chordOf(km) ** 2;
	let count = 0;
	const measure = (docs: ArrayLike<number>) => {
		for (let at = 0; at < docs.length; at++) if (squareTo(docs[at]!) <= square) count++;
	};
	measure(grid.outside);
	const away = km / EARTH_KM;
	const [south, north] = [point.lat - away / RAD - DOUBT, point.lat + away / RAD + DOUBT];
	const circle = new Circle(point, away);
	for (let row = rowAt(south), last = rowAt(north); row <= last; row++) {
		const { least, most } = circle.between(southOf(row), southOf(row + 1));
		const from = columnAt(point.lon - most);
		const to = columnAt(point.lon + most) + 1;
		const whole = least > DOUBT ? columnsWithin(point.lon - least, point.lon + least) : null;
		if (!whole || whole.from >= whole.to) {
			measure(grid.docsOf({ row, from, to }));
			continue;
		}
		count += grid.count({ row, ...whole });
		if (from < whole.from) measure(grid.docsOf({ row, from, to: whole.from }));
		if (whole.to < to) measure(grid.docsOf({ row, from: whole.to, to }));
	}
	return count;
}

/** A circle on the sphere: how far it reaches east and west, by latitude. */
class Circle {
	readonly #lat: number;
	readonly #sine: number;
	readonly #cosine: number;
	/** The latitude at which it is widest, and how wide it is there; degrees. */
	readonly #widest: number;
	readonly #width: number;
	/** It holds a pole, and with it every longitude. */
	readonly #overPole: boolean;
	/** The last latitude that was asked for: rows of cells share their edges. */
	#asked = Number.NaN;
	#answered = 0;

	/** `away`: radians from the point. */
	constructor({ lat }: LonLat, away: number) {
		this.#lat = lat * RAD;
		this.#sine = Math.sin(away / 2) ** 2;
		this.#cosine = Math.cos(this.#lat);
		const overPole = Math.abs(this.#lat) + away >= Math.PI / 2;
		this.#widest = overPole ? lat : Math.asin(Math.sin(this.#lat) / Math.cos(away)) / RAD;
		this.#width = overPole ? ALL : Math.asin(Math.min(1, Math.sin(away) / this.#cosine)) / RAD;
		this.#overPole = overPole;
	}

	/** Degrees that it surely reaches at every latitude between two, less than nothing where there are none, and at most at any. */
	between(south: number, north: number): { least: number; most: number } {
		const [one, other] = [this.#halfAt(south), this.#halfAt(north)];
		const widest = this.#overPole || (this.#widest >= south - DOUBT && this.#widest <= north + DOUBT);
		const most = widest ? this.#width : Math.max(one, other);
		// The edge rounds off towards its ends: what lies beyond by less than can be told is looked at.
		return { least: Math.min(one, other) - DOUBT, most: most + DOUBT };
	}

	/** Half its width at a latitude; nothing beyond its ends. */
	#halfAt(lat: number): number {
		if (lat === this.#asked) return this.#answered;
		const phi = lat * RAD;
		const share = (this.#sine - Math.sin((phi - this.#lat) / 2) ** 2) / (Math.cos(phi) * this.#cosine);
		this.#asked = lat;
		this.#answered = share < 0 ? 0 : share >= 1 ? ALL : (2 * Math.asin(Math.sqrt(share))) / RAD;
		return this.#answered;
	}
}
