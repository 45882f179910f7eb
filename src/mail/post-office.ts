import { nextTry } from '../domain/letter.ts';
import type { Store } from '../store/open.ts';
import type { Outgoing } from '../store/outbox.ts';
import { type Transport, Undeliverable } from './transport.ts';

/** Seconds in which one letter is sent; after that somebody else may try. Longer than any transport waits. */
const HOLD = 180;
/** So many letters in one round. */
const ROUND = 50;
/** That a letter was sent is known for so long, seconds. */
const KEPT = 90 * 24 * 3600;

export interface PostOffice {
	/** Sends what is due, one after another, and gives how many arrived. Asked again meanwhile, it gives the same round. */
	deliver(): Promise<number>;
	close(): void;
}

/**
 * Carries letters from the store's outbox. A letter is marked as sent right after the receiving server has taken it; a
 * process that dies in between sends it again under the same Message-ID, which mailboxes show once.
 */
export function createPostOffice(store: Store, transport: Transport, now: () => number): PostOffice {
	let round: Promise<number> | null = null;

	async function deliver(): Promise<number> {
		let arrived = 0;
		for (let n = 0; n < ROUND && (await store.outbox.isDue(now())); n++) {
			const [letter] = await store.transaction((tx) => tx.outbox.take(1, now() + HOLD, now()));
			if (letter && (await sendOne(letter))) arrived++;
		}
		return arrived;
	}

	async function sendOne(letter: Outgoing): Promise<boolean> {
		if (letter.expiresAt <= now()) {
			await store.transaction((tx) => tx.outbox.giveUp(letter.id, 'expired', now()));
			return false;
		}
		try {
			await transport.send(letter);
		} catch (reason) {
			await failed(letter, reason);
			return false;
		}
		await store.transaction((tx) => tx.outbox.sent(letter.id, now()));
		return true;
	}

	async function failed(letter: Outgoing, reason: unknown): Promise<void> {
		const told = reason instanceof Error ? reason.message : 'unknown';
		const at = reason instanceof Undeliverable ? null : nextTry(letter.tries + 1, letter.expiresAt, now());
		await store.transaction((tx) =>
			at === null ? tx.outbox.giveUp(letter.id, told, now()) : tx.outbox.again(letter.id, at, told),
		);
	}

	return {
		deliver() {
			round ??= deliver().finally(() => {
				round = null;
			});
			return round;
		},
		close: () => transport.close(),
	};
}

/** Wipes letters that are of no more use, and forgets, a quarter of a year later, that letters were sent. */
export async function tidyOutbox(store: Store, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		await tx.outbox.wipeExpired(now);
		await tx.outbox.forgetBefore(now - KEPT);
	});
}
