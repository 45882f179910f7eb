import type { Picture, Section } from '../planning/section.ts';
import type { About, Table } from '../planning/table.ts';
import { civilDay } from '../text/format.ts';
import { m } from '../text/generated/messages.js';
import { getLocale } from '../text/generated/runtime.js';
import { paperRows } from './columns.ts';
import { heightAt } from './drawing.ts';
import { grid } from './grid.ts';
import { PAGE, type Place, Sheet, SOFT, type Struct, type Style, TEXT_WIDTH } from './sheet.ts';

/** The report as it stands on paper. */
export interface ReportPaper {
	title: string;
	/** The municipality, county or country whose report it is. */
	author: string;
	/** What was chosen, in a sentence; null if nothing was. */
	chosen: string | null;
	sections: readonly Section[];
	/** Where the whole of it is read, with every table. */
	href: string;
	/** The civil date that the figures tell of. */
	asOf: string;
}

/** A report is no longer than this. */
export const MOST_PAGES = 10;

/** How much is told: less and less, until it has room on so many pages. */
interface Measure {
	/** Rows of a table, tables and pictures of a section. */
	rows: number;
	tables: number;
	pictures: number;
	/** Points that a picture as wide as the page may be high. */
	high: number;
}
const measures: readonly [Measure, ...Measure[]] = [
	{ rows: 10, tables: Infinity, pictures: Infinity, high: 330 },
	{ rows: 6, tables: Infinity, pictures: Infinity, high: 260 },
	{ rows: 5, tables: 2, pictures: Infinity, high: 220 },
	{ rows: 4, tables: 1, pictures: 4, high: 200 },
	{ rows: 0, tables: 0, pictures: 2, high: 180 },
	{ rows: 0, tables: 0, pictures: 0, high: 0 },
];

const GAP = 14;
const BESIDE = (TEXT_WIDTH - GAP) / 2;
/** A picture of a column is made smaller, down to this part of it, rather than put on the next page. */
const LEAST_SCALE = 0.8;
/** A wide picture is made less high than it might be, down to this, rather than put on the next page. */
const LEAST_HIGH = 170;
const CAPTION: Style = { size: 9, weight: 'bold' };
const SMALL: Style = { size: 7.5, colour: SOFT, lineGap: 1 };

/** The report as a tagged PDF of at most ten pages, in the reader's language, made of the page's own sentences, pictures and tables. */
export async function reportPaper(report: ReportPaper): Promise<Buffer> {
	// The first attempts are without what is drawn, which takes the time.
	const fits = measures.find((measure) => written(report, measure, { dry: true }).pages <= MOST_PAGES);
	const sheet = written(report, fits ?? measures.at(-1)!, { dry: false });
	return sheet.finish((page, pages) =>
		m.plan_paper_foot({ title: report.title, page: String(page), pages: String(pages) }),
	);
}

function written(report: ReportPaper, measure: Measure, { dry }: { dry: boolean }): Sheet {
	const { title, author, chosen, sections, href, asOf } = report;
	const sheet = new Sheet({ locale: getLocale(), title, author, date: asOf, dry });
	sheet.section((part) => {
		sheet.write(part, 'H1', title, { size: 22, weight: 'bold', gap: 6 });
		sheet.write(part, 'P', m.plan_paper_as_of({ date: civilDay(asOf) }), { colour: SOFT });
		if (chosen) sheet.write(part, 'P', chosen);
		sheet.write(part, 'P', m.plan_paper_whole({ href }), { colour: SOFT, gap: 14 });
	});
	for (const section of sections) sheet.section((part) => sectionOn(sheet, part, section, measure));
	return sheet;
}

function sectionOn(sheet: Sheet, part: Struct, section: Section, measure: Measure): void {
	const [lead = '', ...more] = section.sentences;
	sheet.need(section.pictures.length || section.tables.length ? 150 : 90);
	sheet.doc.outline.addItem(section.title);
	sheet.write(part, 'H2', section.title, { size: 15, weight: 'bold', gap: 4 });
	sheet.write(part, 'P', lead, { size: 12, gap: 5 });
	if (more.length) sheet.write(part, 'P', more.join(' '), { gap: 8 });
	picturesOn(sheet, part, section.pictures.slice(0, measure.pictures), measure.high);
	const tables = section.tables.slice(0, measure.tables);
	for (const table of tables) tableOn(sheet, part, table, measure.rows);
	restsOn(sheet, part, section, tables);
	sheet.y += 12;
}

function tableOn(sheet: Sheet, part: Struct, table: Table, rows: number): void {
	grid(sheet, part, table, rows);
	const shown = paperRows(table, rows).length;
	const notes = [...table.notes];
	if (shown < table.rows.length)
		notes.unshift(m.plan_paper_part({ shown: String(shown), all: String(table.rows.length) }));
	if (notes.length) sheet.write(part, 'P', notes.join(' '), { ...SMALL, gap: 8 });
}

/** How the figures of a section were computed, each way once. */
function restsOn(sheet: Sheet, part: Struct, { pictures, tables: all }: Section, shown: readonly Table[]): void {
	const behind = [...pictures.flatMap(({ table }) => table ?? []), ...(shown.length ? shown : all)];
	const ways = [...new Map(behind.map(({ about }) => [about.method.label, about])).values()];
	for (const about of ways.slice(0, 2)) sheet.write(part, 'P', aboutSaid(about), { ...SMALL, gap: 3 });
}

const aboutSaid = ({ source, asOf, uncertainty, method }: About) =>
	[
		`${m.planning_how()}: ${method.label}`,
		m.planning_how_source({ source }),
		m.planning_how_uncertain({ uncertainty }),
		m.planning_how_as_of({ date: civilDay(asOf) }),
	].join(' ');

/** Pictures in two columns, each in the one that has more room; wide ones by themselves. */
function picturesOn(sheet: Sheet, part: Struct, pictures: readonly Picture[], high: number): void {
	/** How far down each column has come. */
	let ends = [sheet.y, sheet.y] as [number, number];
	for (const picture of pictures) {
		if (picture.wide) {
			sheet.y = Math.max(...ends);
			wideOn(sheet, part, picture, high);
			ends = [sheet.y, sheet.y];
			continue;
		}
		if (!fitting(sheet, picture, Math.min(...ends))) {
			sheet.y = Math.max(...ends);
			sheet.next();
			ends = [sheet.y, sheet.y];
		}
		const column = ends[0] <= ends[1] ? 0 : 1;
		const y = ends[column];
		const width = fitting(sheet, picture, y) ?? BESIDE * LEAST_SCALE;
		ends[column] = pictureAt(sheet, part, picture, { x: PAGE.left + column * (BESIDE + GAP), y, width });
	}
	sheet.y = Math.max(...ends);
}

/** How wide a picture of a column may be from a height on to have room on the page; undefined if its letters would be too small. */
function fitting(sheet: Sheet, picture: Picture, y: number): number | undefined {
	const widths = [1, 0.9, LEAST_SCALE].map((scale) => BESIDE * scale);
	return widths.find((width) => heightOf(sheet, picture, width) <= sheet.roomFrom(y));
}

/** A picture as wide as the page, or less so, where it would be too high. */
function wideOn(sheet: Sheet, part: Struct, picture: Picture, high: number): void {
	const most = Math.min(high, roomFor(sheet));
	const height = heightAt(picture.svg, TEXT_WIDTH);
	const width = height > most ? (TEXT_WIDTH * most) / height : TEXT_WIDTH;
	sheet.need(heightOf(sheet, picture, width));
	sheet.y = pictureAt(sheet, part, picture, { x: PAGE.left, y: sheet.y, width });
}

/** Points of height that a wide picture has on this page; on the next, if that would be too few. */
function roomFor(sheet: Sheet): number {
	const room = sheet.left - 60;
	return room < LEAST_HIGH ? Infinity : room;
}

const BELOW = 10;
const captionHeight = (sheet: Sheet, { caption }: Picture, width: number) => sheet.height(caption, width, CAPTION) + 4;

/** Points that a picture takes at a width, with what stands above and below it. */
function heightOf(sheet: Sheet, picture: Picture, width: number): number {
	const legend = legendLines(sheet, picture, width).length * LEGEND;
	return captionHeight(sheet, picture, width) + heightAt(picture.svg, width) + legend + BELOW;
}

/** Puts a picture at a place with its words, and tells where what comes below it may begin. */
function pictureAt(sheet: Sheet, part: Struct, picture: Picture, at: Place): number {
	part.add(sheet.doc.struct('P', {}, () => sheet.draw(picture.caption, at, CAPTION)));
	const y = at.y + captionHeight(sheet, picture, at.width);
	const high = sheet.figure(part, picture.svg, picture.alt, { ...at, y });
	legendOn(sheet, part, picture, { ...at, y: y + high + 3 });
	return at.y + heightOf(sheet, picture, at.width);
}

const LEGEND = 13;
const SWATCH = 8;
const LABEL: Style = { size: 8 };

type Mark = NonNullable<Picture['legend']>[number] & { x: number; width: number };

/** What the marks mean, in as many lines as a width needs. */
function legendLines(sheet: Sheet, { legend = [] }: Picture, width: number): Mark[][] {
	const lines: Mark[][] = [];
	let x = Infinity;
	for (const mark of legend) {
		const wide = Math.min(width, SWATCH + 4 + sheet.width(mark.label, LABEL) + 2);
		if (x + wide > width) {
			lines.push([]);
			x = 0;
		}
		lines.at(-1)!.push({ ...mark, x, width: wide });
		x += wide + 10;
	}
	return lines;
}

function legendOn(sheet: Sheet, part: Struct, picture: Picture, { x, y, width }: Place): void {
	legendLines(sheet, picture, width).forEach((line, at) => {
		for (const mark of line) {
			const place = { x: x + mark.x, y: y + at * LEGEND, width: SWATCH };
			sheet.swatch(mark.look, place);
			const label = { x: place.x + SWATCH + 4, y: place.y - 1, width: mark.width - SWATCH - 2 };
			part.add(sheet.doc.struct('P', {}, () => sheet.draw(mark.label, label, LABEL)));
		}
	});
}
