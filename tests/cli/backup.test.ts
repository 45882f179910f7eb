import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '#store/open.ts';
import { backupCommand } from '../../src/cli/backup.ts';
import { publish, published } from '../intake/helpers/store.ts';

let folder = '';
let said: string[] = [];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'samlas-backup-'));
	vi.stubEnv('SAMLAS_DATA', join(folder, 'data'));
	said = [];
	for (const way of ['log', 'error'] as const)
		vi.spyOn(console, way).mockImplementation((text) => void said.push(String(text)));
	const store = await openStore(join(folder, 'data'));
	await publish(store, 'Namn;Typ\nÅs IF;Idrott\n');
	store.close();
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	process.exitCode = undefined;
	rmSync(folder, { recursive: true, force: true });
});

async function backup(file: string): Promise<unknown> {
	process.exitCode = undefined;
	const program = new Command('samlas').exitOverride();
	backupCommand(program);
	await program.parseAsync(['node', 'samlas', 'backup', file]);
	return process.exitCode;
}

describe('samlas backup', () => {
	it('gives a store that is whole, and overwrites nothing', async () => {
		const file = join(folder, 'copy.db');
		expect(await backup(file)).toBeUndefined();
		expect(await backup(file)).toBe(1);
		mkdirSync(join(folder, 'restored'));
		copyFileSync(file, join(folder, 'restored', 'samlas.db'));
		const store = await openStore(join(folder, 'restored'));
		expect(await published(store)).toMatchObject([{ name: 'Ås IF' }]);
		store.close();
	});

	it('says in a sentence when it cannot be written', async () => {
		expect(await backup(join(folder, 'missing', 'copy.db'))).toBe(1);
		expect(said.join()).toContain('could not be written');
	});
});
