import type { Database } from 'better-sqlite3';

/**
 * A statement with its values hidden from SQLite's planner. It looks at the values that something is compared with or limited
 * to, and so prepares the statement anew each time they are others (seen in 3.54): of a join of ten tables that takes as long
 * as to read twenty rows by it. A plus before a value changes nothing but that.
 */
export const planBlind = (sql: string): string => sql.replace(/((?:=|\bis|\blimit|\boffset)\s+)(?=[?@:$])/gi, '$1+');

/** Has each statement of a connection planned once, when it is prepared. */
export function plannedOnce(sqlite: Database): Database {
	const prepare = sqlite.prepare.bind(sqlite);
	sqlite.prepare = ((sql: string) => prepare(planBlind(sql))) as typeof sqlite.prepare;
	return sqlite;
}
