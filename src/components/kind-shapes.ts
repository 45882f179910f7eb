import type { Kind } from '#domain/taxonomies.ts';

/** The shape of each kind in a box of 20 by 20, the same in list, map and print. */
export const kindShapes: Record<Kind, string> = {
	organisation: 'M10 2a8 8 0 1 1 0 16a8 8 0 0 1 0-16z',
	venue: 'M10 1.8 18.4 9H16.4V18H3.6V9H1.6z',
	activity: 'M10 1.2 18.8 10 10 18.8 1.2 10z',
};

/** The shape as an element, for what is made outside any component: a map's marks. */
export function kindMark(kind: Kind): SVGSVGElement {
	const name = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS(name, 'svg');
	svg.setAttribute('viewBox', '0 0 20 20');
	svg.setAttribute('class', kind);
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS(name, 'path');
	path.setAttribute('d', kindShapes[kind]);
	svg.append(path);
	return svg;
}
