import type { Store } from '../store/open.ts';
import type { Bytes } from './bytes.ts';
import { PackedTexts } from './packed-texts.ts';

/** In so many ways, such as languages, texts are kept at a time. */
const MOST_WAYS = 64;

/** Puts the text of an entry into an answer, or tells that there is none. */
export type Put = (id: number, out: Bytes) => boolean;

/** A way in which entries are written, and how. */
interface Asked {
	/** What the texts depend on beside the entry, such as the language. */
	way: string;
	/** Writes those that are not kept; what is not public is left out. */
	write: (missing: number[]) => Promise<Iterable<readonly [id: number, text: string]>>;
}

/**
 * Texts that are written once for each entry, and kept until that entry changes, or one that it tells of: to read one and
 * write it down takes several times as long as to find it.
 */
export class Written {
	readonly #store: Store;
	readonly #kept: PackedTexts;
	/** How many times something was let go of. */
	#turns = 0;
	/** Each way by a number, so that a text has one for a key: words put together for each take longer than to look it up. */
	readonly #ways = new Map<string, number>();

	/** `most`: so many bytes are kept at most. */
	constructor(store: Store, most: number) {
		this.#store = store;
		this.#kept = new PackedTexts(most);
		store.changes.keep((ids) => this.#letGo(ids));
	}

	/**
	 * What `tell` makes of texts, as soon as all that it puts are at hand: it is given what puts them for each of the ways asked for, may
	 * not wait for anything, and is asked again when some were not.
	 */
	async of<Made>(asked: readonly Asked[], tell: (...puts: Put[]) => Made): Promise<Made> {
		const made = asked.map(() => new Map<number, string | null>());
		for (;;) {
			// Whatever has changed is let go of first.
			await this.#store.changes.newestSeen();
			const turn = this.#turns;
			const missing: number[][] = asked.map(() => []);
			const numbers = asked.map(({ way }) => this.#numberOf(way));
			const told = tell(...numbers.map((way, place) => this.#putter(way, made[place]!, missing[place]!)));
			if (missing.every(({ length }) => length === 0)) return told;
			for (const [place, { way, write }] of asked.entries()) {
				for (const id of missing[place]!) made[place]!.set(id, null);
				const written = missing[place]!.length ? await write(missing[place]!) : [];
				// Meanwhile something may have changed, or numbers have begun anew.
				const still = this.#turns === turn && this.#ways.get(way) === numbers[place];
				for (const [id, text] of written) {
					made[place]!.set(id, text);
					if (still) this.#kept.set(keyOf(id, numbers[place]!), text);
				}
			}
		}
	}

	/** Puts what is kept, or was made; notes what is neither. */
	#putter(way: number, made: ReadonlyMap<number, string | null>, missing: number[]): Put {
		return (id, out) => {
			if (this.#kept.copy(keyOf(id, way), out)) return true;
			const text = made.get(id);
			if (text) out.text(text);
			else if (text === undefined) missing.push(id);
			return Boolean(text);
		};
	}

	#letGo(ids: readonly number[] | 'all'): void {
		this.#turns++;
		if (ids === 'all') this.#kept.clear();
		else for (const id of ids) for (const numbered of this.#ways.values()) this.#kept.delete(keyOf(id, numbered));
	}

	#numberOf(way: string): number {
		const known = this.#ways.get(way);
		if (known !== undefined) return known;
		// Whoever asks can name any host: then all is forgotten, since numbers begin anew.
		if (this.#ways.size === MOST_WAYS) {
			this.#ways.clear();
			this.#kept.clear();
		}
		this.#ways.set(way, this.#ways.size);
		return this.#ways.size - 1;
	}
}

const keyOf = (id: number, way: number) => id * MOST_WAYS + way;

/** What `put` puts of each of some, with commas between; where it puts nothing it says so. */
export function putListed<One>(out: Bytes, all: readonly One[], put: (one: One) => boolean): void {
	let between = '';
	for (const one of all) {
		if (between) out.ascii(between);
		if (put(one)) between = ',';
		else out.take(between.length);
	}
}
