import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { NotFound } from '../domain/errors.ts';
import type { Activity, Stored } from '../domain/listing.ts';
import { type Schedule, ZONE, zoned } from '../domain/schedule.ts';
import { VTIMEZONE } from '../domain/zone.ts';
import type { Site } from '../site.ts';
import { IdParams } from './listings.ts';
import { ProblemShape } from './shapes.ts';
import { originOf, pageOf } from './urls.ts';

export const calendarRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	api.get(
		'/listings/:id/calendar.ics',
		{
			schema: {
				tags: ['Listings'],
				summary: 'An activity as a calendar (iCalendar, RFC 5545)',
				params: IdParams,
				response: { 200: z.string().describe('text/calendar'), 404: ProblemShape },
			},
		},
		async (request, reply) => {
			const [face] = await site.store.faces.byIds([request.params.id], 'sv');
			const listing = face && (await site.store.listings.get(face.id));
			if (listing?.kind !== 'activity') throw new NotFound('activity.unknown');
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
	const calendar = ical({ prodId: { company: 'Samlas', product: 'Samlas', language: 'SV' }, name: activity.name });
	calendar.method(ICalCalendarMethod.PUBLISH);
	// Without a name of its own the calendar writes its stamps in UTC, as it must; the events name their zone.
	calendar.timezone({ name: null, generator: () => VTIMEZONE });
	activity.schedules.forEach((schedule, place) => {
		const start = zoned(schedule.start);
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
		const repeating = repeatOf(schedule);
		if (repeating) event.repeating(repeating);
	});
	return calendar.toString();
}

/** The lines that repeat an event; null for a single time. */
function repeatOf({ start, rule, except, extra }: Schedule): string | null {
	const at = (civil: string) => `${civil.replace(/[-:]/g, '')}00`;
	const clock = start.slice(10);
	const lines = [
		...(rule ? [`RRULE:${rule}`] : []),
		...(except.length ? [`EXDATE;TZID=${ZONE}:${except.map((date) => at(date + clock)).join(',')}`] : []),
		...(extra.length ? [`RDATE;TZID=${ZONE}:${extra.map(at).join(',')}`] : []),
	];
	return lines.length ? lines.join('\r\n') : null;
}
