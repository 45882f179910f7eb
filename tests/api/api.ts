import Fastify from 'fastify';
import { onTestFinished } from 'vitest';
import { apiRoutes } from '../../src/api/index.ts';
import type { Listing } from '../../src/domain/listing.ts';
import { serverOptions } from '../../src/server/options.ts';
import { testSite } from '../site.ts';
import { type AtEnd, activity, organisation, venue } from '../store.ts';

/** Three entries that know each other, and one that must not be seen. */
export const known: Listing[] = [
	organisation({
		name: 'Ljungåsa Schackvänner',
		themes: ['chess'],
		organisationNumber: null,
		numberNote: 'hemlig anteckning',
		email: 'info@ljungasa.example',
		texts: { sv: { description: 'Vi spelar schack <b>varje</b> vecka.' } },
	}),
	venue({
		name: 'Oskarströms bygdegård',
		locality: 'Oskarström',
		position: { lon: 12.97, lat: 56.8, precision: 'exact' },
		access: { step_free_entrance: true, lift: false },
		rooms: [{ name: 'Salen', seats: 80 }],
		attribution: '© OpenStreetMap contributors (ODbL)',
	}),
	activity({
		name: 'Schackkväll',
		texts: { en: { name: 'Chess night' } },
		organisation: 1,
		venue: 2,
		free: true,
		themes: ['chess'],
		schedules: [{ start: '2026-03-03T18:00', minutes: 120, rule: 'FREQ=WEEKLY;BYDAY=TU', except: ['2026-03-17'] }],
	}),
	organisation({ name: 'Borttagna föreningen' }),
];

/** The API over those entries; the fourth is archived. */
export async function testApi(
	env: Record<string, string> = {},
	{ listings = known, atEnd = onTestFinished as AtEnd } = {},
) {
	const site = await testSite(listings, env, atEnd);
	if (site.ids[3]) await site.store.transaction((tx) => tx.listings.archive(site.ids[3]!, 'gone', site.now()));
	await site.finder.follow();
	const app = Fastify(serverOptions(site.config));
	await app.register(apiRoutes, { site });
	atEnd(() => app.close());
	return { site, app };
}
