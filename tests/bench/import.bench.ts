/**
 * How quick an import is: reading, cleaning, placing, comparing and publishing 32 000 invented rows, beside a control that
 * only inserts the same entries. The ratio is what can be compared between machines.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareImport } from '#intake/import.ts';
import { publishImport } from '#intake/publish.ts';
import { openStore, type Store } from '#store/open.ts';
import { inventedRegister } from '../intake/helpers/invented.ts';

const ROWS = 32_000;
const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
const bytes = Buffer.from(inventedRegister(ROWS));
const seconds = async (work: () => Promise<unknown>) => {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
};
const fresh = (name: string) => openStore(join(folder, name));
const input = (store: Store) => ({ store, bytes, fileName: 'invented.csv', municipality: '1380' });

const store = await fresh('import');
let plan = await prepareImport(input(store));
const prepare = await seconds(async () => {
	plan = await prepareImport(input(store));
});
const publish = await seconds(() => publishImport(store, plan, { at: 1_767_268_800 }));
const again = await seconds(async () => publishImport(store, await prepareImport(input(store))));
store.close();

const control = await fresh('control');
const insert = await seconds(() =>
	control.transaction(async (tx) => {
		for (const { row } of plan.rows) await tx.listings.create(row.listing, { publish: true, at: 1_767_268_800 });
	}),
);
control.close();
rmSync(folder, { recursive: true, force: true });

const line = (what: string, time: number) => ({ what, seconds: time.toFixed(2), 'rows/s': Math.round(ROWS / time) });
console.log(
	`import / plain insert of the same ${ROWS} entries: ${((prepare + publish) / insert).toFixed(2)} times the time`,
);
console.table([
	line('import, all of it', prepare + publish),
	line('  read, clean, place, compare', prepare),
	line('  publish in one transaction', publish),
	line('the same file again', again),
	line('control: plain insert', insert),
]);
console.log(`highest memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
