import type { Face } from '../domain/face.ts';
import type { Query } from '../domain/query.ts';
import type { Finder, Match } from '../domain/search.ts';
import type { Store } from '../store/open.ts';
import { type FrozenIndex, SearchIndex } from './search-index.ts';
import { distinct, matchesOfFace, matchesOfRest, unexplained } from './why.ts';

/** The index as it was at a change of the store. */
export interface Snapshot {
	sequence: number;
	index: FrozenIndex;
}

/** Where an index is kept between two starts. */
export interface Snapshots {
	/** The one that belongs to this store and program, if there is one and it is whole. */
	load(): Promise<Snapshot | null>;
	save(snapshot: Snapshot): Promise<void>;
	/** Whether there is one, good or not. */
	exists(): boolean;
}

/** A finder that follows its store. */
export interface LiveFinder extends Finder {
	/** Takes up what has been committed since, in this process or another. Cheap when nothing has. */
	follow(): Promise<void>;
	/** Makes ready what a question would else wait for: all of it once, then a little at a time for the next minute; unix seconds. */
	warm(now: number): void;
	prepare(now: number): void;
	/** Builds the index and its snapshot anew when something has changed: no word of what was erased or edited stays in the file. */
	renew(): Promise<void>;
	close(): void;
}

/** When this much of the index is dead weight it is built anew. */
const WASTE = 0.3;
/** So many entries are taken up before requests are let in between: some tens of milliseconds. */
const CHUNK = 400;

/** An index that is built in less time than this (milliseconds) is built at every start. */
const WORTH_KEEPING = 2000;
/** When more than this part of a snapshot has changed since, building anew is quicker. */
const MOST_CHANGED = 0.2;

/**
 * Builds the index from the store, or takes it from a snapshot if there is one and it is worth it; from then on `follow` keeps
 * it in step.
 */
export async function createFinder(store: Store, snapshots?: Snapshots): Promise<LiveFinder> {
	const names = new Map((await store.geography.municipalities()).map(({ code, name }) => [code, name]));
	const kept = (await snapshots?.load()) ?? null;
	let sequence = kept?.sequence ?? (await store.changes.newest());
	let index = new SearchIndex(names);
	let version = -1;
	let running: Promise<void> | null = null;
	let closed = false;
	/** Whether the index holds what the snapshot does not, or no longer what it does. */
	let changed = false;
	if (kept) index.thaw(kept.index);
	if (!kept || (await store.changes.countSince(sequence)) > index.size * MOST_CHANGED) await buildAnew();
	else await takeUp();

	async function buildAnew(): Promise<void> {
		const began = performance.now();
		// What changes meanwhile is taken up afterwards.
		const from = await store.changes.newest();
		index = await build(store, names);
		sequence = from;
		changed = false;
		if (performance.now() - began > WORTH_KEEPING) await snapshots?.save({ sequence, index: index.freeze() });
	}

	async function takeUp(): Promise<void> {
		for (;;) {
			const now = await store.changes.version();
			const changes = await store.changes.since(sequence, CHUNK);
			if (changes.length === 0) {
				version = now;
				return;
			}
			await refresh(changes.map(({ listing }) => listing));
			sequence = changes.at(-1)!.seq;
			changed = true;
			if (index.waste > WASTE) await buildAnew();
			await breathe();
		}
	}

	async function refresh(changed: number[]): Promise<void> {
		const ids = await store.indexRows.dependants(changed);
		const rows = new Map((await store.indexRows.byIds(ids)).map((row) => [row.id, row]));
		for (const id of ids) {
			const row = rows.get(id);
			if (row) index.put(row);
			else index.drop(id);
		}
	}

	/** What the cards of a page do not tell by themselves is read from the store. */
	async function why(query: Query, faces: readonly Face[]): Promise<Map<number, Match[]>> {
		const readings = query.q ? index.readings(query) : [];
		if (readings.length === 0) return new Map();
		const shown = new Map(faces.map((face) => [face.id, matchesOfFace(readings, face)]));
		const open = [...shown].filter(([, matches]) => unexplained(readings, matches).length > 0).map(([id]) => id);
		const rows = open.length ? await store.indexRows.byIds(open) : [];
		for (const row of rows) {
			const matches = shown.get(row.id)!;
			matches.push(...matchesOfRest(unexplained(readings, matches), row));
		}
		return new Map([...shown].map(([id, matches]) => [id, distinct(matches)]));
	}

	return {
		search: (query, now, wanted) => index.search(query, now, wanted),
		why,
		top: (query, now) => index.top(query, now),
		themesFor: (text) => index.themesFor(text),
		map: (query, zoom, now) => index.map(query, zoom, now),
		extent: (query, now) => index.extent(query, now),
		tile: (query, at, now) => index.tile(query, at, now),
		warm: (now) => index.warm(now),
		prepare: (now) => index.prepare(now),
		get size() {
			return index.size;
		},
		get sequence() {
			return sequence;
		},
		async follow() {
			if (closed || (!running && (await store.changes.version()) === version)) return;
			running ??= takeUp().finally(() => {
				running = null;
			});
			await running;
		},
		async renew() {
			if (!changed || closed || !snapshots?.exists()) return;
			await running;
			running ??= buildAnew().finally(() => {
				running = null;
			});
			await running;
		},
		close() {
			closed = true;
		},
	};
}

async function build(store: Store, names: ReadonlyMap<string, string>): Promise<SearchIndex> {
	const index = new SearchIndex(names);
	for await (const rows of store.indexRows.all())
		for (const [place, row] of rows.entries()) {
			if (place % CHUNK === 0) await breathe();
			index.put(row);
		}
	return index;
}

/** Lets requests in between two pieces of work. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
