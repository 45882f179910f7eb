import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import { type ClaimWay, ownDomain } from './claim-way.ts';
import { CODE_TRIES, CodeSchema } from './code.ts';
import { decisionSchema } from './decision.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import type { Stored } from './listing.ts';
import { parse } from './parse.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor, Person } from './person.ts';
import { digest, randomCode } from './secret.ts';

const HOURS = 24;
/** A person may have so many letters sent to others' addresses in a day. */
const LETTERS_A_DAY = 5;

/** The ways that are open to somebody for an entry, and the addresses that go with them. */
export interface OpenWays {
	/** The address that the entry shows. */
	ownMail: string | null;
	/** The domain of its homepage. */
	domain: string | null;
	/** Somebody else looks after it already: then a reviewer decides. */
	taken: boolean;
}

/** Which ways are open. Where somebody looks after the entry already, only the reviewer's. */
export async function openWays(store: Queries, listing: Stored): Promise<OpenWays> {
	const taken = (await store.people.rolesFor(listing.id)).some(({ role }) => role === 'owner');
	return {
		taken,
		ownMail: taken ? null : (listing.email?.toLowerCase() ?? null),
		domain: taken ? null : ownDomain(listing),
	};
}

const ClaimSchema = z.object({
	way: z.enum(['own_mail', 'domain_mail', 'reviewer'], 'missing'),
	/** The part before the @, or the whole address. */
	mailbox: z.string().trim().toLowerCase().max(320, 'wrong').default(''),
	note: z.string().trim().max(2000, 'long').default(''),
});

interface Means {
	now: number;
	letter: (to: { recipient: string; code: string; listing: Stored }) => Letter;
}

/**
 * Somebody asks to look after an entry. Who has signed in with its very address, or one at its domain, has shown it
 * already and gets it; else a code goes to that address, or a reviewer is asked. Throws `NotFound`, `Conflict`
 * (`claim.has_role`), or `Invalid` (`way: closed`, `mailbox: wrong`, `note: missing`, `form: too_many`).
 */
export async function beginClaim(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, letter }: Means,
): Promise<'given' | 'begun' | 'waiting'> {
	const { way, mailbox, note } = parse(ClaimSchema, input);
	const code = randomCode();
	const secret = await digest(String(by.id), String(id), code);
	return store.transaction(async (tx) => {
		const listing = await claimable(tx, by, id);
		await tx.claims.withdrawOpen(id, by.id, now);
		const claim = { listing: id, municipality: listing.municipality, person: by.id, way, now };
		if (way === 'reviewer') {
			if (!note) throw new Invalid({ note: 'missing' });
			await tx.claims.add({ ...claim, state: 'waiting', note, code: null, expiresAt: null });
			await asked(tx, by, 'claim.asked', listing, way, now);
			return 'waiting';
		}
		const recipient = addressFor(way, mailbox, await openWays(tx, listing));
		if (recipient === by.email) {
			await tx.claims.add({ ...claim, state: 'given', note: null, code: null, expiresAt: null });
			await give(tx, by, listing, way, now);
			return 'given';
		}
		if ((await tx.claims.countSince(by.id, now - 24 * 3600)) >= LETTERS_A_DAY) throw new Invalid({ form: 'too_many' });
		await tx.claims.add({ ...claim, state: 'begun', note: null, code: secret, expiresAt: now + HOURS * 3600 });
		await tx.outbox.add(letter({ recipient, code, listing }), now);
		await asked(tx, by, 'claim.begun', listing, way, now);
		return 'begun';
	});
}

function addressFor(way: ClaimWay, mailbox: string, { ownMail, domain }: OpenWays): string {
	if (way === 'own_mail') {
		if (!ownMail) throw new Invalid({ way: 'closed' });
		return ownMail;
	}
	if (!domain) throw new Invalid({ way: 'closed' });
	const name = mailbox.endsWith(`@${domain}`) ? mailbox.slice(0, -domain.length - 1) : mailbox;
	const { success, data } = z.email().safeParse(`${name}@${domain}`);
	if (!success || name.includes('@') || name.length > 64) throw new Invalid({ mailbox: 'wrong' });
	return data;
}

/** The code of the letter. Throws `Invalid` (`code: missing | wrong | spent`). */
export async function finishClaim(
	store: Store,
	by: Actor,
	id: number,
	input: { code: unknown },
	now: number,
): Promise<void> {
	const { code } = parse(CodeSchema, input);
	const proof = await digest(String(by.id), String(id), code);
	const wrong = await store.transaction(async (tx) => {
		const listing = await claimable(tx, by, id);
		const claim = await tx.claims.open(id, by.id);
		if (claim?.state !== 'begun' || claim.expiresAt! <= now || claim.tries >= CODE_TRIES) return 'spent';
		if (claim.code !== proof) {
			await tx.claims.failed(claim.id);
			return 'wrong';
		}
		// Somebody else may have been first while the letter was on its way: then it is a reviewer's to decide.
		if ((await openWays(tx, listing)).taken) return 'spent';
		await tx.claims.decide(claim.id, { state: 'given', words: null, by: by.id, now });
		await give(tx, by, listing, claim.way, now);
		return null;
	});
	if (wrong) throw new Invalid({ code: wrong });
}

const DecisionSchema = decisionSchema('given', ['declined']);

type ClaimLetter = (to: { person: Person; listing: Stored; given: boolean; words: string | null }) => Letter;

/** A reviewer decides a claim, and the person gets a letter. Throws `NotFound`, `Conflict` (`revision.decided`), `Invalid`. */
export async function decideClaim(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, letter }: { now: number; letter: ClaimLetter },
): Promise<void> {
	const { decision, words } = parse(DecisionSchema, input);
	await store.transaction(async (tx) => {
		const { claim, listing, person } = await claimToReview(tx, by, id);
		if (claim.state !== 'waiting') throw new Conflict('revision.decided');
		await tx.claims.decide(id, { state: decision, words: words || null, by: by.id, now });
		if (decision === 'given') await give(tx, person, listing, claim.way, now, by);
		else await asked(tx, by, 'claim.declined', listing, claim.way, now);
		await tx.outbox.add(letter({ person, listing, given: decision === 'given', words: words || null }), now);
	});
}

/**
 * A claim with its entry, who asks, who looks after the entry already (`others`), and who else waits for it (`besides`).
 * Throws `NotFound`.
 */
export async function claimToReview(store: Queries, by: Actor, id: number) {
	const claim = await store.claims.get(id);
	if (!claim) throw new NotFound('claim.unknown');
	mustBeAllowed(by, 'municipality.review', { municipality: claim.municipality });
	const [listing, person] = [await store.listings.get(claim.listing), await store.people.get(claim.person)];
	if (!listing || !person) throw new NotFound('claim.unknown');
	const others = await store.people.rolesFor(listing.id);
	const rivals = (await store.claims.waiting(claim.municipality)).filter(
		(one) => one.listing === listing.id && one.id !== id,
	);
	const besides = await Promise.all(rivals.map((one) => store.people.get(one.person)));
	return { claim, listing, person, others, besides: besides.filter((one) => one !== undefined) };
}

async function claimable(tx: Queries, by: Actor, id: number): Promise<Stored> {
	const listing = await tx.listings.get(id);
	if (!listing?.publishedAt || listing.archivedAt || listing.mergedInto) throw new NotFound('listing.unknown');
	if (by.roles.some((held) => held.listing === id)) throw new Conflict('claim.has_role');
	return listing;
}

async function give(tx: Queries, person: Person, listing: Stored, way: ClaimWay, now: number, by: Person = person) {
	await tx.people.give(person.id, { role: 'owner', listing: listing.id, municipality: null }, by.id, now);
	const after = { person: person.id, role: 'owner', way };
	await tx.audit.add({ at: now, by: `person:${by.id}`, action: 'claim.given', listing: listing.id, after });
}

/** A step of the trail that gives nobody anything yet. */
async function asked(tx: Queries, by: Person, action: string, listing: Stored, way: ClaimWay, now: number) {
	await tx.audit.add({ at: now, by: `person:${by.id}`, action, listing: listing.id, after: { way } });
}
