import type { Finder } from '../domain/search.ts';
import type { Store } from '../store/open.ts';
import { SearchIndex } from './search-index.ts';

/** A finder that follows its store. */
export interface LiveFinder extends Finder {
	/** Takes up what has been committed since, in this process or another. Cheap when nothing has. */
	follow(): Promise<void>;
	close(): void;
}

/** When this much of the index is dead weight it is built anew. */
const WASTE = 0.3;
/** So many entries are taken up before requests are let in between: some tens of milliseconds. */
const CHUNK = 400;

/** Builds the index from the store; from then on `follow` keeps it in step. */
export async function createFinder(store: Store): Promise<LiveFinder> {
	const names = new Map((await store.geography.municipalities()).map(({ code, name }) => [code, name]));
	let sequence = await store.changes.newest();
	let index = await build(store, names);
	let version = -1;
	let running: Promise<void> | null = null;
	let closed = false;

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
			if (index.waste > WASTE) index = await build(store, names);
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

	return {
		search: (query, now) => index.search(query, now),
		map: (query, zoom, now) => index.map(query, zoom, now),
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
