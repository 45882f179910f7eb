import type { SuggestionState } from '../domain/report-whats.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';

/** A place that somebody misses here, and what became of it. Times in unix seconds. */
export interface Suggestion {
	id: number;
	entryKind: Kind;
	name: string;
	municipality: string;
	/** Where it is, in the teller's words. */
	place: string | null;
	/** How they know. */
	message: string;
	replyTo: string | null;
	locale: 'sv' | 'en';
	/** The digest of the secret by which it is followed. */
	follow: string;
	state: SuggestionState;
	/** The entry that it became, or was already. */
	listing: number | null;
	words: string | null;
	at: number;
	handledAt: number | null;
}

const COLUMNS = `id, entry_kind AS entryKind, name, municipality, place, message, reply_to AS replyTo, locale, follow, state, listing,
	words, at, handled_at AS handledAt`;

/** Places that people miss. */
export function suggestionQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Suggestion>(`SELECT ${COLUMNS} FROM suggestions WHERE id = ?`);
	const byFollow = sqlite.prepare<[string], Suggestion>(`SELECT ${COLUMNS} FROM suggestions WHERE follow = ?`);
	const add = sqlite.prepare(
		`INSERT INTO suggestions (entry_kind, name, municipality, place, message, reply_to, locale, follow, at)
		VALUES (@entryKind, @name, @municipality, @place, @message, @replyTo, @locale, @follow, @at)`,
	);
	const decide = sqlite.prepare(
		`UPDATE suggestions SET state = @state, listing = @listing, words = @words, handled_at = @now, decided_by = @by
		WHERE id = @id AND state = 'open'`,
	);
	const wipe = sqlite.prepare('UPDATE suggestions SET reply_to = NULL WHERE id = ?');
	const wipeOld = sqlite.prepare(
		'UPDATE suggestions SET reply_to = NULL WHERE reply_to IS NOT NULL AND (handled_at < @handled OR at < @made)',
	);
	const forget = sqlite.prepare('DELETE FROM suggestions WHERE handled_at < ?');
	return {
		get: async (id: number): Promise<Suggestion | undefined> => byId.get(id),
		/** The one that a digest of a secret belongs to. */
		byFollow: async (follow: string): Promise<Suggestion | undefined> => byFollow.get(follow),
		/** Keeps a suggestion and gives its number. */
		add: async (made: Omit<Suggestion, 'id' | 'state' | 'listing' | 'words' | 'handledAt'>): Promise<number> =>
			Number(add.run(made).lastInsertRowid),
		/** False when somebody else was first. */
		decide: async (
			id: number,
			decision: {
				state: Exclude<SuggestionState, 'open'>;
				listing: number | null;
				words: string | null;
				by: number;
				now: number;
			},
		): Promise<boolean> => decide.run({ id, ...decision }).changes > 0,
		/** The teller's address is wiped. */
		wipeReply: async (id: number): Promise<void> => void wipe.run(id),
		/** Wipes addresses of what was decided before `handled`, or told before `made`. */
		wipeReplies: async (handled: number, made: number): Promise<void> => void wipeOld.run({ handled, made }),
		/** Forgets what was decided before a time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
