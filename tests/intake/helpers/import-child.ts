/** Imports a file into a store, to be killed on the way: `node import-child.ts FOLDER FILE`. Says when it writes. */
import { readFileSync } from 'node:fs';
import { prepareImport } from '#intake/import.ts';
import { publishImport } from '#intake/publish.ts';
import { openStore } from '#store/open.ts';

const [folder, file] = process.argv.slice(2) as [string, string];
const store = await openStore(folder);
const plan = await prepareImport({ store, bytes: readFileSync(file), fileName: 'r.csv', municipality: '1380' });
await publishImport(store, plan, { progress: () => process.stdout.write('.') });
process.stdout.write('done');
store.close();
