import { type Row, shownRows, type Table } from '../planning/table.ts';
import { cellInWords } from '../text/planning-table.ts';
import { type Sheet, type Style, TEXT_WIDTH } from './sheet.ts';

/** A table as it is to be written: words, the letters of each line, and how wide its columns are. */
export interface Laid {
	head: string[];
	lines: { words: string[]; style: Style }[];
	headStyle: Style;
	/** Points, with the room between columns. */
	widths: number[];
	/** Whether a column's words stand to the right. */
	right: boolean[];
}

/** Sizes of letters, points: smaller ones where columns would else have to break words. */
const SIZES = [8, 7, 6.5] as const;
/** Between columns, points. */
export const PAD = 6;
/** No column of words is made narrower than this for the sake of the others, points. */
const LEAST_WORDS = 60;
/** A heading is given room to stand in two lines, if there is any. */
const MOST_SPARE = 40;

/** The rows of a table that stand on paper: so many, and the totals. */
export const paperRows = (table: Table, most: number): Row[] =>
	shownRows({ ...table, shown: Math.min(most, table.shown ?? Infinity) });

/** Lays a table out in the width of the text. */
export function laid(sheet: Sheet, table: Table, most: number): Laid {
	const [first, ...smaller] = SIZES.map((size) => ofSize(sheet, table, most, size));
	return [first!, ...smaller].find(({ over }) => over <= 0)?.layout ?? smaller.at(-1)!.layout;
}

function ofSize(sheet: Sheet, table: Table, most: number, size: number): { layout: Laid; over: number } {
	const plain: Style = { size, lineGap: 1 };
	const headStyle: Style = { ...plain, weight: 'bold' };
	const head = table.columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label));
	const lines = paperRows(table, most).map(({ cells, total }) => ({
		words: cells.map((cell, place) => cellInWords(table.columns[place]!, cell)),
		style: total ? headStyle : plain,
	}));
	const right = table.columns.map(({ kind }) => kind !== 'text' && kind !== 'date');
	const layout = { head, lines, headStyle, right };
	const { widths, over } = widthsOf(sheet, layout);
	return { layout: { ...layout, widths }, over };
}

/** Columns of figures get what their longest word needs; those of words share what is left by what they hold. */
function widthsOf(sheet: Sheet, { head, lines, headStyle, right }: Omit<Laid, 'widths'>) {
	const longest = (texts: readonly string[]) =>
		Math.max(0, ...texts.flatMap((text) => text.split(/[ \n]/)).map((word) => sheet.width(`${word} `, headStyle)));
	const cells = (place: number) => lines.map(({ words }) => words[place]!);
	const whole = (place: number) => Math.max(0, ...cells(place).map((text) => sheet.width(text, headStyle)));
	const least = head.map((text, place) =>
		right[place] ? Math.max(longest([text]), whole(place)) + PAD : longest([text, ...cells(place)]) + PAD,
	);
	const wanted = least.map((width, place) => (right[place] ? width : Math.max(width, whole(place) + PAD + 1)));
	const spare = TEXT_WIDTH - sum(wanted);
	if (spare >= 0) return { widths: roomy(sheet, head, headStyle, wanted, spare), over: 0 };
	const give = wanted.map((width, place) =>
		right[place] ? 0 : Math.max(0, width - Math.max(LEAST_WORDS, least[place]!)),
	);
	// What is too wide is taken from the columns of words, of each as it can give.
	const taken = sum(give) ? Math.min(1, -spare / sum(give)) : 0;
	const widths = wanted.map((width, place) => width - give[place]! * taken);
	const over = sum(widths) - TEXT_WIDTH;
	return over > 0.01
		? { widths: widths.map((width) => (width * TEXT_WIDTH) / sum(widths)), over }
		: { widths, over: 0 };
}

/** What room there is goes to columns whose heading would be tall. */
function roomy(
	sheet: Sheet,
	head: readonly string[],
	style: Style,
	widths: readonly number[],
	spare: number,
): number[] {
	const wish = widths.map((width, place) =>
		Math.min(MOST_SPARE, Math.max(0, sheet.width(head[place]!, style) / 2 + 2 * PAD - width)),
	);
	const share = sum(wish) ? Math.min(1, spare / sum(wish)) : 0;
	return widths.map((width, place) => width + wish[place]! * share);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
