import type { ReadBack } from '#components/parts/read-back.ts';
import { one, type Typed } from '#domain/parts/part.ts';
import { type Row, rowsOf } from '#domain/parts/rows.ts';
import { readRow, rowFor } from '#domain/parts/when.ts';
import { recurrenceOf, scheduleOf } from '#domain/recurrence.ts';
import { type Reading, readWhen } from '#domain/said/read.ts';
import { occurrencesOf, type Schedule } from '#domain/schedule.ts';
import { civil, dateOf, spanOfDate } from '#domain/time.ts';
import { type CalendarWeek, weeksFrom } from '#domain/weeks.ts';
import { m } from '#text/generated/messages.js';
import { inWords } from '#text/recurrence.ts';
import { nearest, without } from './ideas.ts';

const WEEKS = 6;
const DAY = 86_400;
/** How many days ahead its next time is looked for: near first, since a rule takes its time to reckon. */
const REACHES = [56, 366];

/** What the questions on when it happens are shown with. */
export interface WhenOffered extends ReadBack {
	/** The line as it stays in its field: empty when it was understood, and the rows are what it said. */
	said: string;
	rows: Row[];
	/** Of each row that the questions can't show: what it says, by its number. */
	unusual: Record<number, string>;
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
		read: read !== null,
		...lineBack(said, reading, today),
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

const reasons = {
	no_day: m.when_no_day,
	no_time: m.when_no_time,
	no_end: m.when_no_end,
	no_sense: m.when_no_sense,
};

/** What a line lacks, with lines that would be understood: what was written made whole where that is enough, else others. */
function lineBack(said: string, reading: Reading | null, today: string): Pick<ReadBack, 'told' | 'ideas'> {
	const examples = [m.when_example_weekly(), m.when_example_other(), m.when_example_monthly()];
	if (!reading || 'recurrences' in reading) return { told: null, ideas: said ? [] : examples };
	const words = 'words' in reading ? reading.words : [];
	const rest = without(said, words);
	const whole = [
		rest,
		m.when_idea_end({ said: rest }),
		m.when_idea_time({ said: rest }),
		m.when_idea_day({ said: rest }),
	];
	const near = rest ? nearest(whole, (line) => sentenceOf(line, today)) : [];
	return {
		told: reading.reason === 'unread' ? m.when_unread({ words: words.join(', ') }) : reasons[reading.reason](),
		ideas: near.length ? near : examples,
	};
}

/** A line in our own words, as it is understood; null when it is not. */
function sentenceOf(line: string, today: string): string | null {
	const reading = readWhen(line, today);
	if (!('recurrences' in reading)) return null;
	const { recurrences } = reading;
	return recurrences.map((one) => inWords(scheduleOf(one), { whole: one.first !== today })).join('; ');
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
