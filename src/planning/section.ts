import type { Table } from './table.ts';

/** A drawing with what it shows in words, and the table behind it. */
export interface Picture {
	/** Unlike any other in the report; a-z, 0-9 and hyphens. */
	key: string;
	/** What it shows, above it. */
	caption: string;
	/** What one sees in it, for who does not see it: the figures that matter, in a sentence. */
	alt: string;
	/** An `<svg>` made by src/charts: drawn by the server, coloured by the page's own tokens. */
	svg: string;
	/** What its marks mean, in words, with the class of `static/chart.css` that colours each. */
	legend?: { look: string; label: string }[];
	/** The figures it is drawn from. Null where another picture of the section has them. */
	table: Table | null;
	/** As wide as the page instead of half of it. */
	wide?: boolean;
}

/** A part of the report: what one question has for an answer. The page, the print and the file on paper are made from it. */
export interface Section {
	/** Its anchor; a-z, 0-9 and hyphens. */
	key: string;
	/** The question or the finding, as a heading. */
	title: string;
	/** The first carries the figure that matters most; each is a whole sentence. */
	sentences: string[];
	pictures: Picture[];
	/** Tables that have no picture, lists of names among them. */
	tables: Table[];
}

/** All tables of a section, in the order in which they stand on the page. */
export const tablesOf = ({ pictures, tables }: Section): Table[] => [
	...pictures.flatMap(({ table }) => table ?? []),
	...tables,
];
