import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareImport } from '#intake/import.ts';
import type { Mapping } from '#intake/mapping.ts';
import { publishImport } from '#intake/publish.ts';
import { openStore, type Store } from '#store/open.ts';
import { beginWith } from '../../store.ts';

/** A store of its own in a new folder, for the time of one piece of work. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'samlas-test-'));
	beginWith(folder);
	const store = await openStore(folder);
	try {
		return await work(store);
	} finally {
		store.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** 2026-01-01 12:00 UTC. */
export const NOW = 1_767_268_800;

export const plan = (store: Store, text: string | Uint8Array, mapping?: Mapping) =>
	prepareImport({
		store,
		bytes: typeof text === 'string' ? Buffer.from(text) : text,
		fileName: 'register.csv',
		municipality: '1380',
		...(mapping && { mapping }),
	});

/** Plans and publishes a file; gives the batch and the plan's counts. */
export async function publish(store: Store, text: string | Uint8Array, at = NOW) {
	const planned = await plan(store, text);
	const batch = await publishImport(store, planned, { at });
	return { batch, plan: planned, counts: planned.counts };
}

/** Everything that the public can see, by name: values without times and ids. */
export async function published(store: Store): Promise<Record<string, unknown>[]> {
	const found: Record<string, unknown>[] = [];
	for (const { listing } of await store.changes.since(0, 1_000_000)) {
		const stored = await store.listings.get(listing);
		if (!stored || stored.archivedAt !== null || stored.publishedAt === null) continue;
		const { updatedAt: _updated, createdAt: _created, ...value } = stored;
		found.push(value);
	}
	return found.sort((a, b) => (a.id as number) - (b.id as number));
}
