import type { Listing } from '../../src/domain/listing.ts';
import type { Queries, Store } from '../../src/store/open.ts';
import { type Chance, chance } from './chance.ts';
import { inventActivity, inventOrganisation, inventVenue, type Setting } from './entries.ts';
import { nationalDensities } from './national.ts';
import { type Density, densities } from './places.ts';
import { type Subject, subjects, venuePatterns, weighted } from './subjects.ts';

/** What is invented. */
export interface DemoOptions {
	/** Unix seconds: this week will be alive. */
	now: number;
	/** The same seed and day give the same Sweden. */
	seed?: number;
	/** About 6 000 entries, or the 510 000 of the whole country for measuring. */
	scale?: 'normal' | 'national';
	onProgress?: (done: number, total: number) => void;
}

interface Known {
	id: number;
	listing: Listing;
	subject: Subject;
}

const drawnSubjects = weighted(subjects);
const drawnVenues = weighted(venuePatterns);

/**
 * Fills a store with an invented, lifelike Sweden, every entry marked as demonstration. The first that is looked for (a
 * language café, a chess club, a hall) is in every dense place. One transaction for each municipality.
 */
export async function seedDemo(store: Store, options: DemoOptions): Promise<{ count: number }> {
	const { now, seed = 1, scale = 'normal', onProgress } = options;
	const wanted = scale === 'national' ? nationalDensities() : densities();
	// The same day gives the same Sweden, whatever the hour.
	const today = now - (now % 86_400);
	let count = 0;
	for (const [done, density] of wanted.entries()) {
		const mine = chance(seed * 1_000_003 + Number(density.code));
		count += await store.transaction((tx) => fill(tx, density, mine, today));
		onProgress?.(done + 1, wanted.length);
	}
	await store.transaction((tx) => tx.meta.set('demo', JSON.stringify({ seed, scale, at: today })));
	return { count };
}

async function fill(tx: Queries, density: Density, mine: Chance, now: number): Promise<number> {
	const create = (listing: Listing) => tx.listings.create(listing, { at: now, publish: true, demo: true });
	const settings = spread(density, mine, now);
	const organisations: Known[] = [];
	for (let n = 0; n < density.organisations; n++) {
		const subject =
			n < subjects.length && density.organisations > subjects.length ? subjects[n]! : mine.one(drawnSubjects);
		const listing = inventOrganisation(subject, settings(n));
		organisations.push({ id: await create(listing), listing, subject });
	}
	const venues: { id: number; listing: Listing }[] = [];
	for (let n = 0; n < density.venues; n++) {
		const pattern =
			n < venuePatterns.length && density.venues > venuePatterns.length ? venuePatterns[n]! : mine.one(drawnVenues);
		const keepers = organisations.filter(
			({ subject }) => subject.theme === 'meeting_places' || subject.theme === 'local_heritage',
		);
		const keeper = keepers.length && mine.percent(50) ? mine.one(keepers).id : null;
		const listing = inventVenue(pattern, keeper, settings(n));
		venues.push({ id: await create(listing), listing });
	}
	for (let n = 0; n < density.activities; n++) {
		const host = n < organisations.length ? organisations[n]! : mine.one(organisations);
		const near = venues.filter(({ listing }) => listing.locality === host.listing.locality);
		const venue = near.length && mine.percent(85) ? mine.one(near) : mine.percent(60) ? mine.one(venues) : null;
		const pattern = mine.one(host.subject.activities);
		await create(inventActivity(host.subject, pattern, { organisation: host, venue }, settings(n)));
	}
	return density.organisations + density.venues + density.activities;
}

/** Entries fall on larger settlements more often, but every settlement has some. */
function spread({ code, localities }: Density, mine: Chance, now: number): (n: number) => Setting {
	const byRoot = localities.flatMap((locality) =>
		Array.from({ length: Math.max(1, Math.round(Math.sqrt(locality.population) / 12)) }, () => locality),
	);
	return (n) => ({
		chance: mine,
		code,
		now,
		locality: n < localities.length * 3 ? localities[n % localities.length]! : mine.one(byRoot),
	});
}

/** Erases the invented Sweden and nothing else; gives how many entries went. */
export async function removeDemo(store: Store): Promise<number> {
	return store.transaction(async (tx) => {
		const ids = await tx.demo.ids();
		for (const id of ids) await tx.listings.erase(id);
		await tx.meta.remove('demo');
		return ids.length;
	});
}
