import { CsvError, parse } from 'csv-parse/sync';
import type { ReadProblem } from './table.ts';

/** The fields of one record and the line it begins on, counted from 1. */
export interface Line {
	line: number;
	fields: string[];
}

/** Beyond this many broken records the rest of a file is read line by line, without quotes. */
const MOST_BROKEN = 5000;
/** Lines that are parsed at once, so that a broken quote costs little. No record is longer. */
const BLOCK = 200;

/**
 * The records of a delimited text. A broken quote costs at most its own line: that line is read as it stands when it
 * then has the right number of fields, else it is a problem with its line number, and reading goes on after it.
 */
export function readDelimited(text: string, delimiter: string): { lines: Line[]; problems: ReadProblem[] } {
	const all = splitLines(text);
	const lines: Line[] = [];
	const problems: ReadProblem[] = [];
	let from = 0;
	let broken = 0;
	while (from < all.length) {
		const to = broken < MOST_BROKEN ? Math.min(all.length, from + BLOCK) : all.length;
		const block = broken < MOST_BROKEN ? readBlock(all, from, to, delimiter) : readPlain(all, from, delimiter);
		const width = commonWidth(lines.length > 0 ? lines : block.lines);
		const swallowed = block.lines.findIndex((line, i) => isSwallowed(line, block.spans[i]!, width));
		lines.push(...(swallowed < 0 ? block.lines : block.lines.slice(0, swallowed)));
		const stopped = swallowed < 0 ? block.stoppedAt : block.lines[swallowed]!.line;
		if (stopped === null) {
			from = to;
			continue;
		}
		if (block.cutOff && swallowed < 0 && stopped > from + 1) {
			from = stopped - 1;
			continue;
		}
		const line = all[stopped - 1] ?? '';
		const fields = plainFields(line, delimiter);
		if (fields.length === width) lines.push({ line: stopped, fields });
		else problems.push({ line: stopped, reason: 'broken_quotes' });
		broken++;
		from = stopped;
	}
	return { lines, problems };
}

/** A record over several lines with the wrong number of fields: a quote that ended at somebody else's. */
const isSwallowed = (line: Line, span: number, width: number) => span > 1 && width > 1 && line.fields.length !== width;

interface Block {
	lines: Line[];
	/** How many lines of the file each record takes. */
	spans: number[];
	/** The line on which a record begins that could not be read, or null. */
	stoppedAt: number | null;
	/** Whether that record may only have been cut by the end of the block. */
	cutOff: boolean;
}

function readBlock(all: string[], from: number, to: number, delimiter: string): Block {
	const block: Block = { lines: [], spans: [], stoppedAt: null, cutOff: false };
	let next = from + 1;
	const keep = (fields: string[]) => {
		const span = 1 + fields.reduce((sum, field) => sum + breaks(field), 0);
		if (fields.some((field) => field.trim() !== '')) {
			block.lines.push({ line: next, fields });
			block.spans.push(span);
		}
		next += span;
		return null;
	};
	try {
		const text = all.slice(from, to).join('\n');
		parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n', on_record: keep });
	} catch (reason) {
		if (!(reason instanceof CsvError)) throw reason;
		block.stoppedAt = next;
		block.cutOff = reason.code === 'CSV_QUOTE_NOT_CLOSED' && to < all.length;
	}
	return block;
}

function readPlain(all: string[], from: number, delimiter: string): Block {
	const lines = all
		.slice(from)
		.map((text, i) => ({ line: from + i + 1, fields: plainFields(text, delimiter) }))
		.filter((line) => line.fields.some((field) => field !== ''));
	return { lines, spans: lines.map(() => 1), stoppedAt: null, cutOff: false };
}

const plainFields = (line: string, delimiter: string) =>
	line.split(delimiter).map((field) => unquoted(field.trim()).replaceAll('""', '"'));

/** Without the quotes around it, or the one that has lost its other. */
function unquoted(field: string): string {
	if (/^".*"$/.test(field) && field.length > 1) return field.slice(1, -1);
	const isOdd = (field.match(/"/g)?.length ?? 0) % 2 === 1;
	return isOdd ? field.replace(/^"|"$/, '') : field;
}

const splitLines = (text: string) => text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);

function breaks(field: string): number {
	let count = 0;
	for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count++;
	return count;
}

/** The number of fields that most records have. */
function commonWidth(lines: Line[]): number {
	const counts = new Map<number, number>();
	for (const line of lines.slice(0, 500)) counts.set(line.fields.length, (counts.get(line.fields.length) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
