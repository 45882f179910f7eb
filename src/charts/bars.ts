import { draw, LETTER, Plot, WIDTH } from './draw.ts';

export interface Bar {
	label: string;
	/** Null where it is not known or not told: said by `said`, drawn as nothing. */
	value: number | null;
	/** The value in words, beside the bar. */
	said: string;
	/** Class of static/chart.css; `bar` if left out. */
	look?: string;
}

/** Labels wider than this stand above their bars. */
const BESIDE = WIDTH * 0.32;
const ROW = { beside: 28, above: 36 };

/** Lying bars, the first above; `most` is the value of a bar over the whole width (the largest, if left out). */
export function bars(all: readonly Bar[], { most }: { most?: number } = {}): string {
	const wide = Math.max(...all.map(({ label }) => label.length)) * LETTER + 12;
	const said = Math.max(...all.map(({ said: words }) => words.length)) * LETTER + 10;
	const place = wide > BESIDE ? 'above' : 'beside';
	const top = most ?? Math.max(...all.map(({ value }) => value ?? 0));
	const value = (bar: Bar) => bar.value ?? 0;
	const row = (_: Bar, at: number) => at;
	return draw({
		height: all.length * ROW[place] + 8,
		marginLeft: place === 'above' ? 1 : wide,
		marginRight: said,
		marginTop: 4,
		marginBottom: 4,
		x: { axis: null, domain: [0, top || 1] },
		y: { axis: null, domain: all.map(row), padding: 0 },
		marks: [
			...Map.groupBy(all, ({ look }) => look ?? 'bar')
				.entries()
				.map(([className, alike]) =>
					Plot.barX(alike, {
						x: value,
						y: (bar: Bar) => all.indexOf(bar),
						insetTop: place === 'above' ? 19 : 6,
						insetBottom: place === 'above' ? 4 : 6,
						className,
					}),
				),
			Plot.text(all, {
				x: value,
				y: row,
				text: 'said',
				textAnchor: 'start',
				...{ dx: 6, dy: place === 'above' ? 8 : 0 },
				className: 'said',
			}),
			Plot.text(all, {
				frameAnchor: 'left',
				y: row,
				text: 'label',
				textAnchor: place === 'above' ? 'start' : 'end',
				...(place === 'above' ? { dy: -9 } : { dx: -8 }),
				className: 'said',
			}),
		],
	});
}
