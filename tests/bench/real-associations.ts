import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { prepareImport } from '#intake/import.ts';
import { publishImport } from '#intake/publish.ts';
import { openStore, type Store } from '#store/open.ts';

/** A row as the register has it. */
export interface RealRow {
	name: string;
	org_number: string | null;
	types: string[];
	activities: string[];
	areas: string[];
	municipality: string;
	city: string | null;
}

/** A store with all associations of a file of real registers, taken in as an officer would, and the row behind each entry. */
export async function importedAssociations(file: string, at: number) {
	const bytes = gunzipSync(readFileSync(file));
	const lines = bytes.toString('utf8').split('\n').filter(Boolean);
	const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
	const store = await openStore(folder);
	// Each row names its own municipality; the register's is only for rows that do not.
	const input = { store, bytes, fileName: 'associations.jsonl', municipality: '1380' };
	const batch = await publishImport(store, await prepareImport(input), { at });
	const rows = new Map<number, RealRow>();
	for (const { listing, line } of await store.batches.changesOf(batch))
		if (line !== null) rows.set(listing, JSON.parse(lines[line - 1]!));
	await assertSameNames(store, rows);
	return {
		store,
		rows,
		close() {
			store.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Lines are counted as here, or every score would be nonsense. */
async function assertSameNames(store: Store, rows: ReadonlyMap<number, RealRow>): Promise<void> {
	const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	let same = 0;
	for await (const chunk of store.indexRows.all())
		for (const { id, name } of chunk) if (letters(rows.get(id)?.name ?? '').startsWith(letters(name))) same++;
	if (same < rows.size * 0.97) throw new Error(`Only ${same} of ${rows.size} entries have the name of their row.`);
}
