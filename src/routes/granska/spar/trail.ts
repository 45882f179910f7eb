import type { RequestEvent } from '@sveltejs/kit';
import { error } from '@sveltejs/kit';
import { may } from '#domain/permission.ts';
import { spanOfDate } from '#domain/time.ts';
import { type TrailQuery, trailQuery } from '#domain/trail.ts';
import { atDesk } from '../desk.ts';

/** Who reads the trail, what they ask for, and of which municipalities (null: all that there is, also what lies in none). */
export async function trailAsked(event: RequestEvent) {
	const { actor, theirs } = await atDesk(event);
	const codes = theirs
		.map(({ code }) => code)
		.filter((municipality) => may(actor, 'municipality.trail', { municipality }));
	if (!codes.length) error(404, 'page.unknown');
	const query: TrailQuery = trailQuery(event.url.searchParams, spanOfDate);
	const municipalities = may(actor, 'municipality.trail') ? null : codes;
	return { actor, query, municipalities, reader: { id: actor.id, knowsPeople: true } };
}
