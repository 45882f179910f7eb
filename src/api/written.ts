import type { Store } from '../store/open.ts';
import type { Bytes } from './bytes.ts';
import { PackedTexts } from './packed-texts.ts';

/** In so many ways, such as languages, texts are kept at a time. */
const MOST_WAYS = 64;

/** Puts the text of an entry into an answer, or tells that there is none. */
export type Put = (id: number, out: Bytes) => boolean;

/** What is asked for. */
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
	 * What `tell` makes of the texts of some entries, as soon as all that it puts are at hand; it may not wait for anything, and is
	 * asked again when some were not.
	 */
	async of<Made>({ way, write }: Asked, tell: (put: Put) => Made): Promise<Made> {
		const made = new Map<number, string | null>();
		for (;;) {
			// Whatever has changed is let go of first.
			await this.#store.changes.newestSeen();
			const turn = this.#turns;
			const numbered = this.#numberOf(way);
			const missing: number[] = [];
			const told = tell((id, out) => {
				if (this.#kept.copy(keyOf(id, numbered), out)) return true;
				const text = made.get(id);
				if (text) out.text(text);
				else if (text === undefined) missing.push(id);
				return Boolean(text);
			});
			if (missing.length === 0) return told;
			for (const id of missing) made.set(id, null);
			const written = await write(missing);
			// Meanwhile something may have changed, or numbers have begun anew.
			const still = this.#turns === turn && this.#ways.get(way) === numbered;
			for (const [id, text] of written) {
				made.set(id, text);
				if (still) this.#kept.set(keyOf(id, numbered), text);
			}
		}
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

/** The texts of some entries with commas between, what is not public left out; after each, what `beside` puts of the place it has among them. */
export function putListed(out: Bytes, ids: readonly number[], put: Put, beside?: (place: number) => void): void {
	let between = '';
	for (const [place, id] of ids.entries()) {
		if (between) out.ascii(between);
		if (put(id, out)) {
			beside?.(place);
			between = ',';
		} else out.take(between.length);
	}
}
