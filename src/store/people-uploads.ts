import type { PeopleFate } from '../domain/people-upload-state.ts';
import type { PopulationLevel } from '../domain/population.ts';
import type { UploadState } from '../domain/upload-state.ts';
import type { Connection } from './connection.ts';

/** A file of people and areas that was handed in by the web, or a layer that is to go. Times in unix seconds. */
export interface PeopleUpload {
	id: number;
	what: 'file' | 'removal';
	/** Whose people alone are touched; null is all of Sweden. */
	municipality: string | null;
	person: number | null;
	/** Of a removal. */
	level: PopulationLevel | null;
	fileName: string;
	size: number;
	/** By which the file is found; null when it is gone. */
	token: string | null;
	state: UploadState;
	reason: string | null;
	/** Shapes: domain/people-upload.ts and intake/people/uploaded.ts. */
	reading: unknown;
	origin: unknown;
	found: unknown;
	digest: string | null;
	imports: number[] | null;
	tries: number;
	madeAt: number;
	changedAt: number;
}

/** What would become of one record. */
export interface PeopleUploadRow {
	fate: PeopleFate;
	line: number;
	code: string;
	problems: { reason: string; value: string }[];
}

/** What changes with the state. */
export interface PeopleUploadMove {
	state: UploadState;
	now: number;
	reason?: string | null;
	reading?: unknown;
	origin?: unknown;
	found?: unknown;
	digest?: string;
	imports?: readonly number[];
	token?: null;
}

const COLUMNS = `id, what, municipality, person, level, file_name AS fileName, size, token, state, reason, reading, origin, found, digest,
	imports, tries, made_at AS madeAt, changed_at AS changedAt`;
type Row = Omit<PeopleUpload, 'reading' | 'origin' | 'found' | 'imports'> &
	Record<'reading' | 'origin' | 'found' | 'imports', string | null>;
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
const read = (row: Row): PeopleUpload => ({
	...row,
	reading: parsed(row.reading),
	origin: parsed(row.origin),
	found: parsed(row.found),
	imports: parsed(row.imports) as number[] | null,
});
const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));

/** Files of people and areas on their way in by the web, and layers on their way out. */
export function peopleUploadQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Row>(`SELECT ${COLUMNS} FROM people_uploads WHERE id = ?`);
	const of = sqlite.prepare<{ municipalities: string; everywhere: number }, Row>(
		`SELECT ${COLUMNS} FROM people_uploads
		WHERE state <> 'dropped' AND (municipality IN (SELECT value FROM json_each(@municipalities)) OR (municipality IS NULL AND @everywhere))
		ORDER BY id DESC LIMIT 50`,
	);
	const live = sqlite
		.prepare<[string | null], number>(
			`SELECT count(*) FROM people_uploads WHERE municipality IS ?
			AND state IN ('reading', 'ready', 'failed', 'publishing')`,
		)
		.pluck();
	const next = sqlite.prepare<[], Row>(
		`SELECT ${COLUMNS} FROM people_uploads WHERE state IN ('reading', 'publishing', 'undoing') ORDER BY id LIMIT 1`,
	);
	const add = sqlite.prepare(
		`INSERT INTO people_uploads (what, municipality, person, level, file_name, size, token, state, made_at, changed_at)
		VALUES (@what, @municipality, @person, @level, @fileName, @size, @token, @state, @now, @now)`,
	);
	const move = sqlite.prepare(
		`UPDATE people_uploads SET state = @state, changed_at = @now, tries = 0, reason = @reason,
			reading = coalesce(@reading, reading), origin = coalesce(@origin, origin), found = coalesce(@found, found),
			digest = coalesce(@digest, digest), imports = coalesce(@imports, imports),
			token = CASE WHEN @forget THEN NULL ELSE token END
		WHERE id = @id AND state IN (SELECT value FROM json_each(@from))`,
	);
	const tried = sqlite.prepare('UPDATE people_uploads SET tries = tries + 1 WHERE id = ?');
	const old = sqlite.prepare<[number], Row>(
		`SELECT ${COLUMNS} FROM people_uploads WHERE state IN ('ready', 'failed') AND changed_at < ? LIMIT 100`,
	);
	const tokens = sqlite.prepare<[], string>('SELECT token FROM people_uploads WHERE token IS NOT NULL').pluck();
	const addRow = sqlite.prepare(
		`INSERT INTO people_upload_rows (upload, place, fate, line, code, problems)
		VALUES (@upload, @place, @fate, @line, @code, @problems)`,
	);
	const dropRows = sqlite.prepare('DELETE FROM people_upload_rows WHERE upload = ?');
	const rows = sqlite.prepare<[object], Omit<PeopleUploadRow, 'problems'> & { problems: string }>(
		`SELECT fate, line, code, problems FROM people_upload_rows
		WHERE upload = @upload AND fate = @fate ORDER BY place LIMIT @most OFFSET @skip`,
	);
	const counts = sqlite.prepare<[number], { fate: PeopleFate; count: number }>(
		'SELECT fate, count(*) AS count FROM people_upload_rows WHERE upload = ? GROUP BY fate',
	);
	return {
		get: async (id: number): Promise<PeopleUpload | undefined> => {
			const row = byId.get(id);
			return row && read(row);
		},
		/** The newest of some municipalities, and of all of Sweden where `everywhere`, newest first; at most 50. */
		of: async (municipalities: readonly string[], everywhere: boolean): Promise<PeopleUpload[]> =>
			of.all({ municipalities: JSON.stringify(municipalities), everywhere: everywhere ? 1 : 0 }).map(read),
		/** How many of a municipality, or of all of Sweden, are on their way. */
		live: async (municipality: string | null): Promise<number> => live.get(municipality)!,
		/** What is to be worked on next. */
		next: async (): Promise<PeopleUpload | undefined> => {
			const row = next.get();
			return row && read(row);
		},
		/** One that is to be read; or one that takes a level away, which is done at once. */
		add: async ({
			now,
			...upload
		}: Pick<PeopleUpload, 'what' | 'municipality' | 'level' | 'fileName' | 'size' | 'token'> & {
			person: number;
			now: number;
		}): Promise<number> => {
			const state: UploadState = upload.what === 'file' ? 'reading' : 'publishing';
			return Number(add.run({ ...upload, state, now }).lastInsertRowid);
		},
		/** Moves it on, if it is in one of the states `from`; gives whether it was. */
		move: async (id: number, from: readonly UploadState[], to: PeopleUploadMove): Promise<boolean> =>
			move.run({
				...{ id, from: JSON.stringify(from), state: to.state, now: to.now, reason: to.reason ?? null },
				...{ reading: json(to.reading), origin: json(to.origin), found: json(to.found), digest: to.digest ?? null },
				...{ imports: json(to.imports), forget: to.token === null ? 1 : 0 },
			}).changes > 0,
		/** Work on it begins once more. */
		tried: async (id: number): Promise<void> => void tried.run(id),
		/** What nobody has touched since a time. */
		untouched: async (since: number): Promise<PeopleUpload[]> => old.all(since).map(read),
		/** The tokens of all files that are still needed. */
		tokens: async (): Promise<Set<string>> => new Set(tokens.all()),
		addRow: async (upload: number, place: number, row: PeopleUploadRow): Promise<void> =>
			void addRow.run({ ...row, upload, place, problems: json(row.problems) }),
		dropRows: async (upload: number): Promise<void> => void dropRows.run(upload),
		/** Rows of one fate, in the order of the file. */
		rows: async (
			upload: number,
			fate: PeopleFate,
			{ most, skip }: { most: number; skip: number },
		): Promise<PeopleUploadRow[]> =>
			rows
				.all({ upload, fate, most, skip })
				.map((row) => ({ ...row, problems: JSON.parse(row.problems) as PeopleUploadRow['problems'] })),
		/** How many rows of each fate. */
		rowCounts: async (upload: number): Promise<Partial<Record<PeopleFate, number>>> =>
			Object.fromEntries(counts.all(upload).map(({ fate, count }) => [fate, count])),
	};
}
