import { Conflict } from '../domain/errors.ts';
import { reached } from '../domain/freshness.ts';
import type { Listing } from '../domain/listing.ts';
import type { RegisterRow } from '../store/batches.ts';
import type { Queries, Store } from '../store/open.ts';
import { carry } from './carried.ts';
import type { Plan, PlannedRow } from './plan.ts';
import { machineReport } from './report/machine.ts';

export interface PublishOptions {
	/** Unix seconds. */
	at?: number;
	progress?: (done: number, all: number) => void;
	/** Who the trail names: whoever holds the machine, unless it is told. */
	by?: string;
	/** What else is to be kept if all of it is: in the same transaction. */
	also?: (tx: Queries, batch: number) => Promise<void>;
}

/**
 * Does what a plan says, in one transaction: all of it or nothing. Throws `Conflict` when another batch of the register
 * was published or taken back since the plan was made. Gives the batch's id.
 */
export async function publishImport(store: Store, plan: Plan, options: PublishOptions = {}): Promise<number> {
	const at = options.at ?? Math.floor(Date.now() / 1000);
	return store.transaction(async (tx) => {
		const register = await tx.batches.ensureRegister(plan.municipality, plan.register);
		if (((await tx.batches.newest(register))?.id ?? null) !== plan.after) throw new Conflict('intake_stale');
		const { file, sha256 } = plan;
		const batch = await tx.batches.create({ register, file, sha256, at, report: machineReport(plan) });
		const writes = plan.rows.filter((row) => row.fate !== 'unchanged');
		for (const [i, row] of writes.entries()) {
			if (i % TURN === 0) {
				options.progress?.(i, writes.length);
				await new Promise(setImmediate);
			}
			await publishRow(tx, { register, batch, at }, row);
		}
		for (const { listing, rowBefore } of plan.gone) {
			await tx.listings.archive(listing, 'gone', at);
			await tx.batches.saveRow({ ...rowBefore, batch, goneAt: at });
			await tx.batches.addChange({ batch, listing, line: null, outcome: 'gone', before: null, rowBefore });
		}
		for (const { listing, rowBefore } of plan.stays) {
			await tx.batches.saveRow({ ...rowBefore, batch, goneAt: at });
			await tx.batches.addChange({ batch, listing, line: null, outcome: 'seen', before: null, rowBefore });
		}
		for (const { listing, rowBefore } of plan.back) {
			await tx.listings.restore(listing, at);
			await tx.batches.addChange({ batch, listing, line: null, outcome: 'returned', before: null, rowBefore });
		}
		// After the rows: what an entry's own row says goes before what another's does.
		for (const { merged, listing, before, value } of writes)
			if (merged && listing !== null && before && value) await carry(tx, listing, before, value, at);
		const { added, changed, gone } = plan.counts;
		const after = { batch, 'import.file': file, 'import.added': added, 'import.changed': changed, 'import.gone': gone };
		const by = options.by ?? 'operator';
		await tx.audit.add({ at, by, action: 'import.published', municipality: plan.municipality, after });
		await tx.batches.confirmRows(batch, register, reached('silent', at), at);
		await options.also?.(tx, batch);
		options.progress?.(writes.length, writes.length);
		return batch;
	});
}

/** How many rows are written before others get their turn: readers go on while this transaction is open. */
const TURN = 200;

interface Into {
	register: number;
	batch: number;
	at: number;
}

async function publishRow(tx: Queries, into: Into, planned: PlannedRow): Promise<void> {
	const { register, batch, at } = into;
	const { row, rowBefore, before, line } = planned;
	const listing = await writeListing(tx, planned, at);
	if (rowBefore && rowBefore.key !== row.key) await tx.batches.dropRow(register, rowBefore.key);
	const { key, number, nameKey, hash } = row;
	await tx.batches.saveRow({
		register,
		key,
		listing,
		number,
		nameKey,
		hash,
		batch,
		goneAt: null,
	} satisfies RegisterRow);
	const outcome = planned.fate === 'unchanged' ? 'seen' : planned.fate;
	await tx.batches.addChange({ batch, listing, line, outcome, before, rowBefore });
}

async function writeListing(tx: Queries, planned: PlannedRow, at: number): Promise<number> {
	const { fate, listing, value } = planned;
	if (fate === 'added' || listing === null)
		return tx.listings.create(fresh(planned.row.listing, at), { publish: true, at });
	if (value) await tx.listings.replace(listing, fresh(value, at), at);
	if (fate === 'returned') await tx.listings.restore(listing, at);
	return listing;
}

/** Confirmed by this import, unless an owner or officer has confirmed it. */
function fresh(listing: Listing, at: number): Listing {
	const byPeople = listing.confirmedBy === 'owner' || listing.confirmedBy === 'officer';
	return byPeople ? listing : { ...listing, confirmedAt: at, confirmedBy: 'import' };
}
