/** A row of numbers. */
export type Kind = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** Up to so many numbers a column grows by half, then by an eighth: of a long one, room that nobody uses weighs more than to grow more often. */
const SMALL = 65_536;

/** A column of numbers that grows when it is full. `data` is longer than what has been added: read up to `length`. */
export class Growing<A extends Kind> {
	data: A;
	length = 0;
	readonly #make: (size: number) => A;

	constructor(make: (size: number) => A, size = 1024) {
		this.#make = make;
		this.data = make(size);
	}

	/** Forgets what was added and keeps the room: for what every question needs again. */
	clear(): this {
		this.length = 0;
		return this;
	}

	/** What was added; good until the next change. */
	get added(): A {
		return this.data.subarray(0, this.length) as A;
	}

	/** Room for so many numbers, whatever stands in them. */
	room(length: number): A {
		if (this.data.length < length) this.data = this.#make(Math.ceil(length * 1.25));
		return this.data.subarray(0, length) as A;
	}

	/** What was added, as it can be written down. */
	freeze(): Kind {
		return this.data.subarray(0, this.length);
	}

	/** Takes what was written down instead of what is here, with room for more: the next edit would else have every column made anew. */
	thaw(frozen: Kind): void {
		this.length = frozen.length;
		this.data = this.#make(this.length + Math.ceil(this.length / 32) + 16);
		this.data.set(frozen);
	}

	/** Adds a number and gives its place. */
	push(value: number): number {
		if (this.length === this.data.length) {
			const more = this.length / (this.length < SMALL ? 2 : 8);
			const larger = this.#make(this.length + Math.ceil(more) + 16);
			larger.set(this.data);
			this.data = larger;
		}
		this.data[this.length] = value;
		return this.length++;
	}
}

export const bytes = () => new Growing((size) => new Uint8Array(size));
export const words16 = () => new Growing((size) => new Uint16Array(size));
export const words32 = () => new Growing((size) => new Uint32Array(size));
export const floats = () => new Growing((size) => new Float32Array(size));
export const doubles = () => new Growing((size) => new Float64Array(size));

/** What can be written down and read again. */
interface Column {
	freeze(): Kind;
	thaw(frozen: Kind): void;
}

/** Columns by name, as they can be written down. */
export type Frozen = Record<string, Kind>;

/** Writes some columns down. */
export const freezeAll = (columns: Record<string, Column>): Frozen =>
	Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.freeze()]));

/** Fills some columns with what was written down. */
export function thawAll(columns: Record<string, Column>, frozen: Frozen): void {
	for (const [name, column] of Object.entries(columns)) column.thaw(frozen[name]!);
}
