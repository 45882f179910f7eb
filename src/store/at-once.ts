import type { Database } from 'better-sqlite3';

/**
 * Gives `read` with all that it reads seen as of one moment, whatever is committed meanwhile. To begin to read takes as long as
 * to find a row: of several statements it is done once.
 */
export function atOnce<Given extends unknown[], Read>(
	sqlite: Database,
	read: (...given: Given) => Read,
): (...given: Given) => Read {
	const begin = sqlite.prepare('BEGIN');
	const end = sqlite.prepare('COMMIT');
	return (...given) => {
		// Whoever writes sees their own transaction.
		if (sqlite.inTransaction) return read(...given);
		begin.run();
		try {
			return read(...given);
		} finally {
			end.run();
		}
	};
}
