import { type Row, shownRows, type Table } from '../planning/table.ts';
import { cellInWords } from '../text/planning-table.ts';
import { LINE, PAGE, type Sheet, type Struct, type Style, TEXT_WIDTH } from './sheet.ts';

const SIZE: Style = { size: 8, lineGap: 1 };
const HEAD: Style = { ...SIZE, weight: 'bold' };
const PAD = 6;
const ROW_GAP = 4;
/** No column of words is made narrower than this for the sake of the others, points. */
const LEAST_WORDS = 60;

/** The rows of a table that stand on paper: so many, and the totals. */
export const paperRows = (table: Table, most: number): Row[] =>
	shownRows({ ...table, shown: Math.min(most, table.shown ?? Infinity) });

/** A table with its heading: rows of cells, each tagged, headings told as such. Kept on one page where it has room on one. */
export function grid(sheet: Sheet, part: Struct, table: Table, most: number): void {
	const rows = paperRows(table, most);
	const head = table.columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label));
	const lines = rows.map(({ cells, total }) => ({
		words: cells.map((cell, place) => cellInWords(table.columns[place]!, cell)),
		style: total ? HEAD : SIZE,
	}));
	const right = table.columns.map(({ kind }) => kind !== 'text' && kind !== 'date');
	const widths = widthsOf(sheet, head, lines, right);
	const heightOf = (words: readonly string[], style: Style) =>
		Math.max(...words.map((text, place) => sheet.height(text, widths[place]! - PAD, style))) + ROW_GAP;
	const heights = [heightOf(head, HEAD), ...lines.map(({ words, style }) => heightOf(words, style))];
	const title: Style = { size: 9, weight: 'bold' };
	sheet.need(sheet.height(table.title, TEXT_WIDTH, title) + heights.reduce((sum, height) => sum + height, 8));

	const whole = sheet.doc.struct('Table');
	part.add(whole);
	sheet.write(whole, 'Caption', table.title, { ...title, gap: 3 });
	const line = (words: readonly string[], style: Style, height: number, heading: boolean) => {
		sheet.need(height);
		const row = sheet.doc.struct('TR');
		whole.add(row);
		const { y } = sheet;
		let x: number = PAGE.left;
		words.forEach((text, place) => {
			const head = heading || place === 0;
			const scope = heading ? 'Column' : 'Row';
			const at = { x, y, width: widths[place]! - PAD };
			const align = right[place] ? 'right' : 'left';
			row.add(
				sheet.doc.struct(head ? 'TH' : 'TD', (head ? { scope } : {}) as object, () =>
					sheet.draw(text, at, { ...style, align }),
				),
			);
			x += widths[place]!;
		});
		row.end();
		sheet.y = y + height;
		sheet.ornament(() =>
			sheet.doc
				.moveTo(PAGE.left, sheet.y - 2)
				.lineTo(x - PAD, sheet.y - 2)
				.lineWidth(heading ? 0.8 : 0.3)
				.stroke(LINE),
		);
	};
	line(head, HEAD, heights[0]!, true);
	lines.forEach(({ words, style }, place) => {
		line(words, style, heights[place + 1]!, false);
	});
	whole.end();
	sheet.y += 4;
}

interface Line {
	words: string[];
	style: Style;
}

/** Columns of figures get what their longest word needs; those of words share what is left by what they hold. */
function widthsOf(sheet: Sheet, head: readonly string[], lines: readonly Line[], right: readonly boolean[]): number[] {
	const longest = (texts: readonly string[], style: Style) =>
		Math.max(0, ...texts.flatMap((text) => text.split(/[ \n]/)).map((word) => sheet.width(`${word} `, style)));
	const least = head.map((text, place) => {
		const words = lines.map((line) => line.words[place]!);
		return Math.max(longest([text], HEAD), longest(words, HEAD)) + PAD + 1;
	});
	const wanted = head.map((text, place) => {
		const all = Math.max(...lines.map((line) => sheet.width(line.words[place]!, line.style)), 0) + PAD + 1;
		return right[place] ? least[place]! : Math.max(least[place]!, all, Math.min(sheet.width(text, HEAD) + PAD, 90));
	});
	const over = wanted.reduce((sum, width) => sum + width, 0) - TEXT_WIDTH;
	if (over <= 0) return wanted;
	// What is too wide is taken from the columns of words, of each as it can give.
	const give = wanted.map((width, place) =>
		right[place] ? 0 : Math.max(0, width - Math.max(LEAST_WORDS, least[place]!)),
	);
	const all = give.reduce((sum, width) => sum + width, 0);
	const taken = all ? Math.min(1, over / all) : 0;
	const fitted = wanted.map((width, place) => width - give[place]! * taken);
	const sum = fitted.reduce((total, width) => total + width, 0);
	return sum > TEXT_WIDTH ? fitted.map((width) => (width * TEXT_WIDTH) / sum) : fitted;
}
