import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Frame, Overview } from '../../domain/overview.ts';
import { root } from '../../root.ts';
import { overviewSaid } from '../../text/overview.ts';
import { type Archive, openArchive } from '../archive.ts';
import { type Ground, groundOf } from './ground.ts';
import { STYLE } from './look.ts';
import { namesWithRoom, type Written } from './names.ts';
import { FINE } from './paths.ts';
import { spotMarks } from './spots.ts';

/** What a picture says. */
export interface Words {
	lang: 'sv' | 'en';
	/** Where most of it is. */
	most: { place: string | null; count: number };
}

/** Grounds that are kept: some tens of kilobytes each. */
const MOST_GROUNDS = 60;
const SOURCES = '© OpenStreetMap · GeoNames · Natural Earth';
/** The one thing that a browser may do with a picture that is opened by itself: look as it says. */
export const PICTURE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** Draws overviews over the built-in map. */
export class Pictures {
	readonly #grounds = new Map<string, Promise<Ground>>();
	#archive: Promise<Archive> | undefined;

	/** An overview as an SVG document: light and dark, with the names of places and the map's sources. */
	async draw({ frame, spots, count }: Overview, { lang, most }: Words): Promise<string> {
		const { paths, names } = await this.#groundOf(frame, lang);
		const { width, height } = frame;
		const number = (count: number) => count.toLocaleString(lang === 'sv' ? 'sv-SE' : 'en-GB');
		const drawn = paths.filter(({ path }) => path).map(({ look, path }) => `<path class="${look}" d="${path}"/>`);
		return [
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" xml:lang="${lang}">`,
			`<title id="title">${escaped(overviewSaid(count, most, lang))}</title><style>${STYLE}</style>`,
			`<path class="sea" d="M0 0h${width}v${height}H0z"/><g transform="scale(${1 / FINE})">${drawn.join('')}</g>`,
			`<g class="names">${namesWithRoom(names, spots, frame).map(nameMarks).join('')}</g>`,
			`<g>${spots.map((spot) => spotMarks(spot, number)).join('')}</g>`,
			sources(frame),
			'</svg>',
		].join('');
	}

	async close(): Promise<void> {
		await (await this.#archive?.catch(() => undefined))?.close();
	}

	#groundOf(frame: Frame, lang: Words['lang']): Promise<Ground> {
		const { zoom, x, y, width, height } = frame;
		const key = [lang, zoom.toFixed(3), Math.round(x), Math.round(y), width, height].join(' ');
		const known = this.#grounds.get(key);
		if (known) return known;
		const made = this.#open().then((archive) => groundOf(archive, frame, lang));
		// What could not be read now is tried again.
		made.catch(() => this.#grounds.delete(key));
		this.#grounds.set(key, made);
		const [oldest] = this.#grounds.keys();
		if (this.#grounds.size > MOST_GROUNDS) this.#grounds.delete(oldest!);
		return made;
	}

	#open(): Promise<Archive> {
		this.#archive ??= openArchive(join(root, 'db', 'geography', 'sweden.pmtiles'));
		return this.#archive;
	}
}

const escaped = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function nameMarks({ kind, name, x, y, at, anchor, size, dot }: Written): string {
	const look = { country: ' class="nation"', sea: ' class="wet"', lake: ' class="wet"', locality: '' }[kind];
	const text = `<text${look} x="${at.x.toFixed(1)}" y="${at.y.toFixed(1)}" font-size="${size}" text-anchor="${anchor}">${escaped(name)}</text>`;
	return dot ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.5"/>${text}` : text;
}

function sources({ width, height }: Frame): string {
	const wide = SOURCES.length * 5.4 + 10;
	return `<path class="plate" d="M${width - wide} ${height - 18}h${wide}v18h-${wide}z"/><text class="sources" x="${width - 6}" y="${height - 5.5}" text-anchor="end">${SOURCES}</text>`;
}
