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
	const ground = await grounds.of(frame, lang, 'below');
	return [
		`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="chart" aria-hidden="true">`,
		landMarks(ground, frame),
		`<g class="areas" fill-rule="evenodd">${marks(surfaces, (one, title) => surfaceMark(one, frame, title))}</g>`,
		nameMarks(namesWithRoom(ground.names, [], frame)),
		marks(dots, (one, title) => dotMark(one, frame, title)),
		sources(frame),
		'</svg>',
	].join('');
}

/**
 * Marks in groups, each with its look as its class: one for each mark would be half of the drawing. What all of a group say
 * is said once.
 */
function marks<T extends { look: string; said: string }>(
	all: readonly T[],
	mark: (one: T, title: string) => string,
): string {
	const title = (said: string) => `<title>${xml(said)}</title>`;
	return [...Map.groupBy(all, ({ look }) => look)]
		.map(([look, alike]) => {
			const shared = alike.every(({ said }) => said === alike[0]!.said);
			const drawn = alike.map((one) => mark(one, shared ? '' : title(one.said))).join('');
			return `<g class="${look}">${shared ? title(alike[0]!.said) : ''}${drawn}</g>`;
		})
		.join('');
}

const element = (tag: string, inside: string) => (inside ? `<${tag}>${inside}</${tag.split(' ')[0]}>` : `<${tag}/>`);

function surfaceMark({ rings }: Surface, frame: Frame, title: string): string {
	return element(`path d="${rings.map((ring) => ringPath(ring, frame)).join('')}"`, title);
}

function dotMark({ size, ...point }: Dot, frame: Frame, title: string): string {
	const { x, y } = pixelOf(frame, point);
	return element(`circle cx="${tenths(x)}" cy="${tenths(y)}" r="${size}"`, title);
}

const TENTH = 10;
/** A number as short as it can be written: 0.5 as ".5". */
const tenths = (value: number) => String(Math.round(value * TENTH) / TENTH).replace(/^(-?)0\./, '$1.');

/** A ring as steps from its first point, in tenths of a unit. */
function ringPath(ring: Surface['rings'][number], frame: Frame): string {
	const points = ring.map(([lon, lat]) => pixelOf(frame, { lon, lat })).map(({ x, y }) => [fine(x), fine(y)] as const);
	const [[x, y], ...rest] = points as [readonly [number, number], ...(readonly [number, number])[]];
	// The end is drawn by closing it.
	const steps = rest
		.slice(0, -1)
		.map(([to, down], at) => `${tenths(to - points[at]![0])} ${tenths(down - points[at]![1])}`);
	return `M${x} ${y}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

const fine = (value: number) => Math.round(value * TENTH) / TENTH;
