import { chordKm, chordOf, EARTH_KM, type LonLat, unitVector } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import type { Aside } from './aside.ts';
import type { Columns } from './columns.ts';
import type { Docs } from './docs.ts';
import { floats } from './growing.ts';

/** Where documents lie on a sphere of radius one is known to so much of it (a metre is six times as much) when it is kept in few digits. */
const ROUGHLY = 1.2e-7;
/** Room that every question uses again, and whose it is now: a question measures one list for its filter, its counts and its order. */
const room = floats();
let measured: { by: Nearness; docs: Docs } | null = null;

/** How near documents lie to the point of one question. */
export class Nearness {
	readonly #columns: Columns;
	readonly #x: number;
	readonly #y: number;
	readonly #z: number;

	constructor(columns: Columns, point: LonLat) {
		this.#columns = columns;
		[this.#x, this.#y, this.#z] = unitVector(point);
	}

	/** From the place of a query; null when it has none. */
	static of(columns: Columns, { near }: Query): Nearness | null {
		return near && new Nearness(columns, near);
	}

	/** Kilometres to a document; infinite to one without a position. */
	kmTo(doc: number): number {
		const square = this.#squareTo(doc);
		return Number.isNaN(square) ? Infinity : chordKm(Math.sqrt(square));
	}

	/** Marks which of some documents do not lie within so many kilometres: see `siftByBits`. */
	siftWithin(docs: Docs, kilometres: number, failed: Uint16Array, mark: number): void {
		const limit = limitOf(kilometres);
		const chords = this.chordsTo(docs);
		for (let place = 0; place < chords.length; place++)
			if (!this.#within(docs, chords, place, limit)) failed[place]! |= mark;
	}

	/** How many of what a filter that is set aside leaves lie within each of some distances; kilometres, ascending. */
	countWithin(aside: Aside, kilometres: readonly number[]): Uint32Array {
		const limits = kilometres.map(limitOf);
		const counts = new Uint32Array(limits.length);
		if (aside.whole) this.#countPlaces(aside.docs, null, limits, counts);
		else if (aside.places) for (const places of aside.places) this.#countPlaces(aside.docs, places, limits, counts);
		else for (const list of aside.lists) this.#countDocs(list, limits, counts);
		return counts;
	}

	/** Of the documents at some places, or at all. */
	#countPlaces(docs: Docs, places: Uint32Array | null, limits: readonly Limit[], counts: Uint32Array): void {
		const chords = this.chordsTo(docs);
		const { most } = limits.at(-1)!;
		const count = places?.length ?? chords.length;
		for (let at = 0; at < count; at++) {
			const place = places ? places[at]! : at;
			// Without a position it is not a number, and within nothing.
			if (!(chords[place]! <= most)) continue;
			for (let one = limits.length - 1; one >= 0 && this.#within(docs, chords, place, limits[one]!); one--)
				counts[one]!++;
		}
	}

	#countDocs(list: Uint32Array, limits: readonly Limit[], counts: Uint32Array): void {
		for (let at = 0; at < list.length; at++) {
			const square = this.#squareTo(list[at]!);
			for (let one = limits.length - 1; one >= 0 && square <= limits[one]!.square; one--) counts[one]!++;
		}
	}

	/**
	 * The chord to each of some documents, through a sphere of radius one, to within `ROUGHLY`; not a number without a position.
	 * Good until another list is measured.
	 */
	chordsTo(docs: Docs): Float32Array {
		const { list } = docs;
		const chords = room.room(list.length);
		if (measured?.by === this && measured.docs === docs) return chords;
		measured = { by: this, docs };
		if (docs.kept) this.#fromKept(docs, chords);
		else for (let place = 0; place < list.length; place++) chords[place] = Math.sqrt(this.#squareTo(list[place]!));
		return chords;
	}

	/** What others measure too is looked up once, and stands close together then. */
	#fromKept(docs: Docs, chords: Float32Array): void {
		const units = docs.made('units', null, () => this.#columns.unitsOf(docs.list));
		const [x, y, z] = [this.#x, this.#y, this.#z];
		for (let place = 0, at = 0; place < chords.length; place++, at += 3)
			chords[place] = Math.sqrt((units[at]! - x) ** 2 + (units[at + 1]! - y) ** 2 + (units[at + 2]! - z) ** 2);
	}

	#within(docs: Docs, chords: Float32Array, place: number, { least, most, square }: Limit): boolean {
		const chord = chords[place]!;
		if (chord < least) return true;
		return chord <= most && this.#squareTo(docs.list[place]!) <= square;
	}

	#squareTo(doc: number): number {
		const { unitX, unitY, unitZ } = this.#columns;
		return (unitX.data[doc]! - this.#x) ** 2 + (unitY.data[doc]! - this.#y) ** 2 + (unitZ.data[doc]! - this.#z) ** 2;
	}
}

/** A distance: below and above which chord a rough one leaves no doubt, and the square of the chord itself. */
interface Limit {
	least: number;
	most: number;
	square: number;
}

function limitOf(kilometres: number): Limit {
	const chord = chordOf(kilometres);
	return { least: chord - ROUGHLY, most: chord + ROUGHLY, square: chord ** 2 };
}

/** No document lies nearer than this, by its rough chord; kilometres. */
export const leastKm = (chord: number): number => Math.max(0, chord - ROUGHLY) * EARTH_KM;

/** What has a greater rough chord than this lies farther away by `leastKm`; kilometres. */
export const mostChord = (km: number): number => km / EARTH_KM + 2 * ROUGHLY;
