import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Database } from 'better-sqlite3';

/** What has been committed, on its way to the disk. */
export interface Disk {
	/** Settles when all that was committed until now is on the disk; rejects when the disk can't take it. */
	reached(): Promise<void>;
	/** To be asked before a transaction: after a failure nothing more is written behind what may never have arrived. Throws. */
	mend(): void;
	close(): void;
}

/**
 * Waits for the disk beside everything else. SQLite itself (`synchronous = FULL`) would wait within the commit: with the store
 * locked, and on the one thread that answers everybody. What is committed while the disk is busy is waited for once, together.
 * `file`: where SQLite writes what is committed; `sync`: in place of the system's own.
 */
export function diskOf(sqlite: Database, file: string, sync = promisify(fdatasync)): Disk {
	let opened: number | null = null;
	let running = Promise.resolve();
	let next: Promise<void> | null = null;
	let failed = false;
	const write = async () => {
		next = null;
		opened ??= openSync(file, 'r+');
		await sync(opened);
	};
	const noteFailure = () => {
		failed = true;
	};
	return {
		reached: () => {
			next ??= running.then(() => {
				const mine = write();
				running = mine.catch(noteFailure);
				return mine;
			});
			return next;
		},
		mend: () => {
			if (!failed) return;
			// Asked again, a disk says yes to what it has dropped: what was committed goes into the store's own file first.
			const [{ busy } = { busy: 1 }] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
			if (busy) throw Object.assign(new Error('The store is being read.'), { code: 'SQLITE_BUSY' });
			failed = false;
		},
		close: () => {
			void running.then(() => {
				if (opened !== null) closeSync(opened);
				opened = null;
			});
		},
	};
}
