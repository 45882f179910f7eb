import { reached } from '../domain/freshness.ts';
import type { RegisterRead } from '../store/inventory.ts';
import type { Queries } from '../store/open.ts';
import type { Entry } from './inventory.ts';
import type { Tally } from './measures.ts';
import { type Placed, type Settlement, settlerOf } from './settled.ts';
import { tallyOf } from './tally.ts';

/** What the figures are counted from. */
type Source = Pick<Queries, 'inventory' | 'changes' | 'indexRows' | 'geography'>;

/** The figures of every municipality, as of one moment. */
export interface National {
	/** By SCB code. */
	tallies: ReadonlyMap<string, Tally>;
	registers: readonly RegisterRead[];
	/** Grows by one whenever a figure may have changed. */
	version: number;
}

/** Changed entries that are looked up at a time. */
const PAGE = 5000;
const DAY = 86_400;

/**
 * Keeps the figures of all municipalities: counted once, municipality by municipality, and then only those again in which an
 * entry changed, or all when a day has gone by (what is silent follows from the date, and who looks after an entry is no
 * change of it). Half a million entries take seconds: it belongs on a thread that answers no requests.
 */
export class Figures {
	readonly #store: Source;
	readonly #settlements: ReadonlyMap<string, readonly Settlement[]>;
	readonly #tallies = new Map<string, Tally>();
	/** In which municipality an entry was counted, by its id: a place in `#codes`, from one. */
	#homes = new Uint16Array(1024);
	readonly #codes: string[] = [];
	#seq = -1;
	#day = -1;
	#national: National = { tallies: this.#tallies, registers: [], version: 0 };
	#work: Promise<unknown> = Promise.resolve();

	constructor(store: Source) {
		this.#store = store;
		this.#settlements = Map.groupBy(store.inventory.settlements(), ({ municipality }) => municipality);
	}

	/** The figures, with all that was committed before; `now` in unix seconds. */
	at(now: number): Promise<National> {
		// One after the other: two who ask at once have it counted once.
		const mine = this.#work.then(() => this.#renewed(now));
		this.#work = mine.catch(() => undefined);
		return mine;
	}

	/** The entries of some municipalities, each with where it lies. */
	async entries(municipalities: readonly string[]): Promise<{ entry: Entry; placed: Placed }[]> {
		const found = [];
		for (const code of municipalities) {
			const settle = this.#settlerOf(code);
			for (const entry of await this.#store.inventory.of(code)) found.push({ entry, placed: settle(entry) });
		}
		return found;
	}

	async #renewed(now: number): Promise<National> {
		const newest = await this.#store.changes.newest();
		const day = Math.floor(now / DAY);
		// A store that was put back to an earlier state has lower numbers than were seen.
		const whole = this.#seq < 0 || day !== this.#day || newest < this.#seq;
		const stale = whole ? await this.#all() : await this.#touched(newest);
		for (const code of stale) await this.#count(code, now);
		const { version } = this.#national;
		const registers = await this.#store.inventory.registers();
		this.#national = { tallies: this.#tallies, registers, version: stale.size > 0 ? version + 1 : version };
		[this.#seq, this.#day] = [newest, day];
		return this.#national;
	}

	async #all(): Promise<Set<string>> {
		return new Set((await this.#store.geography.municipalities()).map(({ code }) => code));
	}

	/** Municipalities in which something was, or is, that changed: also activities whose venue or organiser did. */
	async #touched(newest: number): Promise<Set<string>> {
		const touched = new Set<string>();
		for (let from = this.#seq; from < newest; ) {
			const page = await this.#store.changes.since(from, PAGE);
			if (page.length === 0) break;
			from = page.at(-1)!.seq;
			const ids = await this.#store.indexRows.dependants(page.map(({ listing }) => listing));
			for (const id of ids) {
				const before = this.#codes[(this.#homes[id] ?? 0) - 1];
				if (before) touched.add(before);
			}
			for (const code of (await this.#store.inventory.homes(ids)).values()) touched.add(code);
		}
		return touched;
	}

	async #count(code: string, now: number): Promise<void> {
		const entries = await this.#store.inventory.of(code);
		const settle = this.#settlerOf(code);
		const silent = reached('silent', now);
		this.#tallies.set(code, tallyOf(entries, { silent, where: (entry) => settle(entry).where }));
		const known = this.#codes.indexOf(code) + 1;
		const home = known || this.#codes.push(code);
		for (const { id } of entries) this.#setHome(id, home);
	}

	#setHome(id: number, home: number): void {
		if (id >= this.#homes.length) {
			const larger = new Uint16Array(2 ** Math.ceil(Math.log2(id + 1)));
			larger.set(this.#homes);
			this.#homes = larger;
		}
		this.#homes[id] = home;
	}

	#settlerOf(code: string): (entry: Entry) => Placed {
		return settlerOf(this.#settlements.get(code) ?? []);
	}
}

const kept = new WeakMap<object, Figures>();

/** The figures over a store: kept for as long as the store is, whatever else is read anew. */
export function figuresOf(store: Source): Figures {
	const known = kept.get(store) ?? new Figures(store);
	kept.set(store, known);
	return known;
}
