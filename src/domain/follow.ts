import type { ErrorReport } from '../store/error-reports.ts';
import type { Queries, Store } from '../store/open.ts';
import type { Suggestion } from '../store/suggestions.ts';
import { forgetSends } from './robot.ts';
import { digest } from './secret.ts';
import { REPLY_KEPT_DAYS, TOLD_KEPT_DAYS } from './told.ts';

const DAY = 86_400;

export type Followed = { sort: 'report'; told: ErrorReport } | { sort: 'suggestion'; told: Suggestion };

/** What somebody told without an account, by the secret of the link that they got; null when there is none (any more). */
export async function followed(store: Queries, secret: unknown): Promise<Followed | null> {
	if (typeof secret !== 'string' || !/^[\w-]{43}$/.test(secret)) return null;
	const follow = await digest(secret);
	const report = await store.errorReports.byFollow(follow);
	if (report) return { sort: 'report', told: report };
	const suggestion = await store.suggestions.byFollow(follow);
	return suggestion ? { sort: 'suggestion', told: suggestion } : null;
}

/** Who told something takes their address back. Gives whether the secret was one. */
export async function takeReplyBack(store: Store, secret: unknown, now: number): Promise<boolean> {
	const found = await followed(store, secret);
	if (!found) return false;
	const { sort, told } = found;
	await store.transaction(async (tx) => {
		const { listing, municipality } = told;
		await (sort === 'report' ? tx.errorReports : tx.suggestions).wipeReply(told.id);
		await tx.audit.add({ at: now, by: 'visitor', action: `${sort}.reply_wiped`, listing, municipality });
	});
	return true;
}

/** Wipes what is kept no longer than it is needed: tellers' addresses, what was decided long ago, what was counted against robots. */
export async function forgetTellers(store: Store, now: number): Promise<void> {
	const [handled, made] = [now - REPLY_KEPT_DAYS.answered * DAY, now - REPLY_KEPT_DAYS.unanswered * DAY];
	await store.transaction(async (tx) => {
		for (const table of [tx.errorReports, tx.suggestions]) {
			await table.wipeReplies(handled, made);
			await table.forgetBefore(now - TOLD_KEPT_DAYS * DAY);
		}
	});
	await forgetSends(store, now);
}
