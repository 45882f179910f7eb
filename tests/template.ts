import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../src/store/open.ts';
import { quickFolder } from './memory.ts';

/** A fresh store, made once for a whole run: most tests begin with a copy of it. Migrations have tests of their own. */
export default async function template(): Promise<() => void> {
	const folder = mkdtempSync(join(quickFolder(), 'samlas-template-'));
	(await openStore(folder)).close();
	process.env.SAMLAS_TEST_TEMPLATE = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
