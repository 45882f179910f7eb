import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { batchChanges, batches, keptFields, registerRows, registers } from '../../db/schema.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';

/** One register's knowledge of one entry: by which key, number and name it knows it. `goneAt` in unix seconds. */
export type RegisterRow = typeof registerRows.$inferSelect;
export type Batch = typeof batches.$inferSelect;
/** What a batch did to an entry; `before` and `rowBefore` are what undoing it puts back. */
export type BatchChange = typeof batchChanges.$inferSelect;
export type KeptField = typeof keptFields.$inferSelect;

const place = sql.placeholder;

/** Registers, the batches imported from them, and the fields that an import leaves alone. Writes inside `transaction`. */
export function batchQueries(connection: Connection) {
	return {
		...registerParts(connection),
		...batchParts(connection),
		...keptParts(connection),
		...confirmationParts(connection),
	};
}

function registerParts({ db, sqlite }: Connection) {
	const find = db
		.select({ id: registers.id })
		.from(registers)
		.where(and(eq(registers.municipality, place('municipality')), eq(registers.name, place('name'))))
		.prepare();
	const add = sqlite.prepare('INSERT INTO registers (municipality, name) VALUES (?, ?)');
	const lies = sqlite.prepare<[number], string>('SELECT municipality FROM registers WHERE id = ?').pluck();
	const rows = db
		.select()
		.from(registerRows)
		.where(eq(registerRows.register, place('register')))
		.prepare();
	const save = sqlite.prepare(`INSERT OR REPLACE INTO register_rows
		(register, key, listing, number, name_key, hash, batch, gone_at)
		VALUES (@register, @key, @listing, @number, @nameKey, @hash, @batch, @goneAt)`);
	const drop = sqlite.prepare('DELETE FROM register_rows WHERE register = ? AND key = ?');
	const goneFrom = sqlite
		.prepare<[number], number>('SELECT count(*) > 0 AND count(*) = count(gone_at) FROM register_rows WHERE listing = ?')
		.pluck();
	const leading = sqlite.prepare<[number], { register: number; key: string }>(
		`WITH RECURSIVE family AS (SELECT ? AS id UNION SELECT l.id FROM family JOIN listings l ON l.merged_into = family.id)
		SELECT register, key FROM register_rows WHERE gone_at IS NULL AND listing IN (SELECT id FROM family)`,
	);
	const root = sqlite.prepare<[number], { id: number; name: string; why: string | null }>(
		`WITH RECURSIVE way AS (SELECT id, merged_into FROM listings WHERE id = ?
			UNION SELECT l.id, l.merged_into FROM way JOIN listings l ON l.id = way.merged_into)
		SELECT l.id, l.name, l.archived_why AS why FROM way JOIN listings l ON l.id = way.id WHERE l.merged_into IS NULL`,
	);
	const dropOf = sqlite.prepare('DELETE FROM register_rows WHERE register = ? AND listing = ?');
	const findId = (municipality: string, name: string) => find.get({ municipality, name })?.id;
	return {
		/** The id of a municipality's register ('associations', 'osm'), undefined before its first import. */
		register: async (municipality: string, name: string): Promise<number | undefined> => findId(municipality, name),
		/** The same, made when missing. */
		ensureRegister: async (municipality: string, name: string): Promise<number> =>
			findId(municipality, name) ?? Number(add.run(municipality, name).lastInsertRowid),
		/** The municipality whose register it is. */
		municipalityOf: async (register: number): Promise<string | null> => lies.get(register) ?? null,
		/** Every row that a register has ever brought and that stands, also those gone since. */
		rows: async (register: number): Promise<RegisterRow[]> => rows.all({ register }),
		/** Whether registers brought an entry, and none has it any more. */
		goneFromAll: async (listing: number): Promise<boolean> => goneFrom.get(listing) === 1,
		/** The rows that stand of an entry, and of those that were merged into it, in any register. */
		rowsLeadingTo: async (listing: number): Promise<{ register: number; key: string }[]> => leading.all(listing),
		/** The entry that one leads to in the end, and why it is out of sight. */
		rootOf: async (listing: number) => root.get(listing),
		saveRow: async (row: RegisterRow): Promise<void> => void save.run(row),
		dropRow: async (register: number, key: string): Promise<void> => void drop.run(register, key),
		/** Forgets by which key a register knows an entry, before it is known by another. */
		dropRowOf: async (register: number, listing: number): Promise<void> => void dropOf.run(register, listing),
	};
}

function batchParts({ db, sqlite }: Connection) {
	const add = sqlite.prepare(
		'INSERT INTO batches (register, file, sha256, published_at, report) VALUES (@register, @file, @sha256, @at, @report)',
	);
	const one = db
		.select()
		.from(batches)
		.where(eq(batches.id, place('id')))
		.prepare();
	const newest = db
		.select()
		.from(batches)
		.where(and(eq(batches.register, place('register')), isNull(batches.undoneAt)))
		.orderBy(desc(batches.id))
		.limit(1)
		.prepare();
	const ofRegister = db
		.select()
		.from(batches)
		.where(eq(batches.register, place('register')))
		.orderBy(desc(batches.id))
		.prepare();
	const undone = sqlite.prepare('UPDATE batches SET undone_at = ? WHERE id = ?');
	const addChange = sqlite.prepare(`INSERT INTO batch_changes (batch, listing, line, outcome, before, row_before)
		VALUES (@batch, @listing, @line, @outcome, @before, @rowBefore)`);
	const changes = db
		.select()
		.from(batchChanges)
		.where(eq(batchChanges.batch, place('batch')))
		.orderBy(asc(batchChanges.listing))
		.prepare();
	return {
		/** Writes a batch and gives its id. `at` in unix seconds. */
		create: async (batch: { register: number; file: string; sha256: string; at: number; report: unknown }) =>
			Number(add.run({ ...batch, report: JSON.stringify(batch.report) }).lastInsertRowid),
		get: async (id: number): Promise<Batch | undefined> => one.get({ id }),
		/** The newest batch of a register that has not been taken back. */
		newest: async (register: number): Promise<Batch | undefined> => newest.get({ register }),
		/** Every batch of a register, newest first. */
		list: async (register: number): Promise<Batch[]> => ofRegister.all({ register }),
		markUndone: async (id: number, at: number): Promise<void> => void undone.run(at, id),
		addChange: async (change: BatchChange): Promise<void> => {
			const text = (value: unknown) => (value === null ? null : JSON.stringify(value));
			addChange.run({ ...change, before: text(change.before), rowBefore: text(change.rowBefore) });
		},
		changesOf: async (batch: number): Promise<BatchChange[]> => changes.all({ batch }),
	};
}

function keptParts({ db, sqlite }: Connection) {
	const of = db
		.select({ field: keptFields.field })
		.from(keptFields)
		.where(eq(keptFields.listing, place('listing')))
		.prepare();
	const keep = sqlite.prepare('INSERT OR REPLACE INTO kept_fields (listing, field, by, at) VALUES (?, ?, ?, ?)');
	return {
		/** The fields of an entry that an owner or officer has written. */
		keptFields: async (listing: number): Promise<string[]> => of.all({ listing }).map((row) => row.field),
		/** From now on an import leaves these fields of an entry alone. `at` in unix seconds. */
		keep: async (listing: number, fields: readonly string[], by: KeptField['by'], at: number): Promise<void> => {
			for (const field of fields) keep.run(listing, field, by, at);
		},
	};
}

function confirmationParts({ sqlite }: Connection) {
	// What only an import has confirmed, or what people confirmed so long ago that it counts as silent.
	const standing = `FROM listings l WHERE l.archived_at IS NULL AND l.confirmed_at < @at - 86400
		AND l.id IN (SELECT listing FROM register_rows WHERE register = @register AND gone_at IS NULL)
		AND (l.confirmed_by = 'import' OR l.confirmed_at <= CASE l.kind
			WHEN 'activity' THEN @activity WHEN 'venue' THEN @venue ELSE @organisation END)`;
	const note = sqlite.prepare(
		`INSERT INTO batch_confirmations (batch, listing, confirmed_at, confirmed_by)
		SELECT @batch, l.id, l.confirmed_at, l.confirmed_by ${standing}`,
	);
	const confirm = sqlite.prepare(
		`UPDATE listings SET confirmed_at = @at, confirmed_by = 'import'
		WHERE id IN (SELECT listing FROM batch_confirmations WHERE batch = @batch)`,
	);
	// Unless somebody has confirmed it since.
	const takeBack = sqlite.prepare(
		`UPDATE listings SET confirmed_at = c.confirmed_at, confirmed_by = c.confirmed_by
		FROM batch_confirmations c, batches b
		WHERE c.batch = @batch AND b.id = c.batch AND listings.id = c.listing
			AND listings.confirmed_by = 'import' AND listings.confirmed_at = b.published_at`,
	);
	const forget = sqlite.prepare('DELETE FROM batch_confirmations WHERE batch = ?');
	return {
		/**
		 * Confirms what stands in a register unchanged, unless that was done within a day; what people have confirmed, only
		 * where that was at `silent` or before.
		 */
		confirmRows: async (batch: number, register: number, silent: Record<Kind, number>, at: number): Promise<void> => {
			note.run({ ...silent, batch, register, at });
			confirm.run({ batch, at });
		},
		/** Puts back what stood before a batch confirmed it. */
		takeBackConfirmations: async (batch: number): Promise<void> => {
			takeBack.run({ batch });
			forget.run(batch);
		},
	};
}
