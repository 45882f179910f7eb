import { z } from 'zod';
import type { Store } from '../store/open.ts';
import { parse } from './parse.ts';
import { type Actor, NameSchema } from './person.ts';

/** Changes one's own name; empty takes it away. Throws `Invalid` (`name: long`). */
export async function renameSelf(store: Store, by: Actor, input: { name: unknown }): Promise<void> {
	const { name } = parse(z.object({ name: NameSchema }), input);
	await store.transaction((tx) => tx.people.rename(by.id, name));
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
	return {
		email: by.email,
		name: by.name,
		language: by.locale,
		since: iso(by.createdAt),
		roles: by.roles,
		sessions: sessions.map(({ agent, createdAt, seenAt }) => ({ agent, begun: iso(createdAt), used: iso(seenAt) })),
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
		signIns: (await store.signIns.of(by.email)).map((at) => iso(at)),
		claims: (await store.claims.of(by.id)).map(({ listing, way, state, note, words, madeAt }) => ({
			...{ listing, way, state, note, words, at: iso(madeAt) },
		})),
		changes: (await store.revisions.by(by.id)).map(({ listing, state, changes, words, madeAt }) => ({
			...{ listing, state, changes, words, at: iso(madeAt) },
		})),
		letters: (await store.outbox.to(by.email)).map(({ kind, createdAt }) => ({ kind, at: iso(createdAt) })),
	};
}

/** Real erasure of a person: account, sessions, roles, letters and attempts to sign in. What they have written of others' entries stays there. */
export async function eraseSelf(store: Store, by: Actor): Promise<void> {
	await store.transaction(async (tx) => {
		await tx.signIns.forgetOf(by.email);
		await tx.outbox.forgetTo(by.email);
		await tx.invitations.forgetTo(by.email);
		await tx.people.erase(by.id);
	});
}
