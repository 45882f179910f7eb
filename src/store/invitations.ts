import type { RoleHeld } from '../domain/permission.ts';
import type { Connection } from './connection.ts';

/** Somebody is asked to take a role. Times in unix seconds. */
export interface Invitation extends RoleHeld {
	id: number;
	email: string;
	invitedBy: number | null;
	madeAt: number;
	expiresAt: number;
	endedAt: number | null;
}

const COLUMNS = `id, email, role, listing, municipality, invited_by AS invitedBy, made_at AS madeAt,
	expires_at AS expiresAt, ended_at AS endedAt`;
const OPEN = 'ended_at IS NULL AND expires_at > @now';

/** Invitations to take a role. */
export function invitationQueries({ sqlite }: Connection) {
	const get = sqlite.prepare<[number], Invitation>(`SELECT ${COLUMNS} FROM invitations WHERE id = ?`);
	const open = sqlite.prepare<[object], Invitation>(
		`SELECT ${COLUMNS} FROM invitations
		WHERE listing IS @listing AND municipality IS @municipality AND ${OPEN} ORDER BY email`,
	);
	const to = sqlite.prepare<[object], Invitation>(
		`SELECT ${COLUMNS} FROM invitations WHERE email = @email AND ${OPEN} ORDER BY id`,
	);
	const replace = sqlite.prepare(
		`UPDATE invitations SET ended_at = @now
		WHERE email = @email AND listing IS @listing AND municipality IS @municipality AND ended_at IS NULL`,
	);
	const add = sqlite.prepare(
		`INSERT INTO invitations (email, role, listing, municipality, invited_by, made_at, expires_at)
		VALUES (@email, @role, @listing, @municipality, @by, @now, @expiresAt)`,
	);
	const count = sqlite
		.prepare<[number, number], number>('SELECT count(*) FROM invitations WHERE invited_by = ? AND made_at > ?')
		.pluck();
	const end = sqlite.prepare('UPDATE invitations SET ended_at = @now WHERE id = @id AND ended_at IS NULL');
	const forgetTo = sqlite.prepare('DELETE FROM invitations WHERE email = ?');
	const forget = sqlite.prepare('DELETE FROM invitations WHERE expires_at < ?');
	return {
		get: async (id: number): Promise<Invitation | undefined> => get.get(id),
		/** Those that somebody may still accept, for a scope. */
		open: async ({ listing, municipality }: Omit<RoleHeld, 'role'>, now: number): Promise<Invitation[]> =>
			open.all({ listing, municipality, now }),
		/** Those that an address may still accept. */
		to: async (email: string, now: number): Promise<Invitation[]> => to.all({ email, now }),
		/** A newer one to the same address and for the same takes the place of the one before. Gives its number. */
		add: async (
			invitation: RoleHeld & { email: string; by: number; now: number; expiresAt: number },
		): Promise<number> => {
			const { email, listing, municipality, now } = invitation;
			replace.run({ email, listing, municipality, now });
			return Number(add.run(invitation).lastInsertRowid);
		},
		/** How many somebody has sent since a time. */
		countSince: async (by: number, time: number): Promise<number> => count.get(by, time)!,
		/** It is accepted, declined or withdrawn; false when it was already. */
		end: async (id: number, now: number): Promise<boolean> => end.run({ id, now }).changes > 0,
		/** Forgets all to an address. */
		forgetTo: async (email: string): Promise<void> => void forgetTo.run(email),
		/** Forgets those that ran out before a time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
