import { chordOf, EARTH_KM, type LonLat } from '../domain/geo.ts';
import { columnAt, columnsWithin, type Grid, type Run, rowAt, southOf } from './grid.ts';

const RAD = Math.PI / 180;
/** Degrees that lie so near the edge of a circle count as on it: a metre, which no rounding makes. */
const DOUBT = 1e-5;
const ALL = 360;

/**
 * How many documents of a grid lie within each of some distances from a point; kilometres, ascending. What lies in a circle as a
 * whole is counted without being looked at. `squareTo`: of a document, the square of the chord to the point.
 */
export function countCircles(
	grid: Grid,
	point: LonLat,
	kilometres: readonly number[],
	squareTo: (doc: number) => number,
): Uint32Array {
	const counts = new Uint32Array(kilometres.length);
	kilometres.forEach((km, at) => {
		const square = chordOf(km) ** 2;
		let count = 0;
		const edge = (docs: ArrayLike<number>) => {
			for (let place = 0; place < docs.length; place++) if (squareTo(docs[place]!) <= square) count++;
		};
		edge(grid.outside);
		goThrough(point, km, {
			whole: (run) => {
				count += grid.count(run);
			},
			edge: (run) => edge(grid.docsOf(run)),
		});
		counts[at] = count;
	});
	return counts;
}

/** The cells of a circle (kilometres) row by row: those that lie in it as a whole, and those that its edge may go through. */
export function goThrough(
	point: LonLat,
	km: number,
	{ whole, edge }: { whole: (run: Run) => void; edge: (run: Run) => void },
): void {
	const away = km / EARTH_KM;
	const circle = new Circle(point, away);
	const last = rowAt(point.lat + away / RAD + DOUBT);
	for (let row = rowAt(point.lat - away / RAD - DOUBT); row <= last; row++) {
		const { least, most } = circle.between(southOf(row), southOf(row + 1));
		const from = columnAt(point.lon - most);
		const to = columnAt(point.lon + most) + 1;
		const inner = least > DOUBT ? columnsWithin(point.lon - least, point.lon + least) : null;
		if (!inner || inner.from >= inner.to) {
			edge({ row, from, to });
			continue;
		}
		whole({ row, ...inner });
		if (from < inner.from) edge({ row, from, to: inner.from });
		if (inner.to < to) edge({ row, from: inner.to, to });
	}
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
