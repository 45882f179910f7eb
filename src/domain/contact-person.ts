import { z } from 'zod';
import type { ContactPerson } from '../store/contact-persons.ts';
import type { Queries, Store } from '../store/open.ts';
import type { ContactView } from './contact-view.ts';
import { Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import type { Stored } from './listing.ts';
import { parse } from './parse.ts';
import { line, phoneNumber } from './parts/fields.ts';
import { may, mustBeAllowed, scopeOf } from './permission.ts';
import { type Actor, EmailSchema } from './person.ts';
import { digest, randomToken } from './secret.ts';
import { signed } from './signed.ts';
import { signingKeys } from './signing-keys.ts';

/**
 * A named person is shown with that person's own consent alone, and it lapses (rule 2). What is asked of them, by who
 * looks after the entry; how they answer: `consent.ts`.
 */

const DAY = 86_400;
/** Days in which somebody may answer. */
export const ANSWER_DAYS = 30;
/** Who said no is not asked again of the same entry for so many days. */
export const REFUSED_DAYS = 365;
/** So many are shown of an entry at most; so many are asked by one in a day. */
const MOST = 5;
const A_DAY = 10;
/** Letters to one address in a day. */
const LETTERS_A_DAY = 2;
/** Seconds for which the link of a letter holds: longer than what is said yes to by it, shorter than its key is believed. */
const LINK_HOLDS = 900 * DAY;

/** What a link in a letter says, and is signed for. Short: it stands in an address. */
export interface ContactLink {
	use: 'contact';
	contact: number;
	/** Unix seconds. */
	until: number;
}

/** A link's token for a contact person. */
export async function linkOf(store: Store, contact: number, now: number): Promise<string> {
	const [key] = await signingKeys(store, now);
	return signed({ use: 'contact', contact, until: now + LINK_HOLDS } satisfies ContactLink, key);
}

const LINK = /https?:|www\.|\S\.(se|com|net|org|nu|io)\b/i;
/** A line that is shown of a person: no place for an address that leads elsewhere. */
const said = (max: number) =>
	line(max)
		.refine((text) => text !== null, 'missing')
		.refine((text) => !LINK.test(text ?? ''), 'wrong')
		.transform((text) => text!);

const AskSchema = z.object({
	name: said(120),
	role: said(80),
	phone: phoneNumber,
	email: EmailSchema,
	/** Whether the address is shown too. */
	showEmail: z
		.string()
		.default('')
		.transform((text) => text === 'yes'),
});

export type ContactLetter = (to: {
	contact: Pick<ContactPerson, 'email' | 'locale'>;
	view: ContactView;
	listing: Stored;
	token: string;
}) => Letter;

/** Who is, or is asked to be, a contact person of an entry; that somebody else's was read is noted for them. Throws `NotFound`. */
export async function contactPersons(store: Store, by: Actor, listing: Stored, now: number): Promise<ContactPerson[]> {
	mustEdit(by, listing);
	const all = await store.contactPersons.of(listing.id);
	const unread: number[] = [];
	for (const { id, email } of all)
		if (email !== by.email && !(await store.contactPersons.noted(id, by.id, now))) unread.push(id);
	const officer = may(by, 'listing.publish', scopeOf(listing)) ? listing.municipality : null;
	if (unread.length)
		await store.transaction(async (tx) => {
			for (const contact of unread) await tx.contactPersons.note({ contact, by: by.id, municipality: officer, now });
		});
	return all;
}

/**
 * Asks somebody by letter whether they may be shown as a contact person; what they have said yes to before is shown until
 * they answer. Throws `NotFound`, `Invalid` (`name | role | phone | email: …`, `email: said_no`, `form: too_many | full`).
 */
export async function askContact(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, locale, letter }: { now: number; locale: 'sv' | 'en'; letter: ContactLetter },
): Promise<void> {
	const keys = await signingKeys(store, now);
	await store.transaction(async (tx) => {
		const listing = await editable(tx, by, id);
		const { email, showEmail, name, role, phone } = parse(AskSchema, input);
		const prints = await Promise.all(keys.map(({ secret }) => printOf(secret, email)));
		if (await tx.contactPersons.refused(id, prints, now - REFUSED_DAYS * DAY)) throw new Invalid({ email: 'said_no' });
		const all = await tx.contactPersons.of(id);
		if (all.length >= MOST && !all.some((one) => one.email === email)) throw new Invalid({ form: 'full' });
		const had = (await tx.outbox.to(email)).filter((one) => one.kind === 'contact.ask' && one.createdAt > now - DAY);
		const asked = await tx.contactPersons.askedSince(by.id, now - DAY);
		if (had.length >= LETTERS_A_DAY || asked >= A_DAY) throw new Invalid({ form: 'too_many' });
		const view = { name, role, phone, email: showEmail ? email : null };
		const one = { listing: id, token: randomToken(), email, locale, asked: view, by: by.id, now };
		const contact = await tx.contactPersons.ask(one);
		const payload = { use: 'contact', contact, until: now + LINK_HOLDS } satisfies ContactLink;
		const token = await signed(payload, keys[0]);
		await tx.outbox.add(letter({ contact: one, view, listing, token }), now);
		await step(tx, { at: now, by: `person:${by.id}`, action: 'contact.asked', listing: id }, contact);
	});
}

/** Takes a contact person away: what was said of them is erased. Throws `NotFound`. */
export async function removeContact(store: Store, by: Actor, id: number, contact: number, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		await editable(tx, by, id);
		const one = await tx.contactPersons.get(contact);
		if (one?.listing !== id) throw new NotFound('contact.unknown');
		await eraseContact(store, tx, one);
		await step(tx, { at: now, by: `person:${by.id}`, action: 'contact.removed', listing: id }, contact);
	});
}

/** Erases one for good, also from what a backup would bring back. */
export async function eraseContact(store: Store, tx: Queries, { id, token }: ContactPerson): Promise<void> {
	// First: should the write fail after it, it is the consent that is gone, not the no.
	store.ended.add(token);
	await tx.contactPersons.erase(id);
}

/** What is known of who said no: nothing that tells of them, but the same each time for the same address. */
export const printOf = (secret: string, email: string): Promise<string> => digest(secret, `contact ${email}`);

/** A step of the trail: that something was done, and never what is said of the person. */
export const step = (
	tx: Queries,
	what: { at: number; by: string; action: string; listing: number },
	contact: number,
): Promise<void> => tx.audit.add({ ...what, after: { contact } });

async function editable(tx: Queries, { id }: Pick<Actor, 'id'>, listing: number): Promise<Stored> {
	const found = await tx.listings.get(listing);
	if (!found?.publishedAt || found.archivedAt || found.mergedInto) throw new NotFound('listing.unknown');
	mustEdit((await tx.people.actor(id)) ?? null, found);
	return found;
}

const mustEdit = (by: Actor | null, listing: Stored) => mustBeAllowed(by, 'listing.edit', scopeOf(listing));
