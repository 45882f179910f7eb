import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Unavailable } from '../domain/errors.ts';
import { addressQueries } from './addresses.ts';
import { auditQueries } from './audit.ts';
import { batchQueries } from './batches.ts';
import { changeQueries } from './changes.ts';
import { checkQueries } from './check.ts';
import { claimQueries } from './claims.ts';
import { type Connection, openReader, openWriter, readOnce } from './connection.ts';
import { contactPersonQueries } from './contact-persons.ts';
import { demoQueries } from './demo.ts';
import { type Disk, diskOf } from './disk.ts';
import { draftQueries } from './drafts.ts';
import { duplicateQueries } from './duplicates.ts';
import { type EndedConsents, endedConsents, eraseEnded } from './ended-consents.ts';
import { errorReportQueries } from './error-reports.ts';
import { faceQueries } from './faces.ts';
import { formSendQueries } from './form-sends.ts';
import { freshnessQueries } from './freshness.ts';
import { geographyQueries } from './geography.ts';
import { seedGeography } from './geography-seed.ts';
import { identityQueries } from './identities.ts';
import { indexRowQueries } from './index-rows.ts';
import { inventoryQueries } from './inventory.ts';
import { invitationQueries } from './invitations.ts';
import { listingQueries } from './listings.ts';
import { mergeQueries } from './merges.ts';
import { metaQueries } from './meta.ts';
import { migrate } from './migrate.ts';
import { monthlyFigureQueries } from './monthly-figures.ts';
import { municipalityQueries } from './municipalities.ts';
import { occurrenceQueries } from './occurrences.ts';
import { outboxQueries } from './outbox.ts';
import { passkeyQueries } from './passkeys.ts';
import { peopleQueries } from './people.ts';
import { peopleUploadQueries } from './people-uploads.ts';
import { personalReadQueries } from './personal-reads.ts';
import { photoQueries } from './photos.ts';
import { areaQueries, populationQueries } from './population.ts';
import { queueQueries } from './queue.ts';
import { registrationQueries } from './registrations.ts';
import { revisionQueries } from './revisions.ts';
import { scenarioQueries } from './scenarios.ts';
import { sessionQueries } from './sessions.ts';
import { signInQueries } from './sign-ins.ts';
import { suggestionQueries } from './suggestions.ts';
import { supplyQueries } from './supply.ts';
import { type UploadFiles, uploadFiles } from './upload-files.ts';
import { uploadQueries } from './uploads.ts';
import { useQueries } from './use.ts';

/** Milliseconds between two tries to begin a write: another process is mostly done at once, unless it is an import. */
const BETWEEN_TRIES = { first: 1, most: 20 };

/** Every query, by noun. Made once for each connection: statements are prepared when the store opens. */
export type Queries = ReturnType<typeof queriesOn>;

/** Reads see what is committed; writes go through `transaction` alone. */
export type Store = Queries & {
	/**
	 * Runs `work` in one write transaction, after those before it: all of it is kept, or nothing.
	 * When it settles, it is on the disk. Throws `Unavailable` when the disk is full or another process holds the store for too long.
	 */
	transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
	/** Copies the whole store to a file, consistently, while it is being used. */
	backup(file: string): Promise<void>;
	/** Releases the files. */
	close(): void;
	/** The folder that holds everything the instance keeps. */
	folder: string;
	/** Registers that wait to be read, beside the store; and files of people and areas. */
	files: UploadFiles;
	peopleFiles: UploadFiles;
	/** Consents that were taken back, beside the store. */
	ended: EndedConsents;
};

/**
 * Opens (and brings up to date) the store in a folder, which is made when missing. A write waits `patience` milliseconds
 * for another process before it is refused.
 */
export async function openStore(folder: string, { patience = 10_000 } = {}): Promise<Store> {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'samlas.db');
	const writer = openWriter(file, patience);
	migrate(writer.sqlite);
	seedGeography(writer);
	const ended = endedConsents(folder);
	eraseEnded(writer, ended);
	// From here on a write waits without holding up the process: see `begin`.
	writer.sqlite.pragma('busy_timeout = 0');
	const reader = openReader(file);
	const disk = diskOf(writer.sqlite, `${file}-wal`);
	const write = writeQueue(writer, queriesOn(writer), { patience, disk, committed: () => reader.watch.look() });
	return {
		...queriesOn(reader),
		transaction: write,
		backup: async (target) => void (await reader.sqlite.backup(target)),
		close() {
			disk.close();
			reader.sqlite.close();
			writer.sqlite.close();
		},
		folder,
		files: uploadFiles(folder, 'uploads'),
		peopleFiles: uploadFiles(folder, 'people-uploads'),
		ended,
	};
}

/** Opens an existing store for reading alone: for work beside the process that keeps it. */
export function openReading(folder: string): Queries {
	return queriesOn(openReader(join(folder, 'samlas.db'), readOnce));
}

function queriesOn(connection: Connection) {
	return {
		meta: metaQueries(connection),
		geography: geographyQueries(connection),
		inventory: inventoryQueries(connection),
		invitations: invitationQueries(connection),
		listings: listingQueries(connection),
		faces: faceQueries(connection),
		monthlyFigures: monthlyFigureQueries(connection),
		municipalities: municipalityQueries(connection),
		occurrences: occurrenceQueries(connection),
		identities: identityQueries(connection),
		indexRows: indexRowQueries(connection),
		changes: changeQueries(connection),
		check: checkQueries(connection),
		batches: batchQueries(connection),
		demo: demoQueries(connection),
		drafts: draftQueries(connection),
		merges: mergeQueries(connection),
		duplicates: duplicateQueries(connection),
		errorReports: errorReportQueries(connection),
		addresses: addressQueries(connection),
		areas: areaQueries(connection),
		formSends: formSendQueries(connection),
		freshness: freshnessQueries(connection),
		audit: auditQueries(connection),
		claims: claimQueries(connection),
		contactPersons: contactPersonQueries(connection),
		outbox: outboxQueries(connection),
		passkeys: passkeyQueries(connection),
		people: peopleQueries(connection),
		peopleUploads: peopleUploadQueries(connection),
		photos: photoQueries(connection),
		population: populationQueries(connection),
		queue: queueQueries(connection),
		registrations: registrationQueries(connection),
		personalReads: personalReadQueries(connection),
		revisions: revisionQueries(connection),
		scenarios: scenarioQueries(connection),
		sessions: sessionQueries(connection),
		signIns: signInQueries(connection),
		suggestions: suggestionQueries(connection),
		supply: supplyQueries(connection),
		uploads: uploadQueries(connection),
		use: useQueries(connection),
	};
}

/**
 * One write at a time. better-sqlite3 refuses an async transaction callback, so BEGIN and COMMIT are ours, and a queue
 * keeps two asynchronous writers from sharing one transaction.
 */
function writeQueue(
	{ sqlite }: Connection,
	tx: Queries,
	{ patience, disk, committed }: { patience: number; disk: Disk; committed: () => void },
) {
	let last: Promise<unknown> = Promise.resolve();
	async function run<T>(work: (tx: Queries) => Promise<T>, until: number): Promise<T> {
		try {
			disk.mend();
			await begin(sqlite, until);
			const result = await work(tx);
			sqlite.exec('COMMIT');
			committed();
			return result;
		} catch (reason) {
			if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
			throw refusalOf(reason);
		}
	}
	return <T>(work: (tx: Queries) => Promise<T>): Promise<T> => {
		// From now on, not from its turn on: ten who wait are all told after the same time.
		const until = Date.now() + patience;
		const mine = last.then(() => run(work, until));
		last = mine.catch(() => undefined);
		// Who comes next writes meanwhile.
		return mine.then(async (result) => {
			await disk.reached().catch((reason) => Promise.reject(refusalOf(reason)));
			return result;
		});
	};
}

/**
 * Begins a write, trying again while another process (an import, say) holds the store. SQLite's own waiting would stop
 * every reader of this process too. Gives up at `until`, in milliseconds.
 */
async function begin(sqlite: Connection['sqlite'], until: number): Promise<void> {
	for (let wait = BETWEEN_TRIES.first; ; wait = Math.min(2 * wait, BETWEEN_TRIES.most)) {
		try {
			sqlite.exec('BEGIN IMMEDIATE');
			return;
		} catch (reason) {
			const busy = String((reason as { code?: unknown }).code).startsWith('SQLITE_BUSY');
			if (!busy || Date.now() >= until) throw reason;
		}
		await setTimeout(wait);
	}
}

/** Whether something failed because the file itself is damaged, or no store at all. */
export function isDamage(reason: unknown): boolean {
	return /^SQLITE_(CORRUPT|NOTADB)/.test(String((reason as { code?: unknown })?.code));
}

function refusalOf(reason: unknown): unknown {
	const code = (reason as { code?: unknown })?.code;
	if (typeof code !== 'string') return reason;
	if (/^(SQLITE_FULL|SQLITE_IOERR|EIO|ENOSPC|EDQUOT)/.test(code)) return new Unavailable('store.full');
	if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
		return new Unavailable('store.readonly');
	if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Unavailable('store.busy');
	return reason;
}
