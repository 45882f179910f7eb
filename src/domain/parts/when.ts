import { same } from '../change.ts';
import { addDays, dateFrom } from '../civil-date.ts';
import { Invalid } from '../errors.ts';
import { type Ordinal, ordinals, type Recurrence, recurrenceOf, rhythms, scheduleOf } from '../recurrence.ts';
import { readWhen } from '../said/read.ts';
import { tokensOf } from '../said/tokens.ts';
import { type Schedule, ScheduleSchema } from '../schedule.ts';
import { weekdays } from '../taxonomies.ts';
import { dateOf } from '../time.ts';
import { many, one, type Part, type Typed } from './part.ts';
import { isOfRow, type Row, rowsOf, typedRows } from './rows.ts';

/** So many times a week nothing has. */
const MOST = 20;

const names = ['was', 'gone', 'often', 'days', 'which', 'from', 'to', 'first', 'until', 'not', 'except', 'extra'];

/**
 * When an activity happens: a line in people's words, which takes the place of the rest, or rows of questions. A schedule
 * that the questions can't show, or that nobody has changed, stays as it is (`was`).
 */
export const when: Part = {
	asks: (name) => name === 'when.said' || isOfRow('when', names, name),
	owns: (field) => field === 'schedules',
	typed: ({ schedules }) => ({ 'when.said': [''], ...typedRows('when', (schedules as Schedule[]).map(rowFor)) }),
	read: (typed, { now }) => {
		const today = dateOf(now);
		const said = one(typed, 'when.said').trim();
		if (said) {
			const reading = readWhen(said, today);
			if ('reason' in reading) throw new Invalid({ 'when.said': reading.reason });
			return { schedules: reading.recurrences.map(scheduleOf) };
		}
		const wrong: Record<string, string> = {};
		const schedules: Schedule[] = [];
		for (const row of rowsOf(typed, 'when').slice(0, MOST)) {
			const result = readRow(row, today);
			if (!result) continue;
			if ('start' in result) schedules.push(result);
			else for (const [name, reason] of Object.entries(result.wrong)) wrong[`when.${row.at}.${name}`] = reason;
		}
		if (Object.keys(wrong).length) throw new Invalid(wrong);
		return { schedules };
	},
};

/** A schedule as a row of the form; one that the questions can't show has `was` alone. */
export function rowFor(schedule: Schedule): Typed {
	const recurrence = recurrenceOf(schedule);
	return { was: [JSON.stringify(schedule)], ...(recurrence && answersOf(recurrence)) };
}

/** A recurrence as answers. */
function answersOf(recurrence: Recurrence): Typed {
	const { rhythm, every, weeks, days, which, from, to, first, until, not, except, extra } = recurrence;
	const clock = (at: string) => (at.slice(11) === from ? at.slice(0, 10) : at.replace('T', ' '));
	return {
		often: [weeks ?? (every > 1 ? `${rhythm}:${every}` : rhythm)],
		days,
		which: which.map(String),
		...{ from: [from], to: [to], first: [first], until: [until ?? ''] },
		not: not.map(String),
		except: [except.join(', ')],
		extra: [extra.map(clock).join(', ')],
	};
}

/** A row as a schedule, null when it is empty or taken away, or what is wrong in it by name. `today` is a civil date. */
export function readRow(row: Row, today: string): Schedule | null | { wrong: Record<string, string> } {
	const { typed } = row;
	if (one(typed, 'gone')) return null;
	const was = scheduleIn(one(typed, 'was'));
	const shown = was && recurrenceOf(was);
	// A schedule that could not be asked for comes back as it was.
	if (was && !shown) return was;
	if (!was && !['from', 'to', 'days', 'first', 'extra'].some((name) => one(typed, name))) return null;
	const read = recurrenceIn(typed, today);
	if ('wrong' in read) return read;
	return was && same(shown, read) ? was : scheduleOf(read);
}

/** The schedule that the form brought along; what is none is nothing. */
function scheduleIn(text: string): Schedule | null {
	if (!text) return null;
	try {
		return ScheduleSchema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}

function recurrenceIn(typed: Typed, today: string): Recurrence | { wrong: Record<string, string> } {
	const wrong: Record<string, string> = {};
	const { rhythm, every, weeks } = oftenIn(one(typed, 'often'));
	const once = rhythm === 'once';
	const from = clockIn(one(typed, 'from'));
	const to = clockIn(one(typed, 'to'));
	const first = one(typed, 'first') ? dateIn(one(typed, 'first')) : once ? null : today;
	const until = one(typed, 'until') && !once ? dateIn(one(typed, 'until')) : null;
	const days = weekdays.filter((day) => many(typed, 'days').includes(day));
	const which = ordinals.filter((nth) => many(typed, 'which').includes(String(nth))) as Ordinal[];
	const not = many(typed, 'not')
		.map(Number)
		.filter((month) => month >= 1 && month <= 12);
	const except = timesIn(one(typed, 'except'), today);
	const extra = timesIn(one(typed, 'extra'), today);
	if (!from) wrong.from = one(typed, 'from') ? 'wrong' : 'missing';
	if (!to || to === from) wrong.to = one(typed, 'to') ? 'wrong' : 'missing';
	if (!first) wrong.first = one(typed, 'first') ? 'wrong' : 'missing';
	if (one(typed, 'until') && !once && (!until || (first && until < first))) wrong.until = 'wrong';
	if ((rhythm === 'weekly' || rhythm === 'monthly') && !days.length) wrong.days = 'missing';
	if (rhythm === 'monthly' && !which.length) wrong.which = 'missing';
	if (!once && not.length > 11) wrong.not = 'wrong';
	if (!except) wrong.except = 'wrong';
	if (!extra) wrong.extra = 'wrong';
	if (Object.keys(wrong).length || !from || !to || !first || !except || !extra) return { wrong };
	const needsDays = rhythm === 'weekly' || rhythm === 'monthly';
	return {
		...{ rhythm, every, weeks, days: needsDays ? days : [], which: rhythm === 'monthly' ? which : [] },
		...{ from, to, first, until, not: once ? [] : not.sort((a, b) => a - b) },
		except: except.map(({ date }) => date),
		extra: extra.map(({ date, clock }) => `${date}T${clock ?? from}`),
	};
}

function oftenIn(text: string): Pick<Recurrence, 'rhythm' | 'every' | 'weeks'> {
	if (text === 'even' || text === 'odd') return { rhythm: 'weekly', every: 1, weeks: text };
	const [name, count = '1'] = text.split(':');
	const rhythm = rhythms.find((one) => one === name) ?? 'weekly';
	const every = /^[1-9]\d?$/.test(count) && rhythm !== 'once' ? Number(count) : 1;
	return { rhythm, every, weeks: null };
}

function clockIn(text: string): string | null {
	const [, hour, minute = '00'] = /^\s*(\d{1,2})(?:[.:](\d\d))?\s*$/.exec(text) ?? [];
	if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
	return `${hour.padStart(2, '0')}:${minute}`;
}

function dateIn(text: string): string | null {
	const [, year, month, day] = /^\s*(\d{4})-(\d\d)-(\d\d)\s*$/.exec(text) ?? [];
	return year && year >= '1900' && year < '2100' ? dateFrom(Number(year), Number(month), Number(day)) : null;
}

/** Dates as people write them, some with a time; null when one is none. Without a year the coming one is meant. */
function timesIn(text: string, today: string): { date: string; clock: string | null }[] | null {
	const { tokens, unread } = tokensOf(text.slice(0, 9000));
	const times: { date: string; clock: string | null }[] = [];
	for (const token of tokens) {
		if (token.is === 'date') {
			const { year, month, day } = token.date;
			const coming = [0, 1, 2, 3, 4].map((ahead) => dateFrom(Number(today.slice(0, 4)) + ahead, month, day));
			const date = year ? dateFrom(year, month, day) : coming.find((one) => one && one >= addDays(today, -30));
			if (!date) return null;
			times.push({ date, clock: null });
		} else if (token.is === 'clock' || token.is === 'span') {
			const last = times.at(-1);
			const at = token.is === 'clock' ? token.at : token.from;
			if (!last || last.clock) return null;
			last.clock = `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
		} else if (token.is !== 'nothing' && token.is !== 'break') return null;
	}
	return unread.length || times.length > 400 ? null : times;
}
