import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importCommand } from '../../src/cli/import.ts';

let folder = '';
let out = '';
let err = '';

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'samlas-cli-'));
	vi.stubEnv('SAMLAS_DATA', join(folder, 'data'));
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
		out += String(text);
		return true;
	});
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
		err += String(text);
		return true;
	});
	out = '';
	err = '';
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	process.exitCode = undefined;
	rmSync(folder, { recursive: true, force: true });
});

/** Runs `samlas …` in this process and gives its exit code. */
async function samlas(...words: string[]): Promise<unknown> {
	const program = new Command('samlas').exitOverride();
	importCommand(program);
	await program.parseAsync(['node', 'samlas', ...words]);
	const code = process.exitCode;
	process.exitCode = undefined;
	return code;
}

function write(name: string, text: string): string {
	const file = join(folder, name);
	writeFileSync(file, text);
	return file;
}

const REGISTER =
	'Namn;Föreningstyp;Telefon;Kontaktperson\nÅs IF;Idrott;123;Anna Exempelsson\nKören Lek;Kultur;;\nAnna Exempelsson;;;\n';
const report = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

describe('samlas import', () => {
	it('publishes, and reports to people and programs', async () => {
		const json = join(folder, 'out.json');
		const html = join(folder, 'out.html');
		const file = write('r.csv', REGISTER);
		expect(await samlas('import', file, '--municipality', '1380', '--report', json, '--report-html', html)).toBe(0);
		expect(report(json)).toMatchObject({
			rows: 3,
			added: 2,
			changed: 0,
			unchanged: 0,
			gone: 0,
			refused: 0,
			persons: 1,
			warnings: 1,
			batch: 1,
			problems: [
				{ line: 2, field: 'phone', reason: 'not_a_phone', value: '123' },
				{ line: 4, field: 'name', reason: 'person', value: '' },
			],
		});
		const page = readFileSync(html, 'utf8');
		expect(page).toContain('Ås IF');
		expect(page).not.toContain('<script');
		for (const text of [page, out, JSON.stringify(report(json))]) expect(text).not.toContain('Exempelsson');
		expect(out).toContain('--undo 1');
	});

	it('shows a dry run and changes nothing', async () => {
		const json = join(folder, 'out.json');
		const file = write('r.csv', REGISTER);
		for (let i = 0; i < 2; i++) {
			expect(await samlas('import', file, '--municipality', '1380', '--dry-run', '--report', json)).toBe(0);
			expect(report(json)).toMatchObject({ added: 2, batch: null, dryRun: true });
		}
	});

	it('shows what becomes different in words, not codes', async () => {
		const html = join(folder, 'out.html');
		await samlas('import', write('a.csv', 'Id;Namn;Typ\n1;Ås IF;Fotboll\n'), '-m', '1380');
		const file = write('b.csv', 'Id;Namn;Typ\n1;Ås IF;Bandy\n');
		await samlas('import', file, '-m', '1380', '--dry-run', '--report-html', html);
		expect(readFileSync(html, 'utf8')).toContain('<del>Football</del></td><td><ins>Hockey, bandy and skating</ins>');
	});

	it('takes a batch back', async () => {
		const file = write('r.csv', REGISTER);
		await samlas('import', file, '-m', 'Halmstad');
		expect(await samlas('import', '--undo', '1')).toBe(0);
		expect(await samlas('import', '--undo', '1')).toBe(1);
		expect(await samlas('import', '--undo', 'x')).toBe(1);
	});

	it('saves a mapping and uses it', async () => {
		const mapping = join(folder, 'map.json');
		const file = write('r.csv', 'Klubbens namn;Sort\nÅs IF;Schack\n');
		writeFileSync(mapping, JSON.stringify({ version: 1, fields: { name: ['Klubbens namn'], types: ['Sort'] } }));
		const saved = join(folder, 'saved.json');
		expect(await samlas('import', file, '-m', '1380', '--mapping', mapping, '--save-mapping', saved, '--dry-run')).toBe(
			0,
		);
		expect(report(saved)).toMatchObject({ fields: { name: ['Klubbens namn'] } });
		expect(await samlas('import', file, '-m', '1380', '--mapping', saved)).toBe(0);
		expect(out).not.toContain('Sort.');
		const [json, html] = [join(folder, 'out.json'), join(folder, 'out.html')];
		const later = write('later.csv', 'Klubbens namn;Slag\nÅs IF;Schack\n');
		expect(
			await samlas('import', later, '-m', '1380', '--mapping', saved, '--report', json, '--report-html', html),
		).toBe(0);
		expect(report(json)).toMatchObject({ missingColumns: ['Sort'], unknownColumns: ['Slag'] });
		for (const text of [out, readFileSync(html, 'utf8')]) expect(text).toContain('does not have: Sort.');
	});

	it('reads OpenStreetMap', async () => {
		const element = { type: 'node', id: 1, lat: 56.67, lon: 12.86, tags: { amenity: 'library', name: 'Biblioteket' } };
		const file = write(
			'osm.json',
			JSON.stringify({ elements: [element, { ...element, id: 2, tags: { amenity: 'library' } }] }),
		);
		const json = join(folder, 'out.json');
		expect(await samlas('import', 'osm', file, '--municipality', '1380', '--report', json)).toBe(0);
		expect(report(json)).toMatchObject({ register: 'osm', added: 1 });
		expect(out).toContain('without a name, skipped: 1');
	});

	it('ends with 2 when nothing can be read, in a sentence', async () => {
		expect(await samlas('import', write('tom.csv', ''), '-m', '1380')).toBe(2);
		expect(await samlas('import', join(folder, 'saknas.csv'), '-m', '1380')).toBe(2);
		expect(await samlas('import', write('x.json', '{"a":1}'), '-m', '1380')).toBe(2);
		expect(await samlas('import', 'osm', write('y.json', '{"a":1}'), '-m', '1380')).toBe(2);
		expect(err).not.toMatch(/at \w+ \(|\.ts:/);
	});

	it('ends with 1 for what the one at the terminal can mend', async () => {
		const file = write('r.csv', REGISTER);
		expect(await samlas('import', file)).toBe(1);
		expect(await samlas('import', file, '-m', 'Nangijala')).toBe(1);
		expect(await samlas('import', file, '-m', '1380', '--mapping', write('m.json', '{"version":1}'))).toBe(1);
		expect(await samlas('import', '-m', '1380')).toBe(1);
		vi.stubEnv('SAMLAS_DATA', join(file, 'sub'));
		expect(await samlas('import', file, '-m', '1380')).toBe(1);
		expect(err).not.toMatch(/at \w+ \(|\.ts:/);
	});

	it('says when a report cannot be written, and has published all the same', async () => {
		mkdirSync(join(folder, 'taken'));
		expect(await samlas('import', write('r.csv', REGISTER), '-m', '1380', '--report', join(folder, 'taken'))).toBe(0);
		expect(out).toContain('could not be written');
	});
});
