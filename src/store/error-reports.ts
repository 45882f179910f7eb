import { sql } from 'drizzle-orm';
import { errorReports } from '../../db/schema.ts';
import type { Connection } from './connection.ts';

export type NewErrorReport = Omit<typeof errorReports.$inferInsert, 'id' | 'handledAt'>;

/** What people told us is wrong, kept for the municipality. */
export function errorReportQueries({ db, sqlite }: Connection) {
	const wipe = sqlite.prepare(
		'UPDATE error_reports SET reply_to = NULL WHERE reply_to IS NOT NULL AND (handled_at < ? OR at < ?)',
	);
	const byMunicipality = db
		.select()
		.from(errorReports)
		.where(sql`${errorReports.municipality} = ${sql.placeholder('municipality')} and ${errorReports.handledAt} is null`)
		.prepare();
	return {
		/** Keeps a report and gives its number. */
		add: async (report: NewErrorReport) =>
			db.insert(errorReports).values(report).returning({ id: errorReports.id }).get().id,
		/** Wipes the addresses of who told, of reports handled before a time or made before another. */
		wipeReplies: async (handled: number, made: number): Promise<void> => void wipe.run(handled, made),
		/** The reports of a municipality that nobody has handled. */
		open: async (municipality: string) => byMunicipality.all({ municipality }),
	};
}
