import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Units of a drawing: as wide as a phone, so that its letters can be read there. */
export const WIDTH = 400;
/** Height of its letters. */
export const LETTERS = 13;
/** Units that one of them is wide, about. */
export const LETTER = LETTERS * 0.54;

/**
 * A chart by Observable Plot as an `<svg>` without styles or ids of its own (the page's policy allows none): colours and
 * letters come from static/chart.css. It is hidden from screen readers: the picture's words and table tell it.
 */
export function draw(options: Plot.PlotOptions): string {
	const figure = Plot.plot({
		width: WIDTH,
		...options,
		document: document as unknown as Document,
	} as Plot.PlotOptions);
	for (const style of figure.querySelectorAll('style')) style.remove();
	for (const named of figure.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
	figure.setAttribute('class', 'chart');
	figure.setAttribute('aria-hidden', 'true');
	figure.setAttribute('font-size', String(LETTERS));
	figure.removeAttribute('font-family');
	return figure.outerHTML.replace(/<[^>]+>/g, (tag) => tag.replace(/\d+\.\d{2,}/g, tenth));
}

/** Nobody sees less than a tenth of a unit. */
const tenth = (number: string) => String(Math.round(Number(number) * 10) / 10);

export { Plot };
