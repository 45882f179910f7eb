import type { ReportState, ReportWhat } from '../domain/report-whats.ts';
import type { Connection } from './connection.ts';

/** What somebody told us is wrong with an entry, and what became of it. Times in unix seconds. */
export interface ErrorReport {
	id: number;
	/** Null when the entry is gone for good. */
	listing: number | null;
	municipality: string;
	what: ReportWhat;
	message: string;
	/** Where the teller wants to be answered; wiped after a while. */
	replyTo: string | null;
	locale: 'sv' | 'en';
	/** The digest of the secret by which it is followed. */
	follow: string | null;
	state: ReportState;
	words: string | null;
	at: number;
	handledAt: number | null;
}

/** A report that those who look after the entry have not been told of. */
export type Untold = Pick<ErrorReport, 'id' | 'what' | 'message' | 'at'> & { listing: number };

const COLUMNS =
	'id, listing, municipality, what, message, reply_to AS replyTo, locale, follow, state, words, at, handled_at AS handledAt';

/** What people told us is wrong. */
export function errorReportQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], ErrorReport>(`SELECT ${COLUMNS} FROM error_reports WHERE id = ?`);
	const byFollow = sqlite.prepare<[string], ErrorReport>(`SELECT ${COLUMNS} FROM error_reports WHERE follow = ?`);
	const beside = sqlite.prepare<[number, number], ErrorReport>(
		`SELECT ${COLUMNS} FROM error_reports WHERE listing = ? AND id <> ? AND state = 'open' ORDER BY at, id LIMIT 20`,
	);
	const saidBy = sqlite
		.prepare<[number, ReportWhat, string], number>(
			`SELECT 1 FROM error_reports WHERE listing = ? AND what = ? AND reply_to = ? AND state = 'open'`,
		)
		.pluck();
	const add = sqlite.prepare(
		`INSERT INTO error_reports (listing, municipality, what, message, reply_to, locale, follow, at)
		VALUES (@listing, @municipality, @what, @message, @replyTo, @locale, @follow, @at)`,
	);
	const decide = sqlite.prepare(
		`UPDATE error_reports SET state = @state, words = @words, handled_at = @now, decided_by = @by WHERE id = @id AND state = 'open'`,
	);
	const untold = sqlite.prepare<[object], Untold>(
		`SELECT id, listing, what, message, at FROM error_reports AS r
		WHERE told_at IS NULL AND state = 'open' AND listing IS NOT NULL
			AND (SELECT min(at) FROM error_reports WHERE listing = r.listing AND told_at IS NULL AND state = 'open') <= @before
			AND NOT EXISTS (SELECT 1 FROM error_reports WHERE listing = r.listing AND told_at > @since)
		ORDER BY listing, at, id LIMIT 500`,
	);
	const told = sqlite.prepare('UPDATE error_reports SET told_at = ? WHERE id = ?');
	const wipe = sqlite.prepare('UPDATE error_reports SET reply_to = NULL WHERE id = ?');
	const wipeOld = sqlite.prepare(
		'UPDATE error_reports SET reply_to = NULL WHERE reply_to IS NOT NULL AND (handled_at < @handled OR at < @made)',
	);
	const forget = sqlite.prepare('DELETE FROM error_reports WHERE handled_at < ?');
	return {
		get: async (id: number): Promise<ErrorReport | undefined> => byId.get(id),
		/** The one that a digest of a secret belongs to. */
		byFollow: async (follow: string): Promise<ErrorReport | undefined> => byFollow.get(follow),
		/** What else is open of the same entry; at most 20. */
		beside: async (listing: number, id: number): Promise<ErrorReport[]> => beside.all(listing, id),
		/** Whether somebody has said this of an entry already, and it is still open. */
		saidBy: async (listing: number, what: ReportWhat, replyTo: string): Promise<boolean> =>
			saidBy.get(listing, what, replyTo) !== undefined,
		/** Keeps a report and gives its number. */
		add: async (report: Omit<ErrorReport, 'id' | 'state' | 'words' | 'handledAt'>): Promise<number> =>
			Number(add.run(report).lastInsertRowid),
		/** False when somebody else was first. */
		decide: async (
			id: number,
			decision: { state: Exclude<ReportState, 'open'>; words: string | null; by: number; now: number },
		): Promise<boolean> => decide.run({ id, ...decision }).changes > 0,
		/** What those who look after entries are to be told of now: of entries whose first report is from `before`, and of which nothing was told since `since`. */
		untold: async (before: number, since: number): Promise<Untold[]> => untold.all({ before, since }),
		told: async (id: number, now: number): Promise<void> => void told.run(now, id),
		/** The teller's address is wiped. */
		wipeReply: async (id: number): Promise<void> => void wipe.run(id),
		/** Wipes addresses of what was decided before `handled`, or told before `made`. */
		wipeReplies: async (handled: number, made: number): Promise<void> => void wipeOld.run({ handled, made }),
		/** Forgets what was decided before a time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
