import type { Table } from '../planning/table.ts';
import { laid, PAD } from './columns.ts';
import { LINE, PAGE, type Sheet, type Struct, type Style, TEXT_WIDTH } from './sheet.ts';

const ROW_GAP = 4;
const TITLE: Style = { size: 9, weight: 'bold' };

/** A table with its heading: rows of cells, each tagged, headings told as such. Kept on one page where it has room on one. */
export function grid(sheet: Sheet, part: Struct, table: Table, most: number): void {
	const { head, lines, headStyle, widths, right } = laid(sheet, table, most);
	const heightOf = (words: readonly string[], style: Style) =>
		Math.max(...words.map((text, place) => sheet.height(text, widths[place]! - PAD, style))) + ROW_GAP;
	const heights = [heightOf(head, headStyle), ...lines.map(({ words, style }) => heightOf(words, style))];
	sheet.need(sheet.height(table.title, TEXT_WIDTH, TITLE) + heights.reduce((sum, height) => sum + height, 8));

	const whole = sheet.doc.struct('Table');
	part.add(whole);
	sheet.write(whole, 'Caption', table.title, { ...TITLE, gap: 3 });
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
	line(head, headStyle, heights[0]!, true);
	lines.forEach(({ words, style }, place) => {
		line(words, style, heights[place + 1]!, false);
	});
	whole.end();
	sheet.y += 4;
}
