import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cellOf, roles, whoMay } from './who-may.ts';

const routes = resolve(import.meta.dirname, '../../src/routes');
const files = (readdirSync(routes, { recursive: true }) as string[]).map((file) => file.replaceAll('\\', '/'));
/** Folders in brackets gather pages and are no part of an address. */
const addressOf = (file: string) =>
	`/${file
		.split('/')
		.slice(0, -1)
		.filter((part) => !/^\(.*\)$/.test(part))
		.join('/')}`;

/** What can be done at each address, read from the files themselves. */
async function inFiles(): Promise<Record<string, string[]>> {
	const found: Record<string, Set<string>> = {};
	const add = (file: string, does: string[]) => {
		const address = addressOf(file);
		found[address] = new Set([...(found[address] ?? []), ...does]);
	};
	for (const file of files) {
		if (file.endsWith('+page.svelte')) add(file, ['GET']);
		if (!/\+(page\.)?server\.ts$/.test(file)) continue;
		const module = await import(join(routes, file));
		if (file.endsWith('+server.ts'))
			add(
				file,
				Object.keys(module).filter((name) => /^[A-Z]+$/.test(name)),
			);
		else
			add(file, [
				'GET',
				...Object.keys(module.actions ?? {}).map((name) => (name === 'default' ? 'POST' : `?/${name}`)),
			]);
	}
	return Object.fromEntries(Object.entries(found).map(([address, does]) => [address, [...does].sort()]));
}

test('every address and every action has its line in the table, and the table has no others', async () => {
	const inTable = Object.fromEntries(
		Object.entries(whoMay).map(([address, lines]) => [address, Object.keys(lines).sort()]),
	);
	const there = await inFiles();
	expect(Object.keys(there).length).toBeGreaterThan(30);
	expect(inTable).toEqual(there);
}, 120_000);

test.each(Object.entries(whoMay))('%s: a cell for everybody', (_, lines) => {
	for (const line of Object.values(lines))
		for (const who of roles) expect(cellOf(line, who).own).toMatch(/^(in|\d{3})$/);
});
