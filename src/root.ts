import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, from source and from a bundle alike: the nearest one above that has db/migrations. */
export const root = find(dirname(fileURLToPath(import.meta.url)));

function find(folder: string): string {
	if (existsSync(join(folder, 'db', 'migrations'))) return folder;
	const above = dirname(folder);
	if (above === folder) throw new Error('the folder db/migrations is missing');
	return find(above);
}
