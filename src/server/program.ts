import { join } from 'node:path';
import { root } from '../root.ts';

/** The path of a program of this folder (its name without ending): beside the bundle what was bundled, else the source. */
export function programPath(name: string): string {
	const bundled = import.meta.url.includes('/dist-server/');
	return bundled ? join(root, 'dist-server', `${name}.js`) : join(root, 'src', 'server', `${name}.ts`);
}
