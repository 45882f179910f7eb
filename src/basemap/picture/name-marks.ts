import { xml } from '../../domain/xml.ts';
import type { Written } from './names.ts';

/** Names of a picture as SVG, each with the dot of its place. */
export const nameMarks = (names: readonly Written[]): string => `<g class="names">${names.map(mark).join('')}</g>`;

function mark({ kind, name, x, y, at, anchor, size, dot }: Written): string {
	const look = { country: ' class="nation"', sea: ' class="wet"', lake: ' class="wet"', locality: '' }[kind];
	const text = `<text${look} x="${at.x.toFixed(1)}" y="${at.y.toFixed(1)}" font-size="${size}" text-anchor="${anchor}">${xml(name)}</text>`;
	return dot ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.5"/>${text}` : text;
}
