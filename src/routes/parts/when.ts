import { one, type Typed } from '#domain/parts/part.ts';
import { type Row, rowsOf } from '#domain/parts/rows.ts';
import { readRow, rowFor } from '#domain/parts/when.ts';
import { recurrenceOf, scheduleOf } from '#domain/recurrence.ts';
import { readWhen } from '#domain/said/read.ts';
import { occurrencesOf, type Schedule } from '#domain/schedule.ts';
import { civil, dateOf, spanOfDate } from '#domain/time.ts';
import { type CalendarWeek, weeksFrom } from '#domain/weeks.ts';
import { inWords } from '#text/recurrence.ts';

const WEEKS = 6;
const DAY = 86_400;
/** How many days ahead its next time is looked for: near first, since a rule takes its time to reckon. */
const REACHES = [56, 366];

/** What the questions on when it happens are shown with. */
export interface WhenOffered {
	/** The line as it stays in its field: empty when it was understood, and the rows are what it said. */
	said: string;
	/** Words of the line that were not understood. */
	unread: string[];
	rows: Row[];
	/** Of each row that the questions can't show: what it says, by its number. */
	unusual: Record<number, string>;
	sentences: string[];
	weeks: CalendarWeek[];
	today: string;
}

/** The rows as the line says them, or as they were typed, with what they mean as sentences and as a calendar. */
export function whenOffered(typed: Typed, now: number): WhenOffered {
	const today = dateOf(now);
	const said = one(typed, 'when.said').trim();
	const reading = said ? readWhen(said, today) : null;
	const read = reading && 'recurrences' in reading ? reading.recurrences.map(scheduleOf) : null;
	const rows = read
		? read.map((schedule, at) => ({ at, typed: { ...rowFor(schedule), was: [''] } }))
		: rowsOf(typed, 'when')
				.filter((row) => !one(row.typed, 'gone'))
				.slice(0, 20);
	const made = rows.map((row) => ({ at: row.at, schedule: readRow(row, today) }));
	const schedules = made.flatMap(({ at, schedule }) =>
		schedule && 'start' in schedule ? [{ at, schedule, words: inWords(schedule, { whole: true }) }] : [],
	);
	return {
		said: read ? '' : said,
		unread: reading && 'words' in reading ? reading.words : [],
		rows,
		unusual: Object.fromEntries(
			schedules.filter(({ schedule }) => !recurrenceOf(schedule)).map(({ at, words }) => [at, words]),
		),
		sentences: schedules.map(({ words }) => words),
		weeks: weeksOf(
			schedules.map(({ schedule }) => schedule),
			today,
		),
		today,
	};
}

/** The weeks in which it happens next, with the time of day at which each begins. */
function weeksOf(schedules: readonly Schedule[], today: string): CalendarWeek[] {
	const { from } = spanOfDate(today);
	const within = (begin: number, days: number) =>
		schedules.flatMap((schedule) => occurrencesOf(schedule, begin, begin + days * DAY)).map(({ start }) => start);
	let near: number[] = [];
	for (const days of REACHES) near = near.length ? near : within(from, days);
	if (!near.length) return [];
	const starts = within(Math.min(...near), WEEKS * 7)
		.map((start) => civil(start).toPlainDateTime().toString({ smallestUnit: 'minute' }))
		.sort() as [string, ...string[]];
	const marks = new Map<string, string[]>();
	for (const start of new Set(starts)) {
		const [date = '', clock = ''] = start.split('T');
		marks.set(date, [...(marks.get(date) ?? []), clock]);
	}
	return weeksFrom(starts[0].slice(0, 10), WEEKS, marks);
}
