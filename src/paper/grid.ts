import type { Table } from '../planning/table.ts';
import { laid, PAD } from './columns.ts';
import { LINE, PAGE, type Sheet, type Struct, type Style, TEXT_WIDTH } from './sheet.ts';

const ROW_GAP = 4;
const TITLE: Style = { size: 9, weight: 'bold' };

/** A table is not begun on a page that has room for fewer rows of it than these, if there are more. */
const FIRST_ROWS = 4;

/**
 * A table with its heading: rows of cells, each tagged, headings told as such. Where the page has room for the first rows but not
 * for all, it goes on on the next, under its heads again.
 */
export function grid(sheet: Sheet, part: Struct, table: Table, most: number): void {
	const { head, lines, headStyle, widths, right } = laid(sheet, table, most);
	const heightOf = (words: readonly string[], style: Style) =>
		Math.max(...words.map((text, place) => sheet.height(text, widths[place]! - PAD, style))) + ROW_GAP;
	const heights = [heightOf(head, headStyle), ...lines.map(({ words, style }) => heightOf(words, style))];
	const begun = heights.slice(0, 1 + Math.max(FIRST_ROWS, lines.length - FIRST_ROWS < FIRST_ROWS ? lines.length : 0));
	sheet.need(sheet.height(table.title, TEXT_WIDTH, TITLE) + begun.reduce((sum, height) => sum + height, 8));

	const whole = sheet.doc.struct('Table');
	part.add(whole);
	sheet.write(whole, 'Caption', table.title, { ...TITLE, gap: 3 });
	const alignOf = (place: number) => (right[place] ? 'right' : 'left');
	const lefts = widths.map((_, place) => widths.slice(0, place).reduce((sum, width) => sum + width, PAGE.left));
	const draw = (words: readonly string[], place: number, style: Style, y: number) =>
		sheet.draw(
			words[place]!,
			{ x: lefts[place]!, y, width: widths[place]! - PAD },
			{ ...style, align: alignOf(place) },
		);
	const rule = (width: number) =>
		sheet.ornament(() =>
			sheet.doc
				.moveTo(PAGE.left, sheet.y - 2)
				.lineTo(lefts.at(-1)! + widths.at(-1)! - PAD, sheet.y - 2)
				.lineWidth(width)
				.stroke(LINE),
		);
	const line = (words: readonly string[], style: Style, height: number, heading: boolean) => {
		const row = sheet.doc.struct('TR');
		whole.add(row);
		const { y } = sheet;
		words.forEach((_, place) => {
			const isHead = heading || place === 0;
			const scope = heading ? 'Column' : 'Row';
			row.add(
				sheet.doc.struct(isHead ? 'TH' : 'TD', (isHead ? { scope } : {}) as object, () => draw(words, place, style, y)),
			);
		});
		row.end();
		sheet.y = y + height;
		rule(heading ? 0.8 : 0.3);
	};
	/** The heads again, for the eye: who listens was told them with each cell. */
	const goOn = () => {
		sheet.next();
		const { y } = sheet;
		sheet.ornament(() => {
			for (const place of head.keys()) draw(head, place, headStyle, y);
		});
		sheet.y = y + heights[0]!;
		rule(0.8);
	};
	line(head, headStyle, heights[0]!, true);
	lines.forEach(({ words, style }, place) => {
		const height = heights[place + 1]!;
		if (sheet.left < height) goOn();
		line(words, style, height, false);
	});
	whole.end();
	sheet.y += 4;
}
