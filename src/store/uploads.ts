import type { RowFate, UploadState } from '../domain/upload-state.ts';
import type { Connection } from './connection.ts';

/** A register that was handed in by the web. Times in unix seconds. */
export interface Upload {
	id: number;
	municipality: string;
	person: number | null;
	fileName: string;
	size: number;
	/** By which the file is found; null when it is gone. */
	token: string | null;
	state: UploadState;
	reason: string | null;
	/** Which column means what; null leaves it to the recogniser. */
	mapping: unknown;
	/** What was read: the shape is intake/uploaded.ts's. */
	found: unknown;
	digest: string | null;
	batch: number | null;
	tries: number;
	madeAt: number;
	changedAt: number;
}

/** What would become of one row. */
export interface UploadRow {
	fate: RowFate;
	/** Where it stands in the file; null for what is no longer in it. */
	line: number | null;
	/** Null for persons, and where there is none. */
	name: string | null;
	differences: { field: string; before: unknown; after: unknown }[];
	problems: { field: string; reason: string; value: string }[];
}

/** What changes with the state. */
export interface UploadMove {
	state: UploadState;
	now: number;
	reason?: string | null;
	mapping?: unknown;
	found?: unknown;
	digest?: string | null;
	batch?: number;
	token?: null;
}

const COLUMNS = `id, municipality, person, file_name AS fileName, size, token, state, reason, mapping, found, digest, batch, tries,
	made_at AS madeAt, changed_at AS changedAt`;
type Row = Omit<Upload, 'mapping' | 'found'> & { mapping: string | null; found: string | null };
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
const read = (row: Row): Upload => ({ ...row, mapping: parsed(row.mapping), found: parsed(row.found) });
const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
type StoredRow = Omit<UploadRow, 'differences' | 'problems'> & { differences: string; problems: string };

/** Registers on their way in by the web. */
export function uploadQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Row>(`SELECT ${COLUMNS} FROM uploads WHERE id = ?`);
	const of = sqlite.prepare<[string], Row>(
		`SELECT ${COLUMNS} FROM uploads WHERE municipality IN (SELECT value FROM json_each(?)) AND state <> 'dropped' ORDER BY id DESC LIMIT 50`,
	);
	const live = sqlite
		.prepare<[string], number>(
			"SELECT count(*) FROM uploads WHERE municipality = ? AND state IN ('reading', 'ready', 'failed', 'publishing')",
		)
		.pluck();
	const next = sqlite.prepare<[], Row>(
		`SELECT ${COLUMNS} FROM uploads WHERE state IN ('reading', 'publishing', 'undoing') ORDER BY id LIMIT 1`,
	);
	const add = sqlite.prepare(
		`INSERT INTO uploads (municipality, person, file_name, size, token, state, made_at, changed_at)
		VALUES (@municipality, @person, @fileName, @size, @token, 'reading', @now, @now)`,
	);
	const move = sqlite.prepare(
		`UPDATE uploads SET state = @state, changed_at = @now, tries = 0, reason = @reason,
			mapping = CASE WHEN @setMapping THEN @mapping ELSE mapping END,
			found = CASE WHEN @setFound THEN @found ELSE found END,
			digest = coalesce(@digest, digest), batch = coalesce(@batch, batch),
			token = CASE WHEN @forget THEN NULL ELSE token END
		WHERE id = @id AND state IN (SELECT value FROM json_each(@from))`,
	);
	const tried = sqlite.prepare('UPDATE uploads SET tries = tries + 1 WHERE id = ?');
	const old = sqlite.prepare<[number], Row>(
		`SELECT ${COLUMNS} FROM uploads WHERE state IN ('ready', 'failed') AND changed_at < ? LIMIT 100`,
	);
	const tokens = sqlite.prepare<[], string>('SELECT token FROM uploads WHERE token IS NOT NULL').pluck();
	const addRow = sqlite.prepare(
		`INSERT INTO upload_rows (upload, place, fate, line, name, differences, problems)
		VALUES (@upload, @place, @fate, @line, @name, @differences, @problems)`,
	);
	const dropRows = sqlite.prepare('DELETE FROM upload_rows WHERE upload = ?');
	const rows = sqlite.prepare<[object], StoredRow>(
		`SELECT fate, line, name, differences, problems FROM upload_rows
		WHERE upload = @upload AND fate = @fate ORDER BY place LIMIT @most OFFSET @skip`,
	);
	const counts = sqlite.prepare<[number], { fate: RowFate; count: number }>(
		'SELECT fate, count(*) AS count FROM upload_rows WHERE upload = ? GROUP BY fate',
	);
	return {
		get: async (id: number): Promise<Upload | undefined> => {
			const row = byId.get(id);
			return row && read(row);
		},
		/** The newest of some municipalities, newest first; at most 50. */
		of: async (municipalities: readonly string[]): Promise<Upload[]> =>
			of.all(JSON.stringify(municipalities)).map(read),
		/** How many of a municipality are on their way. */
		live: async (municipality: string): Promise<number> => live.get(municipality)!,
		/** What is to be worked on next. */
		next: async (): Promise<Upload | undefined> => {
			const row = next.get();
			return row && read(row);
		},
		add: async (upload: {
			municipality: string;
			person: number;
			fileName: string;
			size: number;
			token: string;
			now: number;
		}): Promise<number> => Number(add.run(upload).lastInsertRowid),
		/** Moves it on, if it is in one of the states `from`; gives whether it was. */
		move: async (id: number, from: readonly UploadState[], to: UploadMove): Promise<boolean> =>
			move.run({
				...{ id, from: JSON.stringify(from), state: to.state, now: to.now, reason: to.reason ?? null },
				...{ setMapping: to.mapping === undefined ? 0 : 1, mapping: json(to.mapping) },
				...{ setFound: to.found === undefined ? 0 : 1, found: json(to.found) },
				...{ digest: to.digest ?? null, batch: to.batch ?? null, forget: to.token === null ? 1 : 0 },
			}).changes > 0,
		/** Work on it begins once more. */
		tried: async (id: number): Promise<void> => void tried.run(id),
		/** What nobody has touched since a time, and its files. */
		untouched: async (since: number): Promise<Upload[]> => old.all(since).map(read),
		/** The tokens of all files that are still needed. */
		tokens: async (): Promise<Set<string>> => new Set(tokens.all()),
		addRow: async (upload: number, place: number, row: UploadRow): Promise<void> =>
			void addRow.run({ ...row, upload, place, differences: json(row.differences), problems: json(row.problems) }),
		dropRows: async (upload: number): Promise<void> => void dropRows.run(upload),
		/** Rows of one fate, in the order of the file. */
		rows: async (upload: number, fate: RowFate, { most, skip }: { most: number; skip: number }): Promise<UploadRow[]> =>
			rows.all({ upload, fate, most, skip }).map((row) => ({
				...row,
				differences: JSON.parse(row.differences) as UploadRow['differences'],
				problems: JSON.parse(row.problems) as UploadRow['problems'],
			})),
		/** How many rows of each fate. */
		rowCounts: async (upload: number): Promise<Partial<Record<RowFate, number>>> =>
			Object.fromEntries(counts.all(upload).map(({ fate, count }) => [fate, count])),
	};
}
