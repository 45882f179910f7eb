import { draw, LETTERS, Plot } from './draw.ts';

export interface Column {
	/** Where the column stands, in the unit of the axis. */
	from: number;
	to: number;
	value: number;
}

interface Axes {
	/** What is along the bottom, with its unit: "km". */
	x: string;
	/** What is upwards: "invånare". */
	y: string;
	/** Marks along the bottom, such as the median, with a word each. */
	marks?: { at: number; label: string }[];
	number: (value: number) => string;
}

const HEIGHT = 210;
/** Units a letter is wide. */
const LETTER = LETTERS * 0.6;
const LINE = 17;
/** A word over a mark near the right edge is written to its left. */
const RIGHT = 0.6;

/** A distribution as columns that stand beside each other. */
export function columns(all: readonly Column[], { x, y, marks = [], number }: Axes): string {
	const end = all.at(-1)?.to ?? 1;
	return draw({
		height: HEIGHT,
		marginLeft: 14 + LETTER * number(Math.max(0, ...all.map(({ value }) => value))).length,
		marginBottom: 42,
		marginTop: 34,
		x: { label: x, domain: [all[0]?.from ?? 0, end], ticks: 6, tickFormat: number, labelArrow: 'none' },
		y: { label: y, grid: true, ticks: 4, tickFormat: number, labelArrow: 'none' },
		marks: [
			Plot.rectY(all, { x1: 'from', x2: 'to', y: 'value', insetLeft: 0.5, insetRight: 0.5, className: 'bar' }),
			Plot.ruleY([0]),
			Plot.ruleX(marks, { x: 'at', strokeDasharray: '4 3', className: 'mark' }),
			...marks.map((mark, at) =>
				Plot.text([mark], {
					x: 'at',
					text: 'label',
					frameAnchor: 'top',
					textAnchor: mark.at > end * RIGHT ? 'end' : 'start',
					dx: mark.at > end * RIGHT ? -5 : 5,
					// Each on a line of its own: two may be near each other.
					dy: at * LINE,
					className: 'said',
				}),
			),
		],
	});
}
