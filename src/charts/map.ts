import { Grounds, landMarks } from '../basemap/picture/grounds.ts';
import { nameMarks } from '../basemap/picture/name-marks.ts';
import { namesWithRoom } from '../basemap/picture/names.ts';
import { sources } from '../basemap/picture/picture.ts';
import type { Bbox, LonLat } from '../domain/geo.ts';
import { type Frame, frameOf, pixelOf } from '../domain/overview.ts';
import { xml } from '../domain/xml.ts';

/** A surface on the map, coloured by a class of chart.css; its words show where a pointer rests. */
export interface Surface {
	/** Rings, WGS84 [longitude, latitude]. */
	rings: readonly (readonly (readonly [number, number])[])[];
	look: string;
	said: string;
}

/** A point on the map; `size` in units, half of its width. */
export interface Dot extends LonLat {
	look: string;
	size: number;
	said: string;
}

interface Drawn {
	bounds: Bbox;
	lang: 'sv' | 'en';
	surfaces?: readonly Surface[];
	dots?: readonly Dot[];
	width?: number;
	height?: number;
}

const WIDTH = 640;
const HEIGHT = 560;
const grounds = new Grounds();

/** A map of surfaces and points over the built-in land, as an `<svg>` coloured by chart.css; hidden from screen readers, whom words tell it. */
export async function drawMap({
	bounds,
	lang,
	surfaces = [],
	dots = [],
	width = WIDTH,
	height = HEIGHT,
}: Drawn): Promise<string> {
	const frame = frameOf(bounds, { width, height });
	const ground = await grounds.of(frame, lang);
	return [
		`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="chart" aria-hidden="true">`,
		landMarks(ground, frame),
		`<g class="areas">${surfaces.map((surface) => surfaceMark(surface, frame)).join('')}</g>`,
		nameMarks(namesWithRoom(ground.names, [], frame)),
		`<g>${dots.map((dot) => dotMark(dot, frame)).join('')}</g>`,
		sources(frame),
		'</svg>',
	].join('');
}

function surfaceMark({ rings, look, said }: Surface, frame: Frame): string {
	const path = rings.map((ring) => `M${ring.map(([lon, lat]) => at(frame, { lon, lat })).join('L')}z`).join('');
	return `<path class="${look}" fill-rule="evenodd" d="${path}"><title>${xml(said)}</title></path>`;
}

function dotMark({ lon, lat, look, size, said }: Dot, frame: Frame): string {
	const { x, y } = pixelOf(frame, { lon, lat });
	return `<circle class="${look}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size}"><title>${xml(said)}</title></circle>`;
}

function at(frame: Frame, point: LonLat): string {
	const { x, y } = pixelOf(frame, point);
	return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
