import type { Untold } from '../store/error-reports.ts';
import type { Queries, Store } from '../store/open.ts';
import type { Letter } from './letter.ts';
import type { Stored } from './listing.ts';
import type { Person } from './person.ts';

/** Reports are gathered for half an hour from the first: one who finds an error often tells of several. */
const GATHER = 1800;
/** Of one entry a letter is written once a day at most. */
const DAY = 86_400;

/** Writes to somebody who looks after an entry what others have told of it. */
type News = (to: { person: Person; listing: Stored; reports: Untold[] }) => Letter;

/**
 * Tells those who are asked of entries what was reported of them: a letter each, with all that has come in. Where nobody
 * is, the reviewers see it anyway.
 */
export async function tellOwners(store: Store, { now, letter }: { now: number; letter: News }): Promise<void> {
	// Looked at outside a transaction first: most often there is nothing, and nobody has to wait for that.
	if (!(await store.errorReports.untold(now - GATHER, now - DAY)).length) return;
	await store.transaction(async (tx) => {
		const untold = await tx.errorReports.untold(now - GATHER, now - DAY);
		for (const [id, reports] of Map.groupBy(untold, ({ listing }) => listing)) {
			for (const report of reports) await tx.errorReports.told(report.id, now);
			const listing = await tx.listings.get(id);
			if (!listing || listing.archivedAt || listing.mergedInto) continue;
			for (const person of await carers(tx, id)) await tx.outbox.add(letter({ person, listing, reports }), now);
		}
	});
}

async function carers(tx: Queries, listing: number): Promise<Person[]> {
	const people: Person[] = [];
	for (const person of await tx.people.askedOf(listing)) {
		const found = await tx.people.get(person);
		if (found) people.push(found);
	}
	return people;
}
