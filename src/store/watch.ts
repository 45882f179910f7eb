import type { Database } from 'better-sqlite3';

/** Lets go of what is kept of some entries, or of all. */
export type LetGo = (ids: readonly number[] | 'all') => void;

/** More changes than these at once are not gone through one by one. */
const MOST = 500;

/**
 * What others commit, as a connection that only reads sees it: cheap to ask for each request. Whoever keeps what was read of
 * entries is told which of them have changed, so that one edit lets go of one entry and not of all.
 */
export class Watch {
	readonly #data;
	readonly #newest;
	readonly #since;
	readonly #telling;
	readonly #keepers: LetGo[] = [];
	/** As it was found in this turn of the process. */
	#version: number | null = null;
	/** What was seen when something was committed last. */
	#seen = { version: Number.NaN, newest: Number.NaN };

	constructor(sqlite: Database) {
		this.#data = sqlite.prepare<[], number>('PRAGMA data_version').pluck();
		this.#newest = sqlite.prepare<[], number | null>('SELECT max(seq) FROM changes').pluck();
		this.#since = sqlite.prepare<[number, number], { seq: number; listing: number }>(
			'SELECT seq, listing FROM changes WHERE seq > ? ORDER BY seq LIMIT ?',
		);
		// Whatever names an entry tells of it: an activity of who holds it and where, a venue of who keeps it.
		this.#telling = sqlite
			.prepare<[string], number>(
				`WITH changed AS MATERIALIZED (SELECT value AS id FROM json_each(?))
				SELECT id FROM changed UNION SELECT a.id FROM changed JOIN activities a ON a.venue = changed.id
				UNION SELECT a.id FROM changed JOIN activities a ON a.organisation = changed.id
				UNION SELECT v.id FROM changed JOIN venues v ON v.keeper = changed.id`,
			)
			.pluck();
	}

	/**
	 * Another number whenever another connection has committed. Looked up once for all that is answered in one turn of the
	 * process: whoever asks in it had sent their question before.
	 */
	version(): number {
		if (this.#version !== null) return this.#version;
		this.#version = this.#data.get()!;
		setImmediate(() => this.look());
		return this.#version;
	}

	/** Has the next question look again: something was committed here, or is to be seen at once. */
	look(): void {
		this.#version = null;
	}

	/** The number of the newest change, when all who keep something have let go of what it made untrue. */
	newest(): number {
		const version = this.version();
		if (version !== this.#seen.version) this.#seen = { version, newest: this.#letGo() };
		return this.#seen.newest;
	}

	/** From now on `letGo` is told of what has changed, before `newest` tells of it. */
	keep(letGo: LetGo): void {
		this.#keepers.push(letGo);
	}

	#letGo(): number {
		const before = this.#seen.newest;
		const now = this.#newest.get() ?? 0;
		if (now === before) return now;
		// Nothing has been told yet, or numbers have begun anew.
		const changes = now > before ? this.#since.all(before, MOST + 1) : null;
		const few = changes && changes.length <= MOST ? changes : null;
		const ids = few ? this.#telling.all(JSON.stringify(few.map(({ listing }) => listing))) : 'all';
		for (const letGo of this.#keepers) letGo(ids);
		return few?.at(-1)?.seq ?? now;
	}
}
