import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { IndexRow } from '../domain/face.ts';
import { type LonLat, unitVector } from '../domain/geo.ts';
import { worldOf } from '../domain/mercator.ts';
import { kinds, type Precision, precisions } from '../domain/taxonomies.ts';
import { ById } from './by-id.ts';
import { sortKey } from './fold.ts';
import { bytes, doubles, floats, freezeAll, thawAll, words32 } from './growing.ts';
import { Members } from './members.ts';
import { Names } from './names.ts';
import { TimeColumn } from './times.ts';
import { type SetName, setNames, Values } from './values.ts';

const NOWHERE = [Number.NaN, Number.NaN, Number.NaN] as const;
/** No age, in a column of ages. */
export const NO_AGE = 255;

/** Documents by number: a column for each fact, and for each value of each filter the set of those that have it. */
export class Columns {
	/** The documents that are there; what others say is of no matter. */
	alive = new BitSet();
	byId = new ById();
	/** The documents that were taken out, in the order in which they were. */
	readonly removed: number[] = [];
	readonly values = new Values();
	readonly id = doubles();
	/** Place in `kinds`. */
	readonly kind = bytes();
	/** WGS84 degrees; not a number without a position. */
	readonly lon = doubles();
	readonly lat = doubles();
	/** The same on a sphere of radius one: distances are then a square root and not six sines. */
	readonly unitX = doubles();
	readonly unitY = doubles();
	readonly unitZ = doubles();
	/** Where it lies on the square of Web Mercator, in `WORLD` steps from its north-west corner; of no matter without a position. */
	readonly x = words32();
	readonly y = words32();
	/** Place in `precisions`. */
	readonly precision = bytes();
	readonly ageMin = bytes();
	readonly ageMax = bytes();
	/** How many have room in a venue; 0 where nobody knows. */
	readonly seats = words32();
	/** Unix seconds; 0 when nobody has confirmed it. */
	readonly confirmedAt = doubles();
	/** How much is told, 0 to 1. */
	readonly completeness = floats();
	/** 1 for an association that sleeps. */
	readonly dormant = bytes();
	/** What does one thing is more about it than what does twenty. */
	readonly focus = floats();
	/** By which names are ordered: see `sortKey`. */
	readonly names = new Names();
	readonly times = new TimeColumn();
	readonly #sets = Object.fromEntries(setNames.map((name) => [name, new Map()])) as Record<
		SetName,
		Map<string, Members>
	>;
	/** As it can be written down. */
	freeze() {
		const { values } = this;
		const sets = values.all.map(({ set, value }) => this.#sets[set].get(value)!.freeze());
		return {
			columns: freezeAll(this.#numbers),
			times: this.times.freeze(),
			alive: this.alive.words,
			values: values.all,
			sets,
			names: this.names.freeze(),
		};
	}

	/** Takes what was written down. */
	thaw({ columns, times, alive, values, sets, names }: ReturnType<Columns['freeze']>): void {
		thawAll(this.#numbers, columns);
		this.times.thaw(times);
		this.alive = BitSet.fromWords(alive);
		this.names.thaw(names);
		values.forEach(({ set, value }, place) => {
			this.values.placeOf(set, value);
			this.#sets[set].set(value, Members.thaw(sets[place]!));
		});
		const docs = this.alive.array();
		this.byId = new ById();
		for (const doc of docs) this.byId.set(this.id.data[doc]!, doc);
		this.values.recount(Uint32Array.from(docs));
	}

	get #numbers() {
		const { id, kind, lon, lat, unitX, unitY, unitZ, x, y, precision } = this;
		const { ageMin, ageMax, seats, confirmedAt, completeness, dormant, focus } = this;
		const place = { lon, lat, unitX, unitY, unitZ, x, y, precision };
		const rest = { ageMin, ageMax, seats, confirmedAt, completeness, dormant, focus };
		return { id, kind, ...place, ...rest, valueStarts: this.values.starts, valueList: this.values.list };
	}

	/** How many documents have ever been added. */
	get length(): number {
		return this.id.length;
	}

	/** Adds a document and gives its number. */
	add(row: IndexRow): number {
		const doc = this.id.push(row.id);
		this.kind.push(kinds.indexOf(row.kind));
		this.lon.push(row.position?.lon ?? Number.NaN);
		this.lat.push(row.position?.lat ?? Number.NaN);
		const [unitX, unitY, unitZ] = row.position ? unitVector(row.position) : NOWHERE;
		this.unitX.push(unitX);
		this.unitY.push(unitY);
		this.unitZ.push(unitZ);
		const { x, y } = worldOf(row.position ?? { lon: 0, lat: 0 });
		this.x.push(x);
		this.y.push(y);
		this.precision.push(row.position ? precisions.indexOf(row.position.precision) : 0);
		this.ageMin.push(Math.min(row.ages?.min ?? NO_AGE, NO_AGE));
		this.ageMax.push(Math.min(row.ages?.max ?? 0, NO_AGE - 1));
		this.seats.push(row.seats ?? 0);
		this.confirmedAt.push(row.confirmedAt ?? 0);
		this.completeness.push(row.completeness);
		this.dormant.push(row.dormant ? 1 : 0);
		this.focus.push(1 / Math.sqrt(Math.max(1, row.themes.length)));
		this.names.push(sortKey(row.name));
		this.times.add(row.starts);
		this.values.add(row, (set, value) => {
			const members = this.#sets[set].get(value) ?? new Members();
			this.#sets[set].set(value, members);
			members.add(doc);
		});
		this.alive.add(doc);
		this.byId.set(row.id, doc);
		return doc;
	}

	/** Takes an entry out. What its number stands for in the sets is hidden by `alive`. */
	remove(id: number): void {
		const doc = this.byId.get(id);
		if (doc === undefined) return;
		this.alive.remove(doc);
		this.removed.push(doc);
		this.byId.delete(id);
		this.values.drop(doc);
	}

	/** The documents that have a value, dead ones among them, not to be changed; none has one that was never met. */
	setOf(set: SetName, value: string): BitSet | undefined {
		return this.#sets[set].get(value)?.set();
	}

	/** The same as they are kept. */
	membersOf(set: SetName, value: string): Members | undefined {
		return this.#sets[set].get(value);
	}

	/** Where a document lies; null without a position. */
	positionOf(doc: number): LonLat | null {
		const lon = this.lon.data[doc]!;
		return Number.isNaN(lon) ? null : { lon, lat: this.lat.data[doc]! };
	}

	/** Where some documents lie on a sphere of radius one, three numbers each, in few digits; not numbers without a position. */
	unitsOf(docs: Uint32Array): Float32Array {
		const [unitX, unitY, unitZ] = [this.unitX.data, this.unitY.data, this.unitZ.data];
		const units = new Float32Array(docs.length * 3);
		for (let place = 0; place < docs.length; place++) {
			const doc = docs[place]!;
			units[place * 3] = unitX[doc]!;
			units[place * 3 + 1] = unitY[doc]!;
			units[place * 3 + 2] = unitZ[doc]!;
		}
		return units;
	}

	/** Of a document, the square of the chord from a point: without a position it is not a number, and less than nothing. */
	squaresFrom(point: LonLat): (doc: number) => number {
		const [x, y, z] = unitVector(point);
		const [unitX, unitY, unitZ] = [this.unitX.data, this.unitY.data, this.unitZ.data];
		return (doc) => (unitX[doc]! - x) ** 2 + (unitY[doc]! - y) ** 2 + (unitZ[doc]! - z) ** 2;
	}

	precisionOf(doc: number): Precision {
		return precisions[this.precision.data[doc]!]!;
	}
}
