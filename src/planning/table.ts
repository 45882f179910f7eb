/**
 * How a section of the report declares a table, once: the page's `<table>`, CSV, XLSX, GeoJSON and the report on paper are
 * all made from it, so that a figure is the same wherever it is read.
 *
 *     const table: Table = {
 *       key: 'reach-by-age',                                        // file name and anchor; a-z, 0-9 and hyphens
 *       title: m.plan_reach_table(),                                // the caption: what it shows, where, when
 *       columns: [
 *         { key: 'age', label: m.plan_age(), kind: 'text' },        // the first column heads the rows
 *         { key: 'persons', label: m.plan_persons(), kind: 'count' },
 *         { key: 'share_within_3_km', label: m.plan_within({ km: 3 }), kind: 'share' },
 *         { key: 'median_m', label: m.plan_median(), unit: 'm', kind: 'number', digits: 0 },
 *       ],
 *       rows: [
 *         { cells: ['6-15', 1234, 0.62, 2100] },
 *         { cells: ['80-', { under: 5 }, null, null] },             // masked; unknown
 *         { cells: [m.plan_all(), 4321, 0.71, 1800], total: true },
 *       ],
 *       notes: [m.plan_note_estimate()],
 *       about: { source, asOf: '2026-11-26', uncertainty, method: { label, href } },
 *     };
 *
 * Labels come from `src/text`; nothing here knows a language. Shown by `cellInWords` of src/text/planning-table.ts.
 */

/**
 * What a column holds. `count`: whole things. `number`: rounded to `digits`. `share`: 0 to 1, shown in per cent with
 * `digits` decimals. `date`: a civil date, `2026-11-26`. `text`: words.
 */
export type ColumnKind = 'text' | 'count' | 'number' | 'share' | 'date';

export interface Column {
	/** For machines: a property in GeoJSON. Small letters and underscores, the unit last (`open_hours`, `median_m`). */
	key: string;
	label: string;
	/** Shown behind the label in parentheses: "tim per vecka", "km". */
	unit?: string;
	kind: ColumnKind;
	/** Decimals of a number or of a share in per cent; none if left out. */
	digits?: number;
}

/**
 * A count of people that is too small to be told: fewer than `under`. Null: not told, since it is so small or since such a small one
 * could be worked out from it. Never has the count itself beside it.
 */
export interface Masked {
	under: number | null;
}

/** Words that lead to a page; `href` from the site's root or whole. Files give the address a column of its own. */
export interface Linked {
	text: string;
	href: string;
}

/** Null is unknown: said so in words, never shown as none. */
export type Cell = string | number | Linked | Masked | null;

export interface Row {
	/** One for each column, in their order. */
	cells: readonly Cell[];
	/** The sum or the whole of other rows. Left out of GeoJSON. */
	total?: boolean;
	/** Where it lies, WGS84 longitude first: a table with shapes is a layer. Null where nobody knows, or where it is not told. */
	shape?: GeoJSON.Geometry | null;
}

/** What a figure rests on. */
export interface About {
	/** Which data, from whom, under which licence. */
	source: string;
	/** The civil date that the figures tell of, `2026-11-26`. */
	asOf: string;
	/** How far off it may be, in words. */
	uncertainty: string;
	/** How it was computed: the sentence, and the heading of the method document. */
	method: { label: string; href: string };
}

export interface Table {
	/** Its anchor and the name of its files. Unlike any other in the report. */
	key: string;
	title: string;
	columns: readonly [Column, ...Column[]];
	rows: readonly Row[];
	/** So many rows, and the totals, stand on the page and on paper; files have them all. All of them if left out. */
	shown?: number;
	/** Below the table, in order. */
	notes: readonly string[];
	about: About;
}

export const isMasked = (cell: Cell): cell is Masked => typeof cell === 'object' && cell !== null && 'under' in cell;
export const isLinked = (cell: Cell): cell is Linked => typeof cell === 'object' && cell !== null && 'href' in cell;

/** Whether a row may be drawn on a map, and so whether the table can be had as a layer. */
export const hasShapes = (table: Table): boolean => table.rows.some(({ shape }) => shape);

/** The rows that stand on the page and on paper: the first ones, and the totals. */
export const shownRows = ({ rows, shown = Infinity }: Table): Row[] =>
	rows.filter(({ total }, place) => total || place < shown);

/** A number as the column tells it: rounded half away from zero, in per cent for a share. */
export function told(column: Column, value: number): number {
	const shown = column.kind === 'share' ? value * 100 : value;
	const scale = 10 ** (column.kind === 'count' ? 0 : (column.digits ?? 0));
	// What a double can't hold exactly (1.005) is rounded as it is written.
	const rounded = (Math.sign(shown) * Math.round(Number((Math.abs(shown) * scale).toPrecision(15)))) / scale;
	return rounded === 0 ? 0 : rounded;
}

/** The heading of a column as a file has it: with its unit. */
export function headed({ label, unit, kind }: Column): string {
	const shown = unit ?? (kind === 'share' ? '%' : undefined);
	return shown ? `${label} (${shown})` : label;
}

/**
 * Throws what is wrong with a declaration: a section's fault, found by its test. Cells that are not as many as the columns,
 * keys that come twice, a number among words, a number that is none.
 */
export function checked(table: Table): Table {
	if (!/^[a-z][a-z0-9-]*$/.test(table.key)) throw new Error(`table ${table.key}: key`);
	const keys = table.columns.map(({ key }) => key);
	if (new Set(keys).size < keys.length || keys.some((key) => !/^[a-z][a-z0-9_]*$/.test(key)))
		throw new Error(`table ${table.key}: keys of columns`);
	for (const { cells } of table.rows) {
		if (cells.length !== keys.length) throw new Error(`table ${table.key}: ${cells.length} cells`);
		cells.forEach((cell, place) => {
			const { kind, key } = table.columns[place]!;
			const words = typeof cell === 'string' || isLinked(cell);
			if (typeof cell === 'number' && !Number.isFinite(cell)) throw new Error(`table ${table.key}: ${key} is ${cell}`);
			if (words !== (kind === 'text' || kind === 'date') && cell !== null && !(isMasked(cell) && kind !== 'text'))
				throw new Error(`table ${table.key}: ${key} is a ${typeof cell}`);
		});
	}
	return table;
}
