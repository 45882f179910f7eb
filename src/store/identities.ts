import type { Connection } from './connection.ts';

/** Who somebody is by a municipality's own sign-in. Times in unix seconds. */
export interface Identity {
	issuer: string;
	subject: string;
	person: number;
	municipality: string;
	/** The role that they have by a group there. */
	role: 'reviewer' | 'administrator' | null;
	firstAt: number;
	lastAt: number;
}

/** Somebody on their way to a municipality's sign-in and back. */
export interface OpenIdAttempt {
	/** A digest of the browser's secret. */
	device: string;
	municipality: string;
	/** Where to go on. */
	next: string;
	expiresAt: number;
}

const COLUMNS = 'issuer, subject, person, municipality, role, first_at AS firstAt, last_at AS lastAt';

/** People by their municipality's own sign-in, and who is on the way there. */
export function identityQueries({ sqlite }: Connection) {
	const get = sqlite.prepare<[string, string, string], Identity>(
		`SELECT ${COLUMNS} FROM identities WHERE issuer = ? AND subject = ? AND municipality = ?`,
	);
	const of = sqlite.prepare<[number], Identity>(`SELECT ${COLUMNS} FROM identities WHERE person = ? ORDER BY first_at`);
	const keep = sqlite.prepare(
		`INSERT INTO identities (issuer, subject, person, municipality, role, first_at, last_at)
		VALUES (@issuer, @subject, @person, @municipality, @role, @now, @now)
		ON CONFLICT DO UPDATE SET role = excluded.role, last_at = excluded.last_at`,
	);
	const begin = sqlite.prepare(
		'INSERT INTO openid_attempts (device, municipality, next, expires_at) VALUES (@device, @municipality, @next, @expiresAt)',
	);
	const take = sqlite.prepare<[string], OpenIdAttempt>(
		'DELETE FROM openid_attempts WHERE device = ? RETURNING device, municipality, next, expires_at AS expiresAt',
	);
	const forget = sqlite.prepare('DELETE FROM openid_attempts WHERE expires_at <= ?');
	return {
		/** Two municipalities may share one provider. */
		get: async (issuer: string, subject: string, municipality: string): Promise<Identity | undefined> =>
			get.get(issuer, subject, municipality),
		/** All of a person's. */
		of: async (person: number): Promise<Identity[]> => of.all(person),
		/** Keeps who somebody is, and what role they have by it now. */
		keep: async (identity: Omit<Identity, 'firstAt' | 'lastAt'> & { now: number }): Promise<void> =>
			void keep.run(identity),
		begin: async (attempt: OpenIdAttempt): Promise<void> => void begin.run(attempt),
		/** Takes an attempt, so that nobody can come back from it twice. */
		take: async (device: string): Promise<OpenIdAttempt | undefined> => take.get(device),
		/** Forgets those who did not come back in time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
