type Kind = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** A column of numbers that grows by half when it is full. `data` is longer than what has been added: read up to `length`. */
export class Growing<A extends Kind> {
	data: A;
	length = 0;
	readonly #make: (size: number) => A;

	constructor(make: (size: number) => A, size = 1024) {
		this.#make = make;
		this.data = make(size);
	}

	/** Adds a number and gives its place. */
	push(value: number): number {
		if (this.length === this.data.length) {
			const larger = this.#make(Math.ceil(this.data.length * 1.5));
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
