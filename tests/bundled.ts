import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { root } from '../src/root.ts';
import type { AtEnd } from './store.ts';

/**
 * A program of the tests as one file, gone when what it was made for is over: one that is started fifty times, to be
 * killed, is not put together from two hundred sources each time.
 */
export async function bundled(program: string, atEnd: AtEnd = onTestFinished): Promise<string> {
	// Where packages that are not in the bundle are found.
	const folder = mkdtempSync(join(root, 'node_modules', '.samlas-'));
	atEnd(() => rmSync(folder, { recursive: true, force: true }));
	await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		ssr: { noExternal: true, external: ['better-sqlite3'] },
		build: { ssr: program, outDir: folder, target: 'node22', emptyOutDir: false },
	});
	return join(folder, basename(program).replace(/\.ts$/, '.js'));
}
