import Database, { type Database as Sqlite } from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { plannedOnce } from './planned-once.ts';
import { Watch } from './watch.ts';

/** One connection: Drizzle for the queries, the raw handle for pragmas and bulk reading. */
export interface Connection {
	db: BetterSQLite3Database;
	sqlite: Sqlite;
	/** Of one that only reads: what others commit. What is read by one that writes is kept nowhere. */
	watch?: Watch;
}

/** One that only reads. */
export type Reader = Connection & { watch: Watch };

/**
 * Opens the one connection that writes, waiting `patience` milliseconds for another process. A commit is whole at once, and on
 * disk when `diskOf` says so.
 */
export function openWriter(file: string, patience: number): Connection {
	const sqlite = plannedOnce(new Database(file));
	sqlite.pragma(`busy_timeout = ${patience}`);
	sqlite.pragma('journal_mode = WAL');
	sqlite.pragma('synchronous = NORMAL');
	sqlite.pragma('foreign_keys = ON');
	sqlite.pragma('trusted_schema = OFF');
	sqlite.pragma('cache_size = -8192');
	return { sqlite, db: drizzle({ client: sqlite }) };
}

/** What a connection keeps of the file in memory, in kibibytes and bytes. */
const readOften = { cache: 8192, mapped: 16_777_216 };
/** For who reads whole tables once, and then little. */
export const readOnce = { cache: 2048, mapped: 0 };

/** Opens a connection that only reads, and sees what is committed. */
export function openReader(file: string, { cache, mapped } = readOften): Reader {
	const sqlite = plannedOnce(new Database(file));
	sqlite.pragma('busy_timeout = 10000');
	sqlite.pragma('query_only = ON');
	sqlite.pragma('trusted_schema = OFF');
	sqlite.pragma(`cache_size = -${cache}`);
	sqlite.pragma(`mmap_size = ${mapped}`);
	return { sqlite, db: drizzle({ client: sqlite }), watch: new Watch(sqlite) };
}
