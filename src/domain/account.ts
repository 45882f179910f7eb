import { z } from 'zod';
import type { Store } from '../store/open.ts';
import { forgetContact } from './consent.ts';
import { withdraw } from './draft.ts';
import { parse } from './parse.ts';
import { type Actor, NameSchema } from './person.ts';

/** Changes one's own name; empty takes it away. Throws `Invalid` (`name: long`). */
export async function renameSelf(store: Store, by: Actor, input: { name: unknown }, now: number): Promise<void> {
	const { name } = parse(z.object({ name: NameSchema }), input);
	await store.transaction(async (tx) => {
		await tx.people.rename(by.id, name);
		await tx.audit.add({ at: now, by: `person:${by.id}`, action: 'person.renamed' });
	});
}

/** Signs oneself out of one browser, or (`session` null) of all but `own`. */
export async function endSession(store: Store, by: Actor, session: number | null, own: number): Promise<void> {
	await store.transaction(async (tx) => {
		if (session === null) await tx.sessions.endOthers(by.id, own);
		else await tx.sessions.end(session, by.id);
	});
}

/** All that is held about somebody, for themselves. Times in ISO 8601. */
export async function heldAbout(store: Store, by: Actor, now: number) {
	const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
	const sessions = await store.sessions.of(by.id);
	const stoppedAt = await store.freshness.stoppedAt(by.id);
	const contacts = await store.contactPersons.to(by.email);
	return {
		email: by.email,
		name: by.name,
		language: by.locale,
		since: iso(by.createdAt),
		roles: by.roles,
		sessions: sessions.map(({ agent, way, createdAt, seenAt }) => ({
			agent,
			way,
			begun: iso(createdAt),
			used: iso(seenAt),
		})),
		passkeys: (await store.passkeys.of(by.id)).map(({ name, createdAt, usedAt }) => ({
			...{ name, added: iso(createdAt), used: usedAt === null ? null : iso(usedAt) },
		})),
		municipalSignIns: (await store.identities.of(by.id)).map(({ issuer, subject, municipality, firstAt, lastAt }) => ({
			...{ issuer, subject, municipality, first: iso(firstAt), last: iso(lastAt) },
		})),
		invitations: (await store.invitations.to(by.email, now)).map(({ role, listing, municipality, madeAt }) => ({
			...{ role, listing, municipality, at: iso(madeAt) },
		})),
		readBy: (await store.personalReads.of(by.id)).map(({ what, municipality, at }) => ({
			...{ what, municipality, at: iso(at) },
		})),
		contactPerson: await Promise.all(
			contacts.map(async ({ id, listing, asked, askedAt, shown, shownUntil }) => ({
				...{ listing, asked, askedAt: iso(askedAt), shown, until: shownUntil === null ? null : iso(shownUntil) },
				readBy: (await store.contactPersons.reads(id)).map(({ municipality, at }) => ({ municipality, at: iso(at) })),
			})),
		),
		signIns: (await store.signIns.of(by.email)).map((at) => iso(at)),
		claims: (await store.claims.of(by.id)).map(({ listing, way, state, note, words, madeAt }) => ({
			...{ listing, way, state, note, words, at: iso(madeAt) },
		})),
		changes: (await store.revisions.by(by.id)).map(({ listing, state, changes, words, madeAt }) => ({
			...{ listing, state, changes, words, at: iso(madeAt) },
		})),
		done: (await store.audit.by(by.id)).map(({ at, action, entry, before, after }) => ({
			...{ at: iso(at), action, entry: entry?.name ?? null, before, after },
		})),
		photos: (await store.photos.sentBy(by.id)).map(({ photo, listing, at }) => ({ photo, listing, at: iso(at) })),
		scenarios: (await store.scenarios.by(by.id)).map(({ name, municipality, choice, plan, madeAt }) => ({
			...{ name, municipality, choice, plan, at: iso(madeAt) },
		})),
		drafts: (await store.drafts.of(by.id)).map(({ kind, typed, begunAt, changedAt }) => ({
			...{ kind, typed, begun: iso(begunAt), changed: iso(changedAt) },
		})),
		registrations: (await store.registrations.of(by.id)).map(({ listing, kind, name, state, note, words, sentAt }) => ({
			...{ listing, kind, name, state, note, words, at: iso(sentAt) },
		})),
		reminders: (await store.freshness.remindersTo(by.id)).map((one) => ({ ...one, at: iso(one.at) })),
		noReminders: stoppedAt === null ? null : iso(stoppedAt),
		letters: (await store.outbox.to(by.email)).map(({ kind, createdAt }) => ({ kind, at: iso(createdAt) })),
	};
}

/**
 * Real erasure of a person: account, sessions, roles, drafts, where they are shown as a contact person, what they have sent in and nobody has published, letters and
 * attempts to sign in. What they have written of public entries stays there.
 */
export async function eraseSelf(store: Store, by: Actor, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		for (const sent of await tx.registrations.of(by.id))
			if (sent.state === 'waiting' || sent.state === 'returned') await withdraw(tx, sent, `person:${by.id}`, now);
		await tx.signIns.forgetOf(by.email);
		await tx.outbox.forgetTo(by.email);
		await tx.audit.add({ at: now, by: `person:${by.id}`, action: 'person.erased' });
		await tx.invitations.forgetTo(by.email);
		await forgetContact(store, tx, by.email);
		await tx.people.erase(by.id);
	});
}
