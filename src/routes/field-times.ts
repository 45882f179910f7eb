import type { Listing } from '#domain/listing.ts';
import { dateOf } from '#domain/time.ts';
import type { Site } from '#site';

const day = (second: number) => dateOf(second);

/** When the parts of an entry were written by people, those of one day together, and when it was confirmed as a whole. */
export async function fieldTimesOf(site: Site, listing: Listing & { id: number }) {
	const { id, confirmedAt, confirmedBy } = listing;
	const groups = new Map<string, { fields: string[]; by: 'owner' | 'officer'; day: string }>();
	for (const { field, by, at } of await site.store.freshness.fieldTimes(id)) {
		const group = groups.get(`${by} ${day(at)}`) ?? { fields: [], by, day: day(at) };
		group.fields.push(field);
		groups.set(`${by} ${day(at)}`, group);
	}
	return {
		times: [...groups.values()],
		confirmed: confirmedAt !== null && confirmedBy ? { by: confirmedBy, day: day(confirmedAt) } : null,
	};
}
