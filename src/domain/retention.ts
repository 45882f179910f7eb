import type { Queries, Store } from '../store/open.ts';
import { lapse } from './consent.ts';
import { limits } from './session.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** What is personal and how long it is kept, in seconds, beside what lasts as long as the account. The privacy page says the same in words. */
export const kept = {
	/** After it could last be used: that somebody asked to sign in, by letter, key or their municipality. */
	signIn: HOUR,
	/** Unused; and at most. */
	session: limits.person.idle,
	sessionAtMost: limits.person.most,
	/** After it ran out, whatever was answered. */
	invitation: 90 * DAY,
	/** After it was decided: what somebody said of themselves when they asked to look after an entry. */
	claimNote: YEAR,
	/** That somebody read what a person told of themselves. */
	read: 2 * YEAR,
	/** Unchanged: what a municipality's staff thought of changing. */
	scenario: 2 * YEAR,
	/** An account by which nobody looks after anything, is signed in anywhere or waits for an answer. */
	idleAccount: YEAR,
} as const;

const sweeps: Record<string, (tx: Queries, now: number) => Promise<void>> = {
	sessions: (tx, now) => tx.sessions.forgetBefore(now - kept.session, now - kept.sessionAtMost),
	signIns: (tx, now) => tx.signIns.forgetBefore(now - kept.signIn),
	passkeyChallenges: (tx, now) => tx.passkeys.forgetBefore(now - kept.signIn),
	openIdAttempts: (tx, now) => tx.identities.forgetBefore(now - kept.signIn),
	invitations: (tx, now) => tx.invitations.forgetBefore(now - kept.invitation),
	claimNotes: (tx, now) => tx.claims.wipeBefore(now - kept.claimNote),
	reads: (tx, now) => tx.personalReads.forgetBefore(now - kept.read),
	scenarios: (tx, now) => tx.scenarios.forgetBefore(now - kept.scenario),
	contactReads: (tx, now) => tx.contactPersons.forgetReads(now - kept.read),
	idleAccounts: (tx, now) => tx.people.forgetIdle(now - kept.idleAccount),
};

/** Forgets what is kept no longer; each sort in a write of its own, so that none waits long for another. */
export async function forgetWhatIsOld(store: Store, now: number): Promise<void> {
	for (const sweep of Object.values(sweeps)) await store.transaction((tx) => sweep(tx, now));
	await lapse(store, now);
}
