import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { root } from '../root.ts';

/** Brings the file up to date: each numbered file of db/migrations once, each in a transaction of its own. */
export function migrate(sqlite: Sqlite): void {
	const folder = join(root, 'db', 'migrations');
	const files = readdirSync(folder)
		.filter((name) => /^\d{4}_.*\.sql$/.test(name))
		.sort();
	const newest = files.length;
	const at = version(sqlite);
	if (at > newest) throw new Error(`The store was written by a newer Samlas (${at}, this one knows ${newest}).`);
	for (const file of files.slice(at)) apply(sqlite, join(folder, file), Number.parseInt(file, 10));
}

function apply(sqlite: Sqlite, path: string, number: number): void {
	const step = sqlite.transaction(() => {
		// Another process may have been first while this one waited for the lock.
		if (version(sqlite) >= number) return;
		sqlite.exec(readFileSync(path, 'utf8'));
		sqlite.pragma(`user_version = ${number}`);
	});
	step.immediate();
}

const version = (sqlite: Sqlite) => sqlite.pragma('user_version', { simple: true }) as number;
