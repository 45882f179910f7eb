import { draw, LETTER, LETTERS, Plot } from './draw.ts';

/** A figure of one place beside how it lies among others. */
export interface SpreadRow {
	label: string;
	/** Null where it is not known: no dot is drawn. */
	value: number | null;
	/** The value in words, at the right. */
	said: string;
	/** The middle half of the others, and their median; null where there are too few. */
	others: { lower: number; median: number; upper: number } | null;
}

const ROW = 30;
/** What labels at the left take at most; a longer one takes two lines. */
const MOST_LABEL = 170;
const DOT = 5;

/** Many small scales with one axis: the middle half of others as a band with their median, and one's own as a dot on it. */
export function spreads(rows: readonly SpreadRow[]): string {
	const widest = Math.max(...rows.map(({ label }) => label.length)) * LETTER + 12;
	// In ems; without a page Plot knows only about how wide letters are.
	const lineWidth = widest > MOST_LABEL ? (MOST_LABEL - 12) / LETTERS : Number.POSITIVE_INFINITY;
	const said = Math.max(...rows.map(({ said: words }) => words.length)) * LETTER + 12;
	const most = Math.max(...rows.flatMap(({ value, others }) => [value ?? 0, others?.upper ?? 0]));
	const beside = rows.flatMap(({ label, others }) => (others ? [{ label, ...others }] : []));
	return draw({
		height: rows.length * ROW + 8,
		marginLeft: Math.min(MOST_LABEL, widest),
		marginRight: said,
		marginTop: 4,
		marginBottom: 4,
		x: { axis: null, domain: [0, most || 1], inset: DOT + 2 },
		y: { domain: rows.map(({ label }) => label), padding: 0.35, axis: null },
		marks: [
			Plot.axisY({ anchor: 'left', label: null, tickSize: 0, lineWidth }),
			Plot.barX(beside, { x1: 'lower', x2: 'upper', y: 'label', className: 'faint' }),
			Plot.tickX(beside, { x: 'median', y: 'label', className: 'mark', strokeWidth: 2 }),
			Plot.dot(
				rows.filter(({ value }) => value !== null),
				{ x: 'value', y: 'label', r: DOT, className: 'bar' },
			),
			Plot.text(rows, {
				y: 'label',
				text: 'said',
				frameAnchor: 'right',
				textAnchor: 'start',
				dx: 8,
				fontSize: LETTERS,
				className: 'said',
			}),
		],
	});
}
