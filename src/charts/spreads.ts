import { draw, LETTER, LETTERS, labels, Plot } from './draw.ts';

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
const DOT = 5;

/** Many small scales with one axis: the middle half of others as a band with their median, and one's own as a dot on it. */
export function spreads(rows: readonly SpreadRow[]): string {
	const named = labels(rows.map(({ label }) => label));
	const said = Math.max(...rows.map(({ said: words }) => words.length)) * LETTER + 12;
	const most = Math.max(...rows.flatMap(({ value, others }) => [value ?? 0, others?.upper ?? 0]));
	const beside = rows.flatMap(({ label, others }) => (others ? [{ label, ...others }] : []));
	return draw({
		height: rows.length * ROW + 8,
		marginLeft: named.marginLeft,
		marginRight: said,
		marginTop: 4,
		marginBottom: 4,
		x: { axis: null, domain: [0, (most || 1) * 1.02] },
		y: { domain: rows.map(({ label }) => label), padding: 0.35, axis: null },
		marks: [
			named.mark,
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
