import type { RoleHeld } from '../domain/permission.ts';
import type { Actor, Person } from '../domain/person.ts';
import type { Connection } from './connection.ts';
import { KEEPING } from './keeping.ts';
import { isPublic } from './public.ts';

const COLUMNS = 'id, email, name, locale, created_at AS createdAt';

/** A role somebody has, for those who give roles. */
export interface RoleGiven extends RoleHeld {
	id: number;
	person: number;
	email: string;
	givenAt: number;
}

/** People who can sign in, and their roles. Times in unix seconds. */
export function peopleQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Person>(`SELECT ${COLUMNS} FROM people WHERE id = ?`);
	const byEmail = sqlite.prepare<[string], Person>(`SELECT ${COLUMNS} FROM people WHERE email = ?`);
	const add = sqlite.prepare('INSERT INTO people (email, locale, created_at) VALUES (?, ?, ?)');
	const rename = sqlite.prepare('UPDATE people SET name = ? WHERE id = ?');
	const erase = sqlite.prepare('DELETE FROM people WHERE id = ?');
	const forgetIdle = sqlite.prepare(`DELETE FROM people WHERE created_at < ?
		AND NOT EXISTS (SELECT 1 FROM roles WHERE person = people.id)
		AND NOT EXISTS (SELECT 1 FROM sessions WHERE person = people.id)
		AND NOT EXISTS (SELECT 1 FROM passkeys WHERE person = people.id)
		AND NOT EXISTS (SELECT 1 FROM identities WHERE person = people.id)
		AND NOT EXISTS (SELECT 1 FROM claims WHERE person = people.id AND state IN ('begun', 'waiting'))
		AND NOT EXISTS (SELECT 1 FROM revisions WHERE person = people.id AND state IN ('proposed', 'returned'))`);
	const rolesOf = sqlite.prepare<[number], RoleHeld>(
		'SELECT role, listing, municipality FROM roles WHERE person = ? ORDER BY id',
	);
	const give = sqlite.prepare(
		`INSERT INTO roles (person, role, listing, municipality, given_at, given_by) VALUES (@person, @role, @listing, @municipality, @now, @by)
		ON CONFLICT DO UPDATE SET role = excluded.role, given_at = excluded.given_at, given_by = excluded.given_by`,
	);
	const take = sqlite.prepare(
		'DELETE FROM roles WHERE person = @person AND listing IS @listing AND municipality IS @municipality',
	);
	const held = `SELECT roles.id, person, email, role, listing, municipality, given_at AS givenAt
		FROM roles JOIN people ON people.id = person`;
	const holders = sqlite.prepare<[], RoleGiven>(`${held} ORDER BY municipality, role, email`);
	const holdersOf = sqlite.prepare<[number], RoleGiven>(`${held} WHERE listing = ? ORDER BY role, email`);

	const askedOf = sqlite
		.prepare<[number], number>(
			`SELECT k.person FROM ${KEEPING} k JOIN people p ON p.id = k.person
			WHERE k.listing = ? AND k.asked ORDER BY k.role, p.email`,
		)
		.pluck();
	const through = sqlite.prepare<[number], { host: number; listing: number }>(
		`SELECT k.through AS host, k.listing FROM ${KEEPING} k JOIN listings l ON l.id = k.listing
		WHERE k.person = ? AND k.through IS NOT NULL AND ${isPublic('l')} ORDER BY l.name, l.id`,
	);
	const staff = sqlite.prepare<[], { all: number; strong: number }>(
		`SELECT count(*) AS "all", total(EXISTS (SELECT 1 FROM passkeys p WHERE p.person = s.person)
			OR EXISTS (SELECT 1 FROM identities i WHERE i.person = s.person)) AS strong
		FROM (SELECT DISTINCT person FROM roles WHERE listing IS NULL) s`,
	);
	const holdersIn = sqlite.prepare<[object], RoleGiven>(
		`${held} WHERE listing IS @listing AND municipality IS @municipality ORDER BY role, email`,
	);

	return {
		/** The person with this id, as a person only. */
		get: async (id: number): Promise<Person | undefined> => byId.get(id),
		/** The person with this address. */
		byEmail: async (email: string): Promise<Person | undefined> => byEmail.get(email),
		/** The person with this id and all they may do. */
		actor: async (id: number): Promise<Actor | undefined> => {
			const person = byId.get(id);
			return person && { ...person, roles: rolesOf.all(id) };
		},
		/** The id of who has this address; they are made known if they were not. */
		known: async (email: string, locale: Person['locale'], now: number): Promise<number> =>
			byEmail.get(email)?.id ?? Number(add.run(email, locale, now).lastInsertRowid),
		/** Gives somebody another name, or none. */
		rename: async (id: number, name: string | null): Promise<void> => void rename.run(name, id),
		/** Real erasure, with their sessions and roles. */
		erase: async (id: number): Promise<void> => void erase.run(id),
		/** Erases accounts made before a time by which nobody does anything. */
		forgetIdle: async (time: number): Promise<void> => void forgetIdle.run(time),
		/** Gives a role; one that they have in the same scope is changed into it. `by`: the giver's id, null for the operator's terminal. */
		give: async (person: number, held: RoleHeld, by: number | null, now: number): Promise<void> =>
			void give.run({ person, ...held, by, now }),
		/** Takes what role somebody has in a scope. Gives whether there was one. */
		take: async (person: number, { listing, municipality }: Omit<RoleHeld, 'role'>): Promise<boolean> =>
			take.run({ person, listing, municipality }).changes > 0,
		/** Who looks after an entry. */
		rolesFor: async (listing: number): Promise<RoleGiven[]> => holdersOf.all(listing),
		/** Who is told and asked of an entry: those with a role in it, else the owners of the organisation that holds it. */
		askedOf: async (listing: number): Promise<number[]> => askedOf.all(listing),
		/** The public activities that somebody looks after as one who looks after the organisation that holds them. */
		through: async (person: number): Promise<{ host: number; listing: number }[]> => through.all(person),
		/** Who has a role in a scope: an entry, a municipality, or (both null) the instance. */
		rolesIn: async ({ listing, municipality }: Omit<RoleHeld, 'role'>): Promise<RoleGiven[]> =>
			holdersIn.all({ listing, municipality }),
		/** How many work for others here, and how many of them can sign in by more than a letter. */
		staff: async (): Promise<{ all: number; strong: number }> => staff.get()!,
		/** Everybody's roles. */
		roles: async (): Promise<RoleGiven[]> => holders.all(),
	};
}
