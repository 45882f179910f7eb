import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { NotFound } from '../domain/errors.ts';
import type { Activity, Stored } from '../domain/listing.ts';
import { firstTime, occurrencesOf, type Schedule, ZONE, zoned } from '../domain/schedule.ts';
import { civil, dateOf, spanOfDate } from '../domain/time.ts';
import { VTIMEZONE } from '../domain/zone.ts';
import type { Site } from '../site.ts';
import { publicEntry } from './entry.ts';
import { IdParams } from './listings.ts';
import { Moved, ProblemShape } from './shapes.ts';
import { originOf, pageOf } from './urls.ts';

export const calendarRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	api.get(
		'/listings/:id/calendar.ics',
		{
			schema: {
				tags: ['Listings'],
				summary: 'An activity as a calendar (iCalendar, RFC 5545)',
				params: IdParams,
				response: {
					200: z.string().describe('text/calendar'),
					301: Moved,
					404: ProblemShape,
					410: ProblemShape,
				},
			},
		},
		async (request, reply) => {
			const found = await publicEntry(site, request.params.id);
			if ('moved' in found) return reply.redirect(`/api/v1/listings/${found.moved}/calendar.ics`, 301);
			const { listing } = found;
			if (listing.kind !== 'activity') throw new NotFound('activity.unknown');
			const [face] = await site.store.faces.byIds([listing.id], 'sv');
			const url = pageOf(originOf(site, request), 'activity', listing.slug);
			const place = [face?.at?.name, listing.street, listing.locality ?? face?.municipality.name].filter(Boolean);
			reply
				.type('text/calendar; charset=utf-8')
				.header('content-disposition', `attachment; filename="${listing.slug}.ics"`);
			return reply.send(calendarOf(listing, url, place.join(', ')));
		},
	);
};

/** One event for each schedule, with its rule, exceptions and extra times, in Stockholm's civil time. */
export function calendarOf(activity: Stored<Activity>, url: string, location: string): string {
	const prodId = { company: 'Samlas', product: 'Samlas', language: 'SV' };
	const calendar = ical({ prodId, name: escaped(activity.name) });
	calendar.method(ICalCalendarMethod.PUBLISH);
	// Without a name of its own the calendar writes its stamps in UTC, as it must; the events name their zone.
	calendar.timezone({ name: null, generator: () => VTIMEZONE });
	activity.schedules.forEach((schedule, place) => {
		// Calendars take the first time as one that happens, whether the rule makes it or not.
		const start = civil(firstTime(schedule));
		const event = calendar.createEvent({
			id: `samlas-${activity.id}-${place}`,
			start,
			end: start.add({ minutes: schedule.minutes }),
			timezone: ZONE,
			stamp: Temporal.Instant.fromEpochMilliseconds(activity.updatedAt * 1000),
			summary: activity.name,
			description: activity.texts.sv?.description ?? '',
			location,
			url,
		});
		const repeating = repeatOf(schedule, activity.updatedAt);
		if (repeating) event.repeating(repeating);
	});
	return calendar.toString();
}

/** A text as a value of a calendar (RFC 5545 §3.3.11): the library escapes what is of an event, not the calendar's own name. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');

/**
 * The lines that repeat an event; null for a single time. Weeks by number (even, odd) are read wrongly by calendar programs
 * in use: they get the dates themselves, two years from when the entry was last seen to (unix seconds).
 */
function repeatOf(given: Schedule, seen: number): string | null {
	const schedule = given.rule?.includes('BYWEEKNO') ? dated(given, seen) : given;
	const { start, rule, except, extra } = schedule;
	const at = (civil: string) => `${civil.replace(/[-:]/g, '')}00`;
	const clock = start.slice(10);
	const missed = missedDates(schedule);
	const added = extra.filter((time) => !except.includes(time.slice(0, 10)));
	if (!rule && !missed.length && !added.length) return null;
	const lines = [
		// The library takes lines without a rule for one: a single time is a rule of one.
		`RRULE:${rule ? withUntilInUtc(rule) : 'FREQ=DAILY;COUNT=1'}`,
		...(missed.length ? [`EXDATE;TZID=${ZONE}:${missed.map((date) => at(date + clock)).join(',')}`] : []),
		...(added.length ? [`RDATE;TZID=${ZONE}:${added.map(at).join(',')}`] : []),
	];
	return lines.join('\r\n');
}

const YEAR = 366 * 86_400;

/** A schedule of single times in place of its rule. */
function dated(schedule: Schedule, seen: number): Schedule {
	const first = firstTime(schedule);
	const begin = Math.max(first, seen - YEAR);
	const times = occurrencesOf({ ...schedule, extra: [] }, begin, begin + 3 * YEAR).filter(
		({ start }) => start !== first,
	);
	const extra = times.map(({ start }) => civil(start).toPlainDateTime().toString({ smallestUnit: 'minute' }));
	return { ...schedule, rule: null, extra: [...extra, ...schedule.extra] };
}

/** The dates left out on which it would else happen: some programs stumble over others. */
function missedDates(schedule: Schedule): string[] {
	const [first, ...rest] = schedule.except.toSorted();
	if (!first) return [];
	const bare = { ...schedule, except: [], extra: [] };
	const whole = occurrencesOf(bare, spanOfDate(first).from, spanOfDate(rest.at(-1) ?? first).to);
	const dates = new Set(whole.map(({ start }) => dateOf(start)));
	return schedule.except.filter((date) => dates.has(date));
}

/** A rule that ends on a date ends with that day; beside a time with a zone the end must be in UTC (RFC 5545 §3.3.10). */
function withUntilInUtc(rule: string): string {
	return rule.replace(/UNTIL=(\d{4})(\d\d)(\d\d)(?=;|$)/, (_, year, month, day) => {
		const end = zoned(`${year}-${month}-${day}T23:59`).toInstant().toString({ smallestUnit: 'second' });
		return `UNTIL=${end.replace(/[-:]/g, '')}`;
	});
}
