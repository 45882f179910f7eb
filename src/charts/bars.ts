import { draw, LETTERS, Plot } from './draw.ts';

export interface Bar {
	label: string;
	/** Null where it is not known or not told: said by `said`, drawn as nothing. */
	value: number | null;
	/** The value in words, beside the bar. */
	said: string;
	/** Class of styles/chart.css; `bar` if left out. */
	look?: string;
}

/** How much of the drawing's width is for a label, at so many units a letter. */
const LETTER = LETTERS * 0.54;
const MOST_LABEL = 170;
const ROW = 30;

/** Lying bars, the first above; `most` is the value of a bar over the whole width (the largest, if left out). */
export function bars(all: readonly Bar[], { most }: { most?: number } = {}): string {
	const widest = Math.max(...all.map(({ label }) => label.length)) * LETTER + 12;
	const said = Math.max(...all.map(({ said: words }) => words.length)) * LETTER + 10;
	const top = most ?? Math.max(...all.map(({ value }) => value ?? 0));
	return draw({
		height: all.length * ROW + 8,
		marginLeft: Math.min(MOST_LABEL, widest),
		marginRight: said,
		marginTop: 4,
		marginBottom: 4,
		x: { axis: null, domain: [0, top || 1] },
		y: { domain: all.map(({ label }) => label), label: null, padding: 0.3, tickSize: 0, axis: 'left' },
		marks: [
			...all.map((bar) =>
				Plot.barX([bar], { x: (d: Bar) => d.value ?? 0, y: 'label', className: bar.look ?? 'bar' } as Plot.BarXOptions),
			),
			Plot.text(all, {
				x: (d: Bar) => d.value ?? 0,
				y: 'label',
				text: 'said',
				textAnchor: 'start',
				dx: 6,
				fontSize: LETTERS,
				className: 'said',
			}),
		],
	});
}
