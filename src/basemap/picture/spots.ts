import { kindShapes } from '#components/kind-shapes.ts';
import type { OverviewSpot } from '#domain/overview.ts';
import { kinds } from '#domain/taxonomies.ts';

/** Side of the box that the shapes are drawn in. */
const BOX = 20;
const SINGLE = 22;
const ROUGH = 15;
const MARK = 11;

/** Two decimals are finer than any screen. */
const n = (value: number) => Number(value.toFixed(2));

/** A spot as the map draws it: a shape for one entry, a number on a pill for several; dashed where the place is approximate. */
export function spotMarks(spot: OverviewSpot, number: (count: number) => string): string {
	const { x, y, across, up, count, approximate } = spot;
	const kind = kinds.find((one) => spot[one] === count);
	if (count === 1 && kind) return approximate ? rough(x, y, kind) : shape(x, y, kind, SINGLE, 'one');
	const size = n(Math.min(16, 7 + up * 0.42));
	const look = kind ? `many of-${kind}` : approximate ? 'rough' : 'mixed';
	const dashes = approximate && kind ? ' stroke-dasharray="4 3.5"' : '';
	const box = (move: number) =>
		`x="${n(x - across)}" y="${n(y - up + move)}" width="${n(2 * across)}" height="${n(2 * up)}" rx="${n(up)}"`;
	const mark = kind ? shape(x - across + 9 + (across - up) * 0.15, y, kind, MARK, '') : '';
	const full = !kind && !approximate ? ' full' : '';
	const text = `<text class="number${full}" x="${n(x + (kind ? 6 : 0))}" y="${n(y + size * 0.36)}" font-size="${size}">${number(count)}</text>`;
	return `<rect class="shade" ${box(1.5)}/><rect class="${look}" ${box(0)}${dashes}/>${mark}${text}`;
}

const rough = (x: number, y: number, kind: (typeof kinds)[number]) =>
	`<circle class="rough ring" cx="${n(x)}" cy="${n(y)}" r="13"/>${shape(x, y, kind, ROUGH, 'one')}`;

function shape(x: number, y: number, kind: (typeof kinds)[number], side: number, look: string): string {
	const scale = side / BOX;
	const move = `translate(${n(x - side / 2)} ${n(y - side / 2)}) scale(${n(scale)})`;
	return `<path class="${look ? `${look} ` : ''}${kind}" transform="${move}" d="${kindShapes[kind]}"/>`;
}
