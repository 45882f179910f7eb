import type { Queries, Store } from '../store/open.ts';
import { claimToReview } from './claim.ts';
import { Conflict, Invalid } from './errors.ts';
import type { Stored } from './listing.ts';
import type { Actor, Person } from './person.ts';
import { digest, randomCode } from './secret.ts';

/** A letter takes days, and lies in a club's pigeonhole for weeks. */
export const PAPER_DAYS = 60;
const DAY = 86_400;

/** Where the register has an entry, whole. */
export interface PaperAddress {
	street: string;
	postcode: string;
	postTown: string;
}

/** The address that a letter on paper goes to; null where it is not whole, or is kept secret. */
export function paperAddress({ street, postcode, postTown, masked }: Stored): PaperAddress | null {
	return street && postcode && postTown && !masked ? { street, postcode, postTown } : null;
}

/** What is needed to decide on a letter: where it would go, and whether one is on its way. Throws `NotFound`. */
export async function paperFor(store: Queries, by: Actor, id: number) {
	const { claim, listing, person, others } = await claimToReview(store, by, id);
	const taken = others.some(({ role }) => role === 'owner');
	const open = claim.state === 'waiting' || (claim.state === 'begun' && claim.way === 'reviewer');
	return { claim, listing, person, taken, open, address: paperAddress(listing) };
}

/**
 * A reviewer has a code written on paper to an entry's address: who asked gets the entry by it, as by a code that was
 * mailed. Gives the code, which is kept nowhere; one made before is of no more use. Throws `NotFound`, `Conflict`
 * (`revision.decided`), `Invalid` (`paper: no_address | taken`).
 */
export async function writePaper(
	store: Store,
	by: Actor,
	id: number,
	now: number,
): Promise<{ code: string; expiresAt: number; listing: Stored; person: Person; address: PaperAddress }> {
	const code = randomCode();
	const expiresAt = now + PAPER_DAYS * DAY;
	return store.transaction(async (tx) => {
		const { claim, listing, person, taken, open, address } = await paperFor(tx, by, id);
		if (!open) throw new Conflict('revision.decided');
		if (taken) throw new Invalid({ paper: 'taken' });
		if (!address) throw new Invalid({ paper: 'no_address' });
		const secret = await digest(String(claim.person), String(listing.id), code);
		await tx.claims.onPaper(id, secret, expiresAt);
		await tx.audit.add({
			...{ at: now, by: `person:${by.id}`, action: 'claim.paper', listing: listing.id },
			after: { claim: id, person: claim.person },
		});
		return { code, expiresAt, listing, person, address };
	});
}
