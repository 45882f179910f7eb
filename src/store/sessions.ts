import type { SignInWay } from '../domain/session.ts';
import type { Connection } from './connection.ts';

/** A browser that somebody has signed in with. Secrets as digests, times in unix seconds. */
export interface Session {
	id: number;
	person: number;
	token: string;
	previous: string | null;
	agent: string;
	way: SignInWay;
	createdAt: number;
	rotatedAt: number;
	seenAt: number;
	/** When its person showed who they are. */
	provedAt: number;
}

const COLUMNS =
	'id, person, token, previous, agent, way, created_at AS createdAt, rotated_at AS rotatedAt, seen_at AS seenAt, coalesce(proved_at, created_at) AS provedAt';

/** Sessions: who is signed in where. */
export function sessionQueries({ sqlite }: Connection) {
	const byToken = sqlite.prepare<[string, string], Session>(
		`SELECT ${COLUMNS} FROM sessions WHERE token = ? OR previous = ?`,
	);
	const of = sqlite.prepare<[number], Session>(
		`SELECT ${COLUMNS} FROM sessions WHERE person = ? ORDER BY seen_at DESC, id DESC`,
	);
	const add = sqlite.prepare(
		'INSERT INTO sessions (person, token, agent, way, created_at, rotated_at, seen_at, proved_at) VALUES (@person, @token, @agent, @way, @now, @now, @now, @provedAt)',
	);
	const rotate = sqlite.prepare(
		'UPDATE sessions SET token = @token, previous = @previous, rotated_at = @now, seen_at = @now WHERE id = @id AND token = @was',
	);
	const note = sqlite.prepare(
		'UPDATE sessions SET seen_at = @now, previous = CASE WHEN @arrived THEN NULL ELSE previous END WHERE id = @id',
	);
	const end = sqlite.prepare('DELETE FROM sessions WHERE id = ? AND person = ?');
	const endOthers = sqlite.prepare('DELETE FROM sessions WHERE person = ? AND id <> ?');
	const forget = sqlite.prepare('DELETE FROM sessions WHERE seen_at < ? OR created_at < ?');
	return {
		byToken: async (digest: string): Promise<Session | undefined> => byToken.get(digest, digest),
		/** Of one person, the one used last first. */
		of: async (person: number): Promise<Session[]> => of.all(person),
		/** `way`: how it was begun; a letter, if not said. `provedAt`: now, if not said. */
		add: async (session: {
			person: number;
			token: string;
			agent: string;
			way?: SignInWay;
			provedAt?: number | null;
			now: number;
		}): Promise<void> => void add.run({ way: 'letter', provedAt: null, ...session }),
		/** A new secret; the one shown stays good until the new one has been seen. False when another request was first. */
		rotate: async ({ id, token: was }: Session, token: string, previous: string, now: number): Promise<boolean> =>
			rotate.run({ id, was, token, previous, now }).changes > 0,
		/** It is used now; `arrived`: with its new secret, so that the one before is of no more use. */
		note: async (id: number, now: number, arrived: boolean): Promise<void> =>
			void note.run({ id, now, arrived: arrived ? 1 : 0 }),
		/** Ends one of a person's own. Gives whether there was one. */
		end: async (id: number, person: number): Promise<boolean> => end.run(id, person).changes > 0,
		/** Ends all of a person's but one (0: all). */
		endOthers: async (person: number, id: number): Promise<void> => void endOthers.run(person, id),
		/** Forgets those not seen since a time, or begun before another. */
		forgetBefore: async (seen: number, created: number): Promise<void> => void forget.run(seen, created),
	};
}
