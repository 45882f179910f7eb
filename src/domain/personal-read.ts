import type { Store } from '../store/open.ts';
import type { Actor } from './person.ts';

/** What of somebody's can be read by those who work with it: what they ask, what they write, or what they may do. */
export type ReadWhat = 'claim' | 'revision' | 'roles';

/**
 * Notes that somebody read what others have told of themselves, for these to see; one's own is not noted. What can't be
 * noted is not shown: throws `Unavailable` then.
 */
export async function noteRead(
	store: Store,
	by: Actor,
	{
		people,
		what,
		about,
		municipality,
	}: { people: (number | null)[]; what: ReadWhat; about: number; municipality: string | null },
	now: number,
): Promise<void> {
	const others = people.filter((person): person is number => person !== null && person !== by.id);
	const fresh: Parameters<Store['personalReads']['noted']>[0][] = [];
	for (const person of new Set(others)) {
		const read = { person, by: by.id, what, about, municipality, now };
		if (!(await store.personalReads.noted(read))) fresh.push(read);
	}
	if (!fresh.length) return;
	await store.transaction(async (tx) => {
		for (const read of fresh) await tx.personalReads.add(read);
	});
}
