import { onTestFinished } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { Listing } from '../src/domain/listing.ts';
import { createFinder } from '../src/finder/finder.ts';
import { createPlaces } from '../src/finder/places.ts';
import { createPaperOffice } from '../src/server/paper-office.ts';
import { createDesk } from '../src/server/planning-desk.ts';
import type { Site } from '../src/site.ts';
import { type AtEnd, NOW, publish, testStore } from './store.ts';

/** A Site over a fresh store that holds these entries, at NOW. */
export async function testSite(
	listings: Listing[] = [],
	env: Record<string, string> = {},
	atEnd: AtEnd = onTestFinished,
): Promise<Site & { ids: number[] }> {
	const store = await testStore({}, atEnd);
	const ids = await publish(store, ...listings);
	const finder = await createFinder(store);
	atEnd(() => finder.close());
	const config = readConfig({ RATE_LIMIT: '1000000', LOG_LEVEL: 'silent', ...env });
	const address = (path: string) => `https://samlas.example${path}`;
	return {
		store,
		finder,
		places: createPlaces(),
		planning: { ...createDesk(store, () => NOW), warm: async () => {}, close: async () => {} },
		paper: createPaperOffice(),
		config,
		now: () => NOW,
		address,
		mailboxKey: null,
		providers: [],
		ids,
	};
}
