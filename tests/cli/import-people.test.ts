import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '#store/open.ts';
import { importPeopleCommand } from '../../src/cli/import-people.ts';
import { collection, feature, square } from '../intake/people/made.ts';
import { testFolder } from '../store.ts';

let folder = '';
let said = '';

beforeEach(() => {
	folder = testFolder();
	vi.stubEnv('SAMLAS_DATA', join(folder, 'data'));
	said = '';
	for (const stream of [process.stdout, process.stderr])
		vi.spyOn(stream, 'write').mockImplementation((text) => {
			said += text;
			return true;
		});
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	process.exitCode = undefined;
});

async function samlas(...words: string[]): Promise<unknown> {
	process.exitCode = undefined;
	said = '';
	const program = new Command('samlas').exitOverride();
	importPeopleCommand(program);
	await program.parseAsync(['node', 'samlas', 'import-people', ...words]);
	return process.exitCode;
}

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

async function state() {
	const store = await openStore(join(folder, 'data'));
	const [version, levels] = [await store.population.version(), await store.population.levels()];
	store.close();
	return { version, level: levels.get('1380') };
}

const map = () =>
	file(
		'deso.geojson',
		collection([
			feature({ deso: '1380A0010' }, square([12.8, 56.6])),
			feature({ deso: '1380A0020' }, square([12.9, 56.6])),
		]),
	);

test('a map and its table together: tried, kept as one, told with sums, and taken away', async () => {
	const table = file('tabell.csv', 'deso;antal\n1380A0010;100000\n1380A0020;6000\n');
	expect(await samlas('--dry-run', map(), table)).toBe(0);
	expect(said).toMatch(/trial reading of deso\.geojson[\s\S]*106,000 of/);
	// The table's areas have their polygons in the file before it.
	expect(said).not.toContain('have no polygon');
	expect(await state()).toEqual({ version: 0, level: undefined });
	const report = join(folder, 'report.json');
	expect(await samlas(map(), table, '--report', report, '--source', 'SCB', '--date', '2025')).toBe(0);
	expect(await state()).toEqual({ version: 2, level: 'deso' });
	const [, told] = JSON.parse(readFileSync(report, 'utf8'));
	expect(told).toMatchObject({
		kept: true,
		source: 'SCB',
		date: '2025',
		rows: [{ line: 2, code: '1380A0010', fate: 'new' }, { line: 3 }],
	});
	expect(await samlas('--remove', 'deso', '-m', '1380')).toBe(0);
	expect(said).toContain('Removed: 4 rows');
	expect(await state()).toEqual({ version: 3, level: undefined });
	expect(await samlas('--remove', 'deso')).toBe(0);
	expect(said).toContain('nothing imported');
});

test('one wrong file, and none is kept; what is wrong is told in sentences', async () => {
	const table = file('fel.csv', 'deso;antal\n1380A0010;100000\n1380A0020;-6\n');
	expect(await samlas(map(), table)).toBe(2);
	expect(said).toContain('row 3, 1380A0020: fewer than no persons (antal: -6)');
	expect(await state()).toEqual({ version: 0, level: undefined });
	expect(await samlas(file('tom.csv', ''))).toBe(2);
	expect(said).toContain('The file is empty.');
	expect(await samlas(join(folder, 'saknas.csv'))).toBe(2);
	expect(await samlas()).toBe(1);
	expect(await samlas(map(), '-m', '9999')).toBe(1);
	expect(await samlas('--remove', 'kvarter')).toBe(1);
	expect(said).toContain('kvarter is no level');
});
