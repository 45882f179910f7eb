import type { Connection } from './connection.ts';

/** That somebody asked to sign in; the secrets as digests, times in unix seconds. */
export interface SignIn {
	id: number;
	email: string;
	device: string;
	code: string;
	link: string;
	locale: 'sv' | 'en';
	/** Where to go on. */
	next: string;
	tries: number;
	createdAt: number;
	expiresAt: number;
	usedAt: number | null;
}

/** Those who are about to sign in. */
export function signInQueries({ sqlite }: Connection) {
	const add = sqlite.prepare(
		`INSERT INTO sign_ins (email, device, code, link, locale, next, created_at, expires_at)
		VALUES (@email, @device, @code, @link, @locale, @next, @createdAt, @expiresAt)`,
	);
	const byDevice = sqlite.prepare<[string], SignIn>(
		`SELECT id, email, device, code, link, locale, next, tries,
			created_at AS createdAt, expires_at AS expiresAt, used_at AS usedAt
		FROM sign_ins WHERE device = ?`,
	);
	const count = sqlite
		.prepare<[string, number], number>('SELECT count(*) FROM sign_ins WHERE email = ? AND created_at > ?')
		.pluck();
	const failed = sqlite.prepare('UPDATE sign_ins SET tries = tries + 1 WHERE id = ?');
	const used = sqlite.prepare('UPDATE sign_ins SET used_at = ? WHERE id = ?');
	const forget = sqlite.prepare('DELETE FROM sign_ins WHERE expires_at < ?');
	const times = sqlite
		.prepare<[string], number>('SELECT created_at FROM sign_ins WHERE email = ? ORDER BY created_at')
		.pluck();
	const forgetOf = sqlite.prepare('DELETE FROM sign_ins WHERE email = ?');
	return {
		add: async (signIn: Omit<SignIn, 'id' | 'tries' | 'usedAt'>): Promise<void> => void add.run(signIn),
		byDevice: async (device: string): Promise<SignIn | undefined> => byDevice.get(device),
		/** How many asked with an address after a time. */
		countSince: async (email: string, time: number): Promise<number> => count.get(email, time)!,
		/** Somebody showed the wrong code. */
		failed: async (id: number): Promise<void> => void failed.run(id),
		used: async (id: number, now: number): Promise<void> => void used.run(now, id),
		/** When somebody asked with an address, as far as it is still known. */
		of: async (email: string): Promise<number[]> => times.all(email),
		/** Forgets all with an address. */
		forgetOf: async (email: string): Promise<void> => void forgetOf.run(email),
		/** Forgets those that ended before a time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
