import { asc, count, gt, max, sql } from 'drizzle-orm';
import { changes } from '../../db/schema.ts';
import type { Connection } from './connection.ts';
import type { LetGo } from './watch.ts';

/** The sequence that a finder follows. */
export function changeQueries({ db, sqlite, watch }: Connection) {
	const newest = db
		.select({ seq: max(changes.seq) })
		.from(changes)
		.prepare();
	const since = db
		.select({ seq: changes.seq, listing: changes.listing })
		.from(changes)
		.where(gt(changes.seq, sql.placeholder('seq')))
		.orderBy(asc(changes.seq))
		.limit(sql.placeholder('limit'))
		.prepare();
	const countSince = db
		.select({ count: count() })
		.from(changes)
		.where(gt(changes.seq, sql.placeholder('seq')))
		.prepare();
	const data = sqlite.prepare<[], number>('PRAGMA data_version').pluck();
	const version = () => data.get()!;
	return {
		/** The number of the last change, 0 in an empty store. */
		newest: async () => newest.get()?.seq ?? 0,
		/**
		 * The same, of a connection that only reads: cheap to ask often. All that is told of an entry is as it was while this stays
		 * the same.
		 */
		newestSeen: async () => (watch ? watch.newest() : (newest.get()?.seq ?? 0)),
		/** Has what one keeps of entries let go of as they change: `letGo` is told before `newestSeen` tells of the change. */
		keep: (letGo: LetGo): void => watch?.keep(letGo),
		/** Which entries changed after a number, oldest first, at most `limit`. */
		since: async (seq: number, limit = 5000) => since.all({ seq, limit }),
		/** How many entries changed after a number. */
		countSince: async (seq: number) => countSince.get({ seq })?.count ?? 0,
		/** Changes whenever another connection, of this process or another, has committed: cheap to ask often. */
		version: async () => version(),
	};
}
