import { createHash } from 'node:crypto';
import { Conflict, Invalid, Refusal } from '../domain/errors.ts';
import { readBefore } from '../domain/read-before.ts';
import type { Store } from '../store/open.ts';
import type { Upload, UploadRow } from '../store/uploads.ts';
import { columnsOf, prepareImport } from './import.ts';
import { type Mapping, parseMapping } from './mapping.ts';
import type { Plan, PlannedRow } from './plan.ts';
import { losesRow } from './problem.ts';
import { publishImport } from './publish.ts';
import { readTable } from './read/read.ts';
import { recognise } from './recognise.ts';
import { undoBatch } from './undo.ts';

/** What is kept of a plan for who looks at it before it is published. */
export interface Found
	extends Pick<
		Plan,
		| 'counts'
		| 'columns'
		| 'known'
		| 'mapping'
		| 'unknownColumns'
		| 'format'
		| 'encoding'
		| 'delimiter'
		| 'sheet'
		| 'contacts'
	> {
	/** Labels that no theme was found for, the most frequent first. */
	unplaced: { label: string; rows: number }[];
}

interface Means {
	now: () => number;
	progress: (done: number, all: number) => void;
}

/** How many rows of a preview are written at once: others write in between. */
const AT_ONCE = 500;
const MOST_LABELS = 50;

/**
 * Does what an upload waits for: reading, publishing or taking back, by the very plan that the terminal makes. What the
 * file is refused for is kept with it; anything else is thrown.
 */
export async function workOn(store: Store, id: number, means: Means): Promise<void> {
	const upload = await store.uploads.get(id);
	if (upload?.state === 'reading') await read(store, upload, means);
	if (upload?.state === 'publishing') await publish(store, upload, means);
	if (upload?.state === 'undoing') await undo(store, upload, means);
}

async function read(store: Store, upload: Upload, means: Means): Promise<void> {
	try {
		await show(store, upload, await planOf(store, upload, means), { means, reason: null });
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		const why = reason.fields.file ? `file_${reason.fields.file}` : 'mapping';
		const found = reason.fields.file === 'no_name_column' ? await columnsAlone(store, upload) : undefined;
		await store.transaction((tx) =>
			tx.uploads.move(upload.id, ['reading'], { state: 'failed', now: means.now(), reason: why, found }),
		);
	}
}

/** Of a file in which no column is called a name: its columns, so that somebody can say which it is. */
async function columnsAlone(store: Store, { token }: Upload): Promise<Partial<Found>> {
	const table = await readTable(store.files.read(token!));
	const { mapping, known, unknownColumns } = recognise(table);
	return { columns: columnsOf(table), mapping, known, unknownColumns };
}

async function planOf(
	store: Store,
	{ token, fileName, municipality, mapping }: Upload,
	{ progress }: Means,
): Promise<Plan> {
	const bytes = store.files.read(token!);
	const said = mapping ?? (await readBefore(store, municipality, async () => (await readTable(bytes)).columns));
	const given = said ? { mapping: parseMapping(said) as Mapping } : {};
	return prepareImport({ store, bytes, fileName, municipality, progress, ...given });
}

/** Keeps a plan to be looked at. */
async function show(
	store: Store,
	upload: Upload,
	plan: Plan,
	{ means, reason }: { means: Means; reason: string | null },
) {
	const rows = rowsOf(plan);
	await store.transaction((tx) => tx.uploads.dropRows(upload.id));
	for (let at = 0; at < rows.length; at += AT_ONCE)
		await store.transaction(async (tx) => {
			for (const [n, row] of rows.slice(at, at + AT_ONCE).entries()) await tx.uploads.addRow(upload.id, at + n, row);
		});
	const to = { state: 'ready', now: means.now(), reason, found: foundIn(plan), digest: planDigest(plan) } as const;
	await store.transaction((tx) => tx.uploads.move(upload.id, ['reading', 'publishing'], to));
}

function foundIn(plan: Plan): Found {
	const { counts, columns, known, mapping, unknownColumns, format, encoding, delimiter, sheet, contacts } = plan;
	const unplaced = Object.entries(plan.unplaced).map(([label, rows]) => ({ label, rows }));
	unplaced.sort((a, b) => b.rows - a.rows);
	const read = { counts, columns, known, mapping, unknownColumns, format, encoding, delimiter, sheet, contacts };
	return { ...read, unplaced: unplaced.slice(0, MOST_LABELS) };
}

const shownFates: Record<PlannedRow['fate'], UploadRow['fate']> = {
	added: 'added',
	returned: 'added',
	changed: 'changed',
	unchanged: 'unchanged',
	seen: 'unchanged',
};

/** Every row of a plan with its fate, and what the register no longer has: as many of each as its counts say. */
export function rowsOf(plan: Plan): UploadRow[] {
	const told = Map.groupBy(plan.problems, ({ line }) => line);
	const problemsAt = (line: number) =>
		(told.get(line) ?? []).map(({ field, reason, value }) => ({ field, reason, value }));
	const planned = plan.rows.map(({ line, fate, row, differences }) => ({
		...{ fate: shownFates[fate], line, name: row.listing.name, differences, problems: problemsAt(line) },
	}));
	// A row is lost for one reason, whatever else is said of it.
	const lost = [...told].flatMap(([line, problems]) => {
		const why = problems.find(({ reason }) => losesRow(reason));
		if (!why) return [];
		const fate = why.reason === 'person' ? ('person' as const) : ('refused' as const);
		return [
			{ fate, line, name: fate === 'refused' ? why.value || null : null, differences: [], problems: problemsAt(line) },
		];
	});
	const rows = [...planned, ...lost].sort((a, b) => a.line - b.line);
	const gone = plan.gone.map(({ name }) => ({
		fate: 'gone' as const,
		line: null,
		name,
		differences: [],
		problems: [],
	}));
	return [...rows, ...gone];
}

/** What a plan would do, in short: another file, or another store below it, has another. */
export function planDigest({ after, rows, gone, stays, back, counts, mapping }: Plan): string {
	const hash = createHash('sha256').update(JSON.stringify([after, counts, mapping]));
	for (const { line, fate, row, listing, differences } of rows)
		hash.update(JSON.stringify([line, fate, row.key, row.hash, listing, differences]));
	hash.update(JSON.stringify([gone, stays, back].map((some) => some.map(({ listing }) => listing))));
	return hash.digest('hex');
}

/** Publishes what was looked at. Where that has become something else meanwhile, it is shown anew instead. */
async function publish(store: Store, upload: Upload, means: Means): Promise<void> {
	const plan = await planOf(store, upload, means);
	if (planDigest(plan) !== upload.digest) return show(store, upload, plan, { means, reason: 'changed' });
	try {
		await publishImport(store, plan, {
			at: means.now(),
			by: `person:${upload.person}`,
			progress: means.progress,
			also: async (tx, batch) => {
				const to = { state: 'published', now: means.now(), batch, token: null } as const;
				if (!(await tx.uploads.move(upload.id, ['publishing'], to))) throw new Conflict('upload.moved');
				await tx.uploads.dropRows(upload.id);
			},
		});
	} catch (reason) {
		if (!(reason instanceof Conflict) || reason.key !== 'intake_stale') throw reason;
		return show(store, upload, await planOf(store, upload, means), { means, reason: 'changed' });
	}
	store.files.remove(upload.token!);
}

async function undo(store: Store, { id, batch, person }: Upload, means: Means): Promise<void> {
	try {
		await undoBatch(store, batch!, means.now(), `person:${person}`, async (tx) => {
			await tx.uploads.move(id, ['undoing'], { state: 'undone', now: means.now() });
		});
	} catch (reason) {
		if (!(reason instanceof Refusal) || !reason.key.startsWith('intake_batch')) throw reason;
		// Taken back by the terminal meanwhile, or another batch stands on it.
		const done = reason.key === 'intake_batch_undone';
		const to = { state: done ? 'undone' : 'published', now: means.now(), reason: done ? null : 'covered' } as const;
		await store.transaction((tx) => tx.uploads.move(id, ['undoing'], to));
	}
}
