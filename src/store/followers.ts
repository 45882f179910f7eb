import type { Connection } from './connection.ts';

/** A row that has a listing, as it was before it followed: its id, and what was changed in it. */
interface Followed {
	id: number;
	before: Record<string, string | number | null>;
}

type Table = 'revisions' | 'claims' | 'error_reports';

/** What followed from an entry to the one it was merged into. */
export interface Moved {
	/** Ids of the activities that it held, and of those that took place there. */
	held: number[];
	hosted: number[];
	/** Ids of the venues that it kept. */
	keeps: number[];
	rows: Record<Table, Followed[]>;
	/** Whole rows; `absorbed` is the role of the same person in the one kept, as it was. */
	roles: { row: RoleRow; absorbed: { id: number; role: string } | null }[];
	fields: { field: string; before: KeptRow | null }[];
	/** Entries that are, like those of the one gone, another than the one kept. */
	apart: number[];
	/** Ids of its contact persons. A merge of before there were any has none. */
	contacts?: number[];
}

interface RoleRow {
	id: number;
	person: number;
	role: string;
	given_at: number;
	given_by: number | null;
}
interface KeptRow {
	by: string;
	at: number;
}
interface Pair {
	kept: number;
	gone: number;
	at: number;
	by: number;
}

/** Of two open ones of the same person one is enough: the one of the entry that is gone ends. */
const ENDS: Record<Table, { open: string; end: string; columns: string } | null> = {
	revisions: {
		open: "state = 'proposed'",
		end: "state = 'withdrawn', decided_at = @at, decided_by = @by",
		columns: 'state, decided_at, decided_by',
	},
	claims: {
		open: "state IN ('begun', 'waiting')",
		end: "state = 'withdrawn', code = NULL, expires_at = NULL, decided_at = @at, decided_by = @by",
		columns: 'state, code, expires_at, decided_at, decided_by',
	},
	error_reports: null,
};

/** Moves what belongs to an entry to another, and back. */
export function followers({ sqlite }: Connection) {
	const tables = (Object.keys(ENDS) as Table[]).map((table) => [table, follower(sqlite, table)] as const);
	const refs = {
		held: reference(sqlite, 'activities', 'organisation'),
		hosted: reference(sqlite, 'activities', 'venue'),
		keeps: reference(sqlite, 'venues', 'keeper'),
	};
	const roles = roleFollower(sqlite);
	const fields = fieldFollower(sqlite);
	const contacts = contactFollower(sqlite);
	const others = sqlite
		.prepare<{ gone: number; kept: number }, number>(
			`SELECT CASE one WHEN @gone THEN other ELSE one END AS id FROM not_same WHERE (one = @gone OR other = @gone) AND @kept NOT IN (one, other)
			EXCEPT SELECT CASE one WHEN @kept THEN other ELSE one END FROM not_same WHERE one = @kept OR other = @kept`,
		)
		.pluck();
	const addApart = sqlite.prepare(
		'INSERT INTO not_same (one, other, by, at) VALUES (min(@a, @b), max(@a, @b), @by, @at)',
	);
	const dropApart = sqlite.prepare('DELETE FROM not_same WHERE one = min(@a, @b) AND other = max(@a, @b) AND at = @at');

	return {
		/** Everything of `gone` becomes that of `kept`; gives what it was. `keeps`: fields that an import leaves alone from now on. */
		follow(pair: Pair, keeps: readonly string[]): Moved {
			const rows = Object.fromEntries(tables.map(([table, { move }]) => [table, move(pair)])) as Moved['rows'];
			const apart = others.all({ gone: pair.gone, kept: pair.kept });
			for (const other of apart) addApart.run({ a: pair.kept, b: other, by: pair.by, at: pair.at });
			return {
				held: refs.held.move(pair),
				hosted: refs.hosted.move(pair),
				keeps: refs.keeps.move(pair),
				rows,
				roles: roles.move(pair),
				fields: fields.keep(pair, keeps),
				apart,
				contacts: contacts.move(pair),
			};
		},
		/** What is still where it went goes back. What was changed since is left as it is. */
		restore(pair: Omit<Pair, 'by'>, moved: Moved): void {
			for (const [table, { back }] of tables) back(pair, moved.rows[table]);
			refs.held.back(pair, moved.held);
			refs.hosted.back(pair, moved.hosted);
			refs.keeps.back(pair, moved.keeps);
			roles.back(pair, moved.roles);
			fields.back(pair, moved.fields);
			contacts.back(pair, moved.contacts ?? []);
			for (const other of moved.apart) dropApart.run({ a: pair.kept, b: other, at: pair.at });
		},
	};
}

type Sqlite = Connection['sqlite'];

/** Who refers to an entry by a column of its own. The finder is told of each. */
function reference(sqlite: Sqlite, table: string, column: string) {
	const all = sqlite.prepare<[number], number>(`SELECT id FROM ${table} WHERE ${column} = ? ORDER BY id`).pluck();
	const set = sqlite.prepare(`UPDATE ${table} SET ${column} = @to WHERE id = @id AND ${column} = @from`);
	const announce = sqlite.prepare('INSERT OR REPLACE INTO changes (listing) VALUES (?)');
	function point(ids: readonly number[], from: number, to: number): void {
		for (const id of ids) if (set.run({ id, from, to }).changes) announce.run(id);
	}
	return {
		move({ kept, gone }: Pair): number[] {
			const ids = all.all(gone);
			point(ids, gone, kept);
			return ids;
		},
		back: ({ kept, gone }: { kept: number; gone: number }, ids: readonly number[]) => point(ids, kept, gone),
	};
}

function follower(sqlite: Sqlite, table: Table) {
	const ends = ENDS[table];
	const columns = `municipality${ends ? `, ${ends.columns}` : ''}`;
	const all = sqlite.prepare<[number], Record<string, string | number | null>>(
		`SELECT id, ${columns} FROM ${table} WHERE listing = ? ORDER BY id`,
	);
	const end =
		ends &&
		sqlite.prepare(
			`UPDATE ${table} SET ${ends.end} WHERE listing = @gone AND ${ends.open}
			AND person IN (SELECT person FROM ${table} WHERE listing = @kept AND ${ends.open})`,
		);
	const move = sqlite.prepare(
		`UPDATE ${table} SET listing = @kept, municipality = (SELECT municipality FROM listings WHERE id = @kept) WHERE listing = @gone`,
	);
	const back = sqlite.prepare(
		`UPDATE ${table} SET listing = @gone, municipality = @municipality WHERE id = @id AND listing = @kept`,
	);
	// What the merge itself ended opens again; what people decided since stays decided.
	const open =
		ends &&
		sqlite.prepare(
			`UPDATE ${table} SET ${ends.columns
				.split(', ')
				.map((column) => `${column} = @${column}`)
				.join(', ')}
			WHERE id = @id AND listing = @gone AND state = 'withdrawn' AND decided_at = @at AND @state <> 'withdrawn'`,
		);
	return {
		move(pair: Pair): Followed[] {
			const rows = all.all(pair.gone).map(({ id, ...before }) => ({ id: Number(id), before }));
			end?.run(pair);
			move.run(pair);
			return rows;
		},
		back(pair: { kept: number; gone: number; at: number }, rows: readonly Followed[]): void {
			for (const { id, before } of rows) {
				back.run({ ...pair, id, municipality: before.municipality });
				open?.run({ ...pair, ...before, id });
			}
		},
	};
}

function roleFollower(sqlite: Sqlite) {
	const all = sqlite.prepare<[number], RoleRow>(
		'SELECT id, person, role, given_at, given_by FROM roles WHERE listing = ? ORDER BY id',
	);
	const own = sqlite.prepare<[number, number], { id: number; role: string }>(
		'SELECT id, role FROM roles WHERE listing = ? AND person = ?',
	);
	const drop = sqlite.prepare('DELETE FROM roles WHERE id = ?');
	const raise = sqlite.prepare("UPDATE roles SET role = 'owner' WHERE id = ?");
	const lower = sqlite.prepare("UPDATE roles SET role = @role WHERE id = @id AND role = 'owner'");
	const move = sqlite.prepare('UPDATE roles SET listing = @to WHERE id = @id AND listing = @from');
	const again = sqlite.prepare(`INSERT INTO roles (id, person, role, listing, municipality, given_at, given_by)
		SELECT @id, @person, @role, @gone, NULL, @given_at, (SELECT id FROM people WHERE id = @given_by)
		WHERE EXISTS (SELECT 1 FROM people WHERE id = @person)`);
	return {
		move({ kept, gone }: Pair): Moved['roles'] {
			return all.all(gone).map((row) => {
				const absorbed = own.get(kept, row.person) ?? null;
				if (!absorbed) move.run({ id: row.id, from: gone, to: kept });
				else drop.run(row.id);
				if (absorbed && row.role === 'owner') raise.run(absorbed.id);
				return { row, absorbed };
			});
		},
		back({ kept, gone }: { kept: number; gone: number }, roles: Moved['roles']): void {
			for (const { row, absorbed } of roles) {
				if (!absorbed) move.run({ id: row.id, from: kept, to: gone });
				// Who has lost the one role since has lost both.
				else if (own.get(kept, row.person)) {
					lower.run(absorbed);
					again.run({ ...row, gone });
				}
			}
		},
	};
}

function fieldFollower(sqlite: Sqlite) {
	const one = sqlite.prepare<[number, string], KeptRow>(
		'SELECT by, at FROM kept_fields WHERE listing = ? AND field = ?',
	);
	const set = sqlite.prepare(
		'INSERT OR REPLACE INTO kept_fields (listing, field, by, at) VALUES (@kept, @field, @by, @at)',
	);
	const drop = sqlite.prepare('DELETE FROM kept_fields WHERE listing = ? AND field = ?');
	return {
		keep({ kept, at }: Pair, keeps: readonly string[]): Moved['fields'] {
			return keeps.map((field) => {
				const before = one.get(kept, field) ?? null;
				set.run({ kept, field, by: 'officer', at });
				return { field, before };
			});
		},
		back({ kept, at }: { kept: number; at: number }, fields: Moved['fields']): void {
			for (const { field, before } of fields) {
				const now = one.get(kept, field);
				if (now?.at !== at || now.by !== 'officer') continue;
				if (before) set.run({ kept, field, ...before });
				else drop.run(kept, field);
			}
		},
	};
}

/** Their consent is one to be shown for the entry, also when it is the same as another. Who is asked twice is asked of the one kept. */
function contactFollower(sqlite: Sqlite) {
	const twice = sqlite.prepare(
		'DELETE FROM contact_persons WHERE listing = @gone AND email IN (SELECT email FROM contact_persons WHERE listing = @kept)',
	);
	const move = sqlite
		.prepare<object, number>('UPDATE contact_persons SET listing = @kept WHERE listing = @gone RETURNING id')
		.pluck();
	const back = sqlite.prepare('UPDATE contact_persons SET listing = @gone WHERE id = @id AND listing = @kept');
	const refusals = sqlite.prepare(
		`INSERT INTO contact_refusals (listing, print, at) SELECT @kept, print, at FROM contact_refusals WHERE listing = @gone
		ON CONFLICT DO UPDATE SET at = max(at, excluded.at)`,
	);
	return {
		move({ kept, gone }: Pair): number[] {
			twice.run({ kept, gone });
			// A no to the one is a no to both.
			refusals.run({ kept, gone });
			return move.all({ kept, gone });
		},
		back({ kept, gone }: { kept: number; gone: number }, ids: readonly number[]): void {
			for (const id of ids) back.run({ id, kept, gone });
		},
	};
}
