import { join } from 'node:path';
import type { Frame } from '../../domain/overview.ts';
import { root } from '../../root.ts';
import { type Archive, openArchive } from '../archive.ts';
import { type Ground, groundOf } from './ground.ts';
import { FINE } from './paths.ts';

/** Grounds that are kept: some tens of kilobytes each. */
const MOST = 60;

/** The built-in map as grounds of pictures; those asked for lately are kept. */
export class Grounds {
	readonly #kept = new Map<string, Promise<Ground>>();
	#archive: Promise<Archive> | undefined;

	/** What lies under the spots of a picture. `lang`: of the names. */
	of(frame: Frame, lang: 'sv' | 'en'): Promise<Ground> {
		const { zoom, x, y, width, height } = frame;
		const key = [lang, zoom.toFixed(3), Math.round(x), Math.round(y), width, height].join(' ');
		const known = this.#kept.get(key);
		if (known) return known;
		const made = this.#open().then((archive) => groundOf(archive, frame, lang));
		// What could not be read now is tried again.
		made.catch(() => this.#kept.delete(key));
		this.#kept.set(key, made);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > MOST) this.#kept.delete(oldest!);
		return made;
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
	return `<path class="sea" d="M0 0h${width}v${height}H0z"/><g transform="scale(${1 / FINE})">${drawn.join('')}</g>`;
}
