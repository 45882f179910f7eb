import type { Silent } from '../store/freshness.ts';
import type { Queries } from '../store/open.ts';
import { reached } from './freshness.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';

/** Entries on one page of the list. */
const MOST = 25;

/** Those of which somebody looks after each have been asked and did not answer; the others' registers were not read again. */
export interface SilentList {
	entries: Silent[];
	/** How many there are in all: with somebody who looks after them, and without. */
	counts: { kept: number; register: number };
	/** Where the next page begins; null on the last. */
	next: { since: number; id: number } | null;
}

/** What has been silent for long in a municipality. Throws `NotFound` for one that is not this person's to review. */
export async function silentIn(
	store: Queries,
	by: Actor,
	municipality: string,
	{ kept, after = { since: 0, id: 0 }, now }: { kept: boolean; after?: { since: number; id: number }; now: number },
): Promise<SilentList> {
	mustBeAllowed(by, 'municipality.review', { municipality });
	const before = reached('silent', now);
	const found = await store.freshness.silent(municipality, before, { kept, now, after, most: MOST + 1 });
	const entries = found.slice(0, MOST);
	const last = entries.at(-1);
	return {
		entries,
		counts: {
			kept: await store.freshness.countSilent(municipality, before, true, now),
			register: await store.freshness.countSilent(municipality, before, false, now),
		},
		next: found.length > MOST && last ? { since: last.since, id: last.id } : null,
	};
}
