import { join } from 'node:path';
import type { Frame } from '../../domain/overview.ts';
import { Recent } from '../../domain/recent.ts';
import { root } from '../../root.ts';
import { type Archive, openArchive } from '../archive.ts';
import { type Detail, type Ground, groundOf } from './ground.ts';
import { FINE } from './paths.ts';

/** Twice so many grounds are kept: some tens of kilobytes each. */
const MOST = 30;

/** The built-in map as grounds of pictures; those asked for lately are kept. */
export class Grounds {
	readonly #kept = new Recent<string, Promise<Ground>>(MOST);
	#archive: Promise<Archive> | undefined;

	/** What lies under the spots of a picture. `lang`: of the names. */
	of(frame: Frame, lang: 'sv' | 'en', detail: Detail = 'full'): Promise<Ground> {
		const { zoom, x, y, width, height } = frame;
		const key = [lang, detail, zoom.toFixed(3), Math.round(x), Math.round(y), width, height].join(' ');
		return this.#kept.of(key, async () => groundOf(await this.#open(), frame, lang, detail));
	}

	async close(): Promise<void> {
		await (await this.#archive?.catch(() => undefined))?.close();
	}

	#open(): Promise<Archive> {
		this.#archive ??= openArchive(join(root, 'db', 'geography', 'sweden.pmtiles'));
		return this.#archive;
	}
}

/** Sea, land, water and borders of a ground as SVG; each outline has its look as its class. */
export function landMarks({ paths }: Ground, { width, height }: { width: number; height: number }): string {
	const drawn = paths.filter(({ path }) => path).map(({ look, path }) => `<path class="${look}" d="${path}"/>`);
	return `<path class="sea" d="M0 0h${width}v${height}H0z"/><g class="ground" transform="scale(${1 / FINE})">${drawn.join('')}</g>`;
}
