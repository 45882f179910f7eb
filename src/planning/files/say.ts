import { type Cell, type Column, headed, isLinked, type Table } from '../table.ts';

/** The words that a file needs beside its table's own, in one language (src/text/planning-table.ts gives them). */
export interface Say {
	locale: 'sv' | 'en';
	/** Instead of a count below `under`. */
	fewer: (under: number | null) => string;
	/** Heads the column of addresses. */
	address: string;
	/** An address from the site's root as a whole one. */
	whole: (href: string) => string;
	/** The sheet that tells about the tables, and what its lines are called. */
	about: string;
	source: string;
	asOf: string;
	uncertainty: string;
	method: string;
	notes: string;
}

/** A column of a file: a table's own, or the addresses that its cells lead to, which come behind it. */
export interface FileColumn {
	column: Column;
	place: number;
	address: boolean;
	head: string;
}

/** The columns of a table as a file has them. */
export function fileColumns(table: Table, say: Pick<Say, 'address'>): FileColumn[] {
	return table.columns.flatMap((column, place) => {
		const own = { column, place, address: false, head: headed(column) };
		const leads = table.rows.some(({ cells }) => isLinked(cells[place] ?? null));
		return leads ? [own, { ...own, address: true, head: `${column.label}, ${say.address}` }] : [own];
	});
}

/** What stands in a column of a file: the cell's words or number, or the whole address. */
export function fileCell({ place, address }: FileColumn, cells: readonly Cell[], say: Pick<Say, 'whole'>): Cell {
	const cell = cells[place] ?? null;
	if (address) return isLinked(cell) ? say.whole(cell.href) : null;
	return isLinked(cell) ? cell.text : cell;
}
