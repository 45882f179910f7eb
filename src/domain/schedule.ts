import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

export const ZONE = 'Europe/Stockholm';

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A civil time that exists and that somebody now living can mean, `2026-03-29T18:00`, without zone. */
const CivilTime = z.string().regex(LOCAL_TIME).refine(isCivilTime, 'no_such_time');
/** A civil date that exists, `2026-03-29`. */
const CivilDate = z.string().regex(DATE).refine(isCivilDate, 'no_such_date');

/**
 * When an activity happens. Civil times in Europe/Stockholm: a weekly 18:00 stays 18:00 across the change to
 * summer time (RFC 5545 §3.3.10, local time with TZID).
 */
export const ScheduleSchema = z.object({
	/** First time. */
	start: CivilTime,
	minutes: z
		.int()
		.min(5)
		.max(7 * 24 * 60),
	/** The rule without `RRULE:`, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`; none for a single time. */
	rule: z.string().max(300).refine(isRule, 'no_such_rule').nullable().default(null),
	/** Dates on which it does not happen. */
	except: z.array(CivilDate).max(400).default([]),
	/** Extra times beside the rule. */
	extra: z.array(CivilTime).max(400).default([]),
});
export type Schedule = z.output<typeof ScheduleSchema>;

/** One dated instance. Unix seconds; `end` is exclusive. */
export interface Occurrence {
	start: number;
	end: number;
}

/** No schedule yields more than this many instances in one window: a rule of minutes is a mistake. */
const MOST = 2000;

/** The occurrences that begin in [from, to), unix seconds, in order and without doubles. */
export function occurrencesOf(schedule: Schedule, from: number, to: number): Occurrence[] {
	const starts = new Set<number>();
	const except = new Set(schedule.except);
	for (const time of startsOf(schedule, from, to)) {
		if (except.has(time.toPlainDate().toString())) continue;
		const second = Math.floor(time.epochMilliseconds / 1000);
		if (second >= from && second < to) starts.add(second);
	}
	return [...starts]
		.sort((a, b) => a - b)
		.slice(0, MOST)
		.map((start) => ({ start, end: start + schedule.minutes * 60 }));
}

function startsOf(schedule: Schedule, from: number, to: number): Temporal.ZonedDateTime[] {
	const first = zoned(schedule.start);
	const extra = schedule.extra.map(zoned);
	if (!schedule.rule) return [first, ...extra];
	if (first.epochMilliseconds >= to * 1000) return extra;
	const rule = new RRuleTemporal({ rruleString: ruleString(schedule.start, schedule.rule), maxIterations: 20_000 });
	return [...between(rule, from, to), ...extra];
}

/** A rule that hardly ever happens can exceed the library's patience: then it has no times, and harms nobody else's. */
function between(rule: RRuleTemporal, from: number, to: number): Temporal.ZonedDateTime[] {
	try {
		const found = rule.between(new Date(from * 1000 - 1), new Date(to * 1000), true);
		return found as unknown as Temporal.ZonedDateTime[];
	} catch {
		return [];
	}
}

/** The first time that a schedule's own rule makes, unix seconds: `start` may stand outside it. */
export function firstTime(schedule: Schedule): number {
	const start = Math.floor(zoned(schedule.start).epochMilliseconds / 1000);
	if (!schedule.rule) return start;
	const bare = { ...schedule, except: [], extra: [] };
	for (const days of [35, 3000]) {
		const first = occurrencesOf(bare, start, start + days * 86_400)[0];
		if (first) return first.start;
	}
	return start;
}

/** A civil time in Stockholm as an instant; in the hour that spring skips, the time after it. */
export function zoned(civil: string): Temporal.ZonedDateTime {
	return Temporal.PlainDateTime.from(civil).toZonedDateTime(ZONE, { disambiguation: 'compatible' });
}

/** The rule as an iCalendar fragment: DTSTART with zone, and RRULE. */
export function ruleString(start: string, rule: string): string {
	const stamp = `${start.replace(/[-:]/g, '')}00`;
	return `DTSTART;TZID=${ZONE}:${stamp}\nRRULE:${rule}`;
}

/** What a rule may say. Hours and minutes are the schedule's own: a rule of them would make thousands of times. */
const RULE =
	/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(UNTIL|COUNT|INTERVAL|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+)*$/;

function isRule(rule: string): boolean {
	if (!RULE.test(rule) || /COUNT=0|COUNT=.*UNTIL=|UNTIL=.*COUNT=/.test(rule)) return false;
	try {
		new RRuleTemporal({ rruleString: ruleString('2026-01-05T18:00', rule) });
		return true;
	} catch {
		return false;
	}
}

function isCivilTime(text: string): boolean {
	const inReach = text >= '1900' && text < '2100';
	return LOCAL_TIME.test(text) && inReach && parses(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }));
}

function isCivilDate(text: string): boolean {
	return DATE.test(text) && parses(() => Temporal.PlainDate.from(text, { overflow: 'reject' }));
}

function parses(attempt: () => unknown): boolean {
	try {
		attempt();
		return true;
	} catch {
		return false;
	}
}
