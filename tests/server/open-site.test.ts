import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openSite } from '../../src/server/open-site.ts';
import { organisation, publish, testFolder } from '../store.ts';

const silent = { demoBegins: () => {}, demo: () => {}, demoEnds: () => {} };

test('a restart while the store takes no writes shows what is there', async () => {
	const folder = testFolder();
	const config = readConfig({ SAMLAS_DATA: folder, SAMLAS_DEMO: '0' });
	const first = await openSite(config, silent);
	await publish(first.store, organisation());
	await first.store.transaction((tx) => tx.meta.set('occurrences_until', '1'));
	await first.close();
	const other = new Database(join(folder, 'samlas.db'));
	other.exec('BEGIN IMMEDIATE');
	const told = vi.spyOn(console, 'error').mockReturnValue();
	const second = await openSite(config, silent, { patience: 50 });
	expect(second.finder.size).toBe(1);
	expect(told).toHaveBeenCalledOnce();
	other.close();
	await second.close();
});
