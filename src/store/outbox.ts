import { type Letter, safeToSend } from '../domain/letter.ts';
import type { Connection } from './connection.ts';

/** A letter that is to be sent now. */
export interface Outgoing {
	id: number;
	/** Becomes the Message-ID, the same at every try. */
	token: string;
	kind: string;
	recipient: string;
	subject: string;
	text: string;
	html: string;
	unsubscribe: string | null;
	createdAt: number;
	expiresAt: number;
	tries: number;
}

const UNDONE = 'sent_at IS NULL AND given_up_at IS NULL';
const WIPED = 'subject = NULL, text = NULL, html = NULL, unsubscribe = NULL';

/** Letters on their way: kept with what caused them, in the same transaction, so that none is lost. Times in unix seconds. */
export function outboxQueries({ sqlite }: Connection) {
	const add = sqlite.prepare(
		`INSERT INTO outbox (token, kind, recipient, subject, text, html, unsubscribe, created_at, expires_at, due_at)
		VALUES (@token, @kind, @recipient, @subject, @text, @html, @unsubscribe, @now, @expiresAt, @now)`,
	);
	const isDue = sqlite
		.prepare<[object], number>(`SELECT 1 FROM outbox WHERE ${UNDONE} AND due_at <= @now AND held_until <= @now LIMIT 1`)
		.pluck();
	const due = sqlite.prepare<[object], Outgoing>(
		`SELECT id, token, kind, recipient, subject, text, html, unsubscribe,
			created_at AS createdAt, expires_at AS expiresAt, tries
		FROM outbox WHERE ${UNDONE} AND due_at <= @now AND held_until <= @now ORDER BY due_at, id LIMIT @most`,
	);
	const hold = sqlite.prepare('UPDATE outbox SET held_until = @until WHERE id = @id');
	const sent = sqlite.prepare(`UPDATE outbox SET sent_at = @now, held_until = 0, ${WIPED} WHERE id = @id`);
	const again = sqlite.prepare(
		'UPDATE outbox SET tries = tries + 1, due_at = @at, held_until = 0, last_error = @reason WHERE id = @id',
	);
	const giveUp = sqlite.prepare(
		`UPDATE outbox SET tries = tries + 1, given_up_at = @now, held_until = 0, last_error = @reason, ${WIPED} WHERE id = @id`,
	);
	const wipe = sqlite.prepare(
		`UPDATE outbox SET given_up_at = @now, held_until = 0, last_error = 'expired', ${WIPED}
		WHERE ${UNDONE} AND expires_at <= @now AND held_until <= @now`,
	);
	const forget = sqlite.prepare(`DELETE FROM outbox WHERE NOT (${UNDONE}) AND coalesce(sent_at, given_up_at) < ?`);
	const waiting = sqlite.prepare<[object], Outgoing & { dueAt: number }>(
		`SELECT id, token, kind, recipient, subject, text, html, unsubscribe,
			created_at AS createdAt, expires_at AS expiresAt, tries, due_at AS dueAt
		FROM outbox WHERE ${UNDONE} ORDER BY id DESC LIMIT @most`,
	);
	const to = sqlite.prepare<[string], { kind: string; createdAt: number }>(
		'SELECT kind, created_at AS createdAt FROM outbox WHERE recipient = ? ORDER BY id',
	);
	const forgetTo = sqlite.prepare('DELETE FROM outbox WHERE recipient = ?');

	return {
		/** Puts a letter in. */
		add: async ({ usefulFor, unsubscribe, ...letter }: Letter, now: number): Promise<void> => {
			const token = crypto.randomUUID();
			add.run({ ...safeToSend(letter), unsubscribe: unsubscribe ?? null, token, now, expiresAt: now + usefulFor });
		},
		/** Whether any letter is to be sent now: cheap enough to ask again and again. */
		isDue: async (now: number): Promise<boolean> => isDue.get({ now }) === 1,
		/** Takes letters to send; nobody else gets them until `until`, or until they are handed back. */
		take: async (most: number, until: number, now: number): Promise<Outgoing[]> => {
			const letters = due.all({ most, now });
			for (const { id } of letters) hold.run({ id, until });
			return letters;
		},
		/** A letter has arrived: what it said is wiped. */
		sent: async (id: number, now: number): Promise<void> => void sent.run({ id, now }),
		/** A letter did not arrive, and is tried again. */
		again: async (id: number, at: number, reason: string): Promise<void> => void again.run({ id, at, reason }),
		/** A letter will not arrive: what it said is wiped, that it failed is kept. */
		giveUp: async (id: number, reason: string, now: number): Promise<void> => void giveUp.run({ id, reason, now }),
		/** Wipes what letters say that are of no more use. */
		wipeExpired: async (now: number): Promise<void> => void wipe.run({ now }),
		/** Forgets letters done with before a time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
		/** Letters that nobody has sent, newest first. */
		waiting: async (most: number): Promise<(Outgoing & { dueAt: number })[]> => waiting.all({ most }),
		/** What letters an address was written, without what they said. */
		to: async (recipient: string): Promise<{ kind: string; createdAt: number }[]> => to.all(recipient),
		/** Forgets all letters to an address, also those not sent. */
		forgetTo: async (recipient: string): Promise<void> => void forgetTo.run(recipient),
	};
}
