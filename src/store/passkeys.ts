import type { Connection } from './connection.ts';

/** A key that somebody signs in by. Times in unix seconds. */
export interface Passkey {
	id: number;
	person: number;
	/** As WebAuthn has it, in base64url. */
	credential: string;
	publicKey: Uint8Array<ArrayBuffer>;
	handle: string;
	counter: number;
	transports: string[];
	name: string;
	createdAt: number;
	usedAt: number | null;
}

/** What a browser's device is asked to sign; `person` adds a key, null wants to sign in. */
export interface Challenge {
	/** A digest of the browser's secret. */
	device: string;
	challenge: string;
	person: number | null;
	handle: string | null;
	expiresAt: number;
}

type Row = Omit<Passkey, 'publicKey' | 'transports'> & { publicKey: Buffer; transports: string };

const COLUMNS = `id, person, credential, public_key AS publicKey, handle, counter, transports, name,
	created_at AS createdAt, used_at AS usedAt`;

const read = (row: Row): Passkey => ({
	...row,
	publicKey: new Uint8Array(row.publicKey),
	transports: JSON.parse(row.transports),
});

/** Passkeys, and what they are asked to sign. */
export function passkeyQueries({ sqlite }: Connection) {
	const of = sqlite.prepare<[number], Row>(`SELECT ${COLUMNS} FROM passkeys WHERE person = ? ORDER BY id`);
	const byCredential = sqlite.prepare<[string], Row>(`SELECT ${COLUMNS} FROM passkeys WHERE credential = ?`);
	const add = sqlite.prepare(
		`INSERT INTO passkeys (person, credential, public_key, handle, counter, transports, name, created_at)
		VALUES (@person, @credential, @publicKey, @handle, @counter, @transports, @name, @now) ON CONFLICT DO NOTHING`,
	);
	const used = sqlite.prepare(
		'UPDATE passkeys SET counter = @counter, used_at = @now WHERE id = @id AND counter = @was',
	);
	const rename = sqlite.prepare('UPDATE passkeys SET name = @name WHERE id = @id AND person = @person');
	const remove = sqlite.prepare<[number, number], { name: string }>(
		'DELETE FROM passkeys WHERE id = ? AND person = ? RETURNING name',
	);
	const ask = sqlite.prepare(
		'INSERT INTO passkey_challenges (device, challenge, person, handle, expires_at) VALUES (@device, @challenge, @person, @handle, @expiresAt)',
	);
	const take = sqlite.prepare<[string], Challenge>(
		'DELETE FROM passkey_challenges WHERE device = ? RETURNING device, challenge, person, handle, expires_at AS expiresAt',
	);
	const forget = sqlite.prepare('DELETE FROM passkey_challenges WHERE expires_at <= ?');
	return {
		/** Of one person, the oldest first. */
		of: async (person: number): Promise<Passkey[]> => of.all(person).map(read),
		byCredential: async (credential: string): Promise<Passkey | undefined> => {
			const row = byCredential.get(credential);
			return row && read(row);
		},
		/** False when somebody has it already. */
		add: async ({ now, ...key }: Omit<Passkey, 'id' | 'createdAt' | 'usedAt'> & { now: number }): Promise<boolean> =>
			add.run({ ...key, publicKey: Buffer.from(key.publicKey), transports: JSON.stringify(key.transports), now })
				.changes > 0,
		/** It was used and counts anew; false when it was used or removed meanwhile. */
		used: async ({ id, counter: was }: Passkey, counter: number, now: number): Promise<boolean> =>
			used.run({ id, was, counter, now }).changes > 0,
		/** Gives whether it is theirs. */
		rename: async (id: number, person: number, name: string): Promise<boolean> =>
			rename.run({ id, person, name }).changes > 0,
		/** Gives what it was called, if it was theirs. */
		remove: async (id: number, person: number): Promise<string | undefined> => remove.get(id, person)?.name,
		ask: async (challenge: Challenge): Promise<void> => void ask.run(challenge),
		/** Takes what a browser's device was asked, so that nobody can answer it twice. */
		take: async (device: string): Promise<Challenge | undefined> => take.get(device),
		/** Forgets what nobody answered in time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
