import { z } from 'zod';
import type { ContactPerson } from '../store/contact-persons.ts';
import type { Queries, Store } from '../store/open.ts';
import {
	ANSWER_DAYS,
	type ContactLetter,
	type ContactLink,
	eraseContact,
	linkOf,
	printOf,
	REFUSED_DAYS,
	step,
} from './contact-person.ts';
import { Conflict, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import type { Stored } from './listing.ts';
import { believed } from './signed.ts';
import { signingKeys } from './signing-keys.ts';

const DAY = 86_400;
/** A yes holds for so many days: two years. */
export const CONSENT_DAYS = 730;
/** So many days before, they are asked whether to go on. */
const ASK_AGAIN_DAYS = 30;

const LinkSchema = z.object({ use: z.literal('contact'), contact: z.int(), until: z.int() });

/**
 * The contact person whose letter a link stands in, and the entry. Whoever has the letter answers it: no account is asked
 * for. Throws `NotFound` (`contact.gone`) for what was not signed here, holds no longer, or was erased.
 */
export async function contactBy(store: Store, token: string, now: number) {
	const said = LinkSchema.safeParse(await believed(token, await signingKeys(store, now)));
	if (!said.success || (said.data satisfies ContactLink).until <= now) throw new NotFound('contact.gone');
	return standing(store, said.data.contact, now);
}

/**
 * A yes: to what they were asked to have shown, or to go on with what is. It is one to what they read: `turn` says which.
 * Throws `NotFound` (`contact.gone`), `Conflict` (`contact.stale`) when they were asked something else meanwhile.
 */
export async function consent(store: Store, token: string, turn: number, now: number): Promise<void> {
	const { contact } = await contactBy(store, token, now);
	await store.transaction(async (tx) => {
		const { contact: one } = await standing(tx, contact.id, now);
		if (one.turn !== turn) throw new Conflict('contact.stale');
		await tx.contactPersons.show(one.id, now + CONSENT_DAYS * DAY, now);
		await step(tx, { ...byThemselves(one, now), action: one.asked ? 'contact.consented' : 'contact.renewed' }, one.id);
	});
}

/** A no to a change alone: what they said yes to before is still shown. Throws `NotFound` (`contact.gone`). */
export async function keepAsShown(store: Store, token: string, now: number): Promise<void> {
	const { contact } = await contactBy(store, token, now);
	await store.transaction(async (tx) => {
		const { contact: one } = await standing(tx, contact.id, now);
		if (!one.asked || !one.shown) return;
		await tx.contactPersons.keep(one.id);
		await step(tx, { ...byThemselves(one, now), action: 'contact.declined' }, one.id);
	});
}

/** A no, or a yes taken back: all of it is erased at once, and they are not asked again of this entry for a year. Throws `NotFound` (`contact.gone`). */
export async function takeBack(store: Store, token: string, now: number): Promise<void> {
	const { contact } = await contactBy(store, token, now);
	const [{ secret }] = await signingKeys(store, now);
	const print = await printOf(secret, contact.email);
	await store.transaction(async (tx) => {
		const { contact: one } = await standing(tx, contact.id, now);
		await tx.contactPersons.refuse(one.listing, print, now);
		await eraseContact(store, tx, one);
		await step(tx, { ...byThemselves(one, now), action: one.shown ? 'contact.withdrawn' : 'contact.declined' }, one.id);
	});
}

/** Erases what is said of somebody everywhere, with their account. */
export async function forgetContact(store: Store, tx: Queries, email: string): Promise<void> {
	for (const one of await tx.contactPersons.to(email)) await eraseContact(store, tx, one);
}

/** "Do you want to go on?"; `until`: when their yes lapses, unix seconds. */
export type AgainLetter = (to: Parameters<ContactLetter>[0] & { until: number }) => Letter;

/** Asks those whose yes soon lapses whether to go on: each by one letter, in one transaction with that it was sent. */
export async function askToGoOn(store: Store, now: number, letter: AgainLetter): Promise<void> {
	for (const { id } of await store.contactPersons.ending(now, now + ASK_AGAIN_DAYS * DAY)) {
		const token = await linkOf(store, id, now);
		await store.transaction(async (tx) => {
			const contact = await tx.contactPersons.get(id);
			const listing = contact && (await tx.listings.get(contact.listing));
			if (!contact?.shown || !listing || contact.remindedAt !== null) return;
			await tx.contactPersons.reminded(id, now);
			const until = contact.shownUntil!;
			await tx.outbox.add(letter({ contact, view: contact.shown, listing, token, until }), now);
		});
	}
}

/** Erases what has lapsed: a yes whose time is over, and what nobody has answered. */
export async function lapse(store: Store, now: number): Promise<void> {
	const unanswered = now - ANSWER_DAYS * DAY;
	await store.transaction(async (tx) => {
		for (const { id, shown, listing } of await tx.contactPersons.lapsed(now, unanswered)) {
			await tx.contactPersons.erase(id);
			const action = shown ? 'contact.lapsed' : 'contact.unanswered';
			await step(tx, { at: now, by: 'samlas', action, listing }, id);
		}
		for (const { id, listing } of await tx.contactPersons.unanswered(unanswered)) {
			await tx.contactPersons.keep(id);
			await step(tx, { at: now, by: 'samlas', action: 'contact.unanswered', listing }, id);
		}
		await tx.contactPersons.forgetRefusals(now - REFUSED_DAYS * DAY);
	});
}

async function standing(store: Queries, id: number, now: number): Promise<{ contact: ContactPerson; listing: Stored }> {
	const contact = await store.contactPersons.get(id);
	const over = contact && (contact.shownUntil ?? contact.askedAt + ANSWER_DAYS * DAY) <= now;
	const listing = contact && !over ? await store.listings.get(contact.listing) : undefined;
	if (!contact || !listing) throw new NotFound('contact.gone');
	return { contact, listing };
}

const byThemselves = ({ listing }: ContactPerson, at: number) => ({ at, by: 'contact', listing });
