import { draw, LETTERS, Plot, WIDTH } from './draw.ts';

/** One cell of a table of shades. */
export interface Shade {
	row: string;
	column: string;
	/** Null where there is nothing to shade. */
	value: number | null;
	/** What is written in it: the shade is never all that tells. */
	said: string;
}

/** Shades from least to most: classes of static/chart.css. */
const STEPS = 5;
const ROW = 34;
const LETTER = LETTERS * 0.56;

/** A table of shades, by rows and columns in the order in which they first come; each cell has its figure in it. */
export function heat(cells: readonly Shade[]): string {
	const rows = [...new Set(cells.map(({ row }) => row))];
	const columns = [...new Set(cells.map(({ column }) => column))];
	const most = Math.max(0, ...cells.map(({ value }) => value ?? 0));
	const left = Math.max(...rows.map((row) => row.length)) * LETTER + 10;
	const looks = Map.groupBy(cells, (cell) => lookOf(cell, most));
	return draw({
		width: WIDTH,
		height: rows.length * ROW + 30,
		marginLeft: left,
		marginRight: 1,
		marginTop: 28,
		marginBottom: 1,
		padding: 0.06,
		x: { domain: columns, axis: 'top', label: null, tickSize: 0 },
		y: { domain: rows, label: null, tickSize: 0 },
		marks: [...looks].flatMap(([look, shaded]) => [
			Plot.cell(shaded, { x: 'column', y: 'row', rx: 4, className: look }),
			Plot.text(shaded, { x: 'column', y: 'row', text: 'said', fontSize: LETTERS, className: `on-${look}` }),
		]),
	});
}

function lookOf({ value }: Shade, most: number): string {
	if (value === null) return 'none';
	return `step-${Math.min(STEPS, 1 + Math.floor((value / (most || 1)) * STEPS))}`;
}
