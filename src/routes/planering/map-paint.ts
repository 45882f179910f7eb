import type { Map as MapLibre } from 'maplibre-gl';

/** What the page's own styles give a mark: the map has them from there, in light and dark. */
export function paintOf(map: MapLibre, look: string): { fill: string; stroke: string; width: number } {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const mark = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
	svg.setAttribute('class', 'chart');
	mark.setAttribute('class', look);
	svg.append(mark);
	map.getContainer().append(svg);
	const { fill, stroke, strokeWidth } = getComputedStyle(mark);
	svg.remove();
	return { fill, stroke: stroke === 'none' ? fill : stroke, width: Number.parseFloat(strokeWidth) || 1 };
}
