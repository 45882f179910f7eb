import { createHash } from 'node:crypto';
import type { Frame, Overview } from '../../domain/overview.ts';
import { xml } from '../../domain/xml.ts';
import { overviewSaid } from '../../text/overview.ts';
import { Grounds, landMarks } from './grounds.ts';
import { STYLE } from './look.ts';
import { nameMarks } from './name-marks.ts';
import { namesWithRoom } from './names.ts';
import { spotMarks } from './spots.ts';

/** What a picture says. */
export interface Words {
	lang: 'sv' | 'en';
	/** Where most of it is. */
	most: { place: string | null; count: number };
}

const SOURCES = '© OpenStreetMap · GeoNames · Natural Earth';
/** The one thing that a browser may do with a picture that is opened by itself: look as it says. */
export const PICTURE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** Draws overviews over the built-in map. */
export class Pictures {
	readonly #grounds = new Grounds();

	/** An overview as an SVG document: light and dark, with the names of places and the map's sources. */
	async draw({ frame, spots, count }: Overview, { lang, most }: Words): Promise<string> {
		const ground = await this.#grounds.of(frame, lang);
		const { width, height } = frame;
		const number = (count: number) => count.toLocaleString(lang === 'sv' ? 'sv-SE' : 'en-GB');
		return [
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" xml:lang="${lang}">`,
			`<title id="title">${xml(overviewSaid(count, most, lang))}</title><style>${STYLE}</style>`,
			landMarks(ground, frame),
			nameMarks(namesWithRoom(ground.names, spots, frame)),
			`<g>${spots.map((spot) => spotMarks(spot, number)).join('')}</g>`,
			sources(frame),
			'</svg>',
		].join('');
	}

	close(): Promise<void> {
		return this.#grounds.close();
	}
}

/** Where the map comes from, in a corner of a picture. */
export function sources({ width, height }: Frame): string {
	const wide = SOURCES.length * 5.4 + 10;
	return `<path class="plate" d="M${width - wide} ${height - 18}h${wide}v18h-${wide}z"/><text class="sources" x="${width - 6}" y="${height - 5.5}" text-anchor="end">${SOURCES}</text>`;
}
