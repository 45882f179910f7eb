import { createHash } from 'node:crypto';
import { Conflict, Invalid, Refusal } from '../../domain/errors.ts';
import { type Reading, readingOf, type TypedOrigin } from '../../domain/people-upload.ts';
import type { Queries, Store } from '../../store/open.ts';
import type { PeopleUpload, PeopleUploadRow } from '../../store/people-uploads.ts';
import { columnsOf } from './columns.ts';
import type { PeoplePlan } from './plan.ts';
import { plannedColumns, preparePeople } from './prepare.ts';
import { type PeopleProblem, refuses } from './problem.ts';
import { type ReadGeoPackage, readPeopleFile } from './read.ts';

/** What is kept of a plan for who looks at it before it is published. */
export interface FoundPeople
	extends Pick<
		PeoplePlan,
		'format' | 'layer' | 'layers' | 'system' | 'level' | 'source' | 'date' | 'sums' | 'columns'
	> {
	/** What it holds: polygons, figures, squares, types; empty where it is refused. */
	holds: PeoplePlan['contents'][number]['what'][];
	/** Whether the file's polygons come with people. */
	counted: boolean;
	/** What is wrong or remarked on, by kind, each with the first few places. */
	problems: { reason: PeopleProblem['reason']; refuses: boolean; count: number; examples: ProblemPlace[] }[];
}

type ProblemPlace = Pick<PeopleProblem, 'line' | 'code' | 'value'>;

export interface PeopleMeans {
	now: () => number;
	progress: (done: number, all: number) => void;
	readGeoPackage: ReadGeoPackage;
}

/** How many rows of a preview are written at once: others write in between. */
const AT_ONCE = 500;
const EXAMPLES = 5;
const MOST_COLUMNS = 100;

/**
 * Does what a file of people waits for: reading, publishing or taking back, by the very plan that the terminal makes. What
 * the file is refused for is kept with it; anything else is thrown.
 */
export async function workOnPeople(store: Store, id: number, means: PeopleMeans): Promise<void> {
	const upload = await store.peopleUploads.get(id);
	if (upload?.state === 'reading') await read(store, upload, means);
	if (upload?.state === 'publishing' && upload.what === 'file') await publish(store, upload, means);
	if (upload?.state === 'publishing' && upload.what === 'removal') await remove(store, upload, means);
	if (upload?.state === 'undoing') await undo(store, upload, means);
}

async function read(store: Store, upload: PeopleUpload, means: PeopleMeans): Promise<void> {
	try {
		await show(store, upload, await planOf(store, upload, means), { means, reason: null });
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		const why = reason.fields.file ?? 'unknown_format';
		const found = /_column$/.test(why) ? await columnsAlone(store, upload, means) : {};
		const to = { state: 'failed', now: means.now(), reason: `file_${why}`, found } as const;
		await store.transaction(async (tx) => {
			await tx.peopleUploads.dropRows(upload.id);
			await tx.peopleUploads.move(upload.id, ['reading'], to);
		});
	}
}

/** Of a file in which a column is missing: those that it has, so that somebody can say which it is. */
async function columnsAlone(store: Store, { token, reading }: PeopleUpload, { readGeoPackage }: PeopleMeans) {
	const { columns, layer } = readingOf(reading);
	const raw = await readPeopleFile(store.peopleFiles.read(token!), readGeoPackage, layer);
	const known = plannedColumns(raw, columnsOf(raw.rows, columns)).slice(0, MOST_COLUMNS);
	return { columns: known, layer: raw.layer, layers: raw.layers, format: raw.format };
}

async function planOf(store: Store, upload: PeopleUpload, means: PeopleMeans): Promise<PeoplePlan> {
	const { municipality, fileName, token } = upload;
	const { columns, layer, allOurs }: Reading = readingOf(upload.reading);
	const origin = upload.origin as TypedOrigin | null;
	return preparePeople({
		bytes: store.peopleFiles.read(token!),
		fileName,
		municipality: allOurs ? municipality : null,
		scope: municipality,
		source: origin?.source ?? null,
		date: origin?.date ?? null,
		chosen: columns,
		layer,
		progress: means.progress,
		municipalities: await store.geography.municipalities(),
		borders: await store.areas.all('municipality'),
		known: store.population.codes,
		readGeoPackage: means.readGeoPackage,
	});
}

/** Keeps a plan to be looked at; one of which nothing would be kept can't be published. */
async function show(
	store: Store,
	upload: PeopleUpload,
	plan: PeoplePlan,
	{ means, reason }: { means: PeopleMeans; reason: string | null },
): Promise<void> {
	const rows = rowsOf(plan);
	await store.transaction((tx) => tx.peopleUploads.dropRows(upload.id));
	for (let at = 0; at < rows.length; at += AT_ONCE)
		await store.transaction(async (tx) => {
			for (const [n, row] of rows.slice(at, at + AT_ONCE).entries())
				await tx.peopleUploads.addRow(upload.id, at + n, row);
		});
	const isEmpty = plan.contents.every(isBare);
	const why = plan.contents.length === 0 ? 'problems' : isEmpty ? 'nothing_here' : null;
	const to = {
		...({ state: why ? 'failed' : 'ready', reason: why ?? reason } as const),
		...{ now: means.now(), found: foundIn(plan), digest: peopleDigest(plan) },
	};
	await store.transaction((tx) => tx.peopleUploads.move(upload.id, ['reading', 'publishing'], to));
}

const isBare = (content: PeoplePlan['contents'][number]): boolean => {
	if (content.what === 'areas') return content.areas.length === 0;
	if (content.what === 'figures') return content.figures.length === 0;
	return content.what === 'cells' ? content.cells.length === 0 : content.classes.length === 0;
};

function foundIn(plan: PeoplePlan): FoundPeople {
	const { format, layer, layers, system, level, source, date, sums, contents } = plan;
	const problems = [...Map.groupBy(plan.problems, ({ reason }) => reason)].map(([reason, some]) => ({
		...{ reason, refuses: refuses(reason), count: some.length },
		examples: some.slice(0, EXAMPLES).map(({ line, code, value }) => ({ line, code, value })),
	}));
	return {
		...{ format, layer, layers, system, level, source, date, sums, problems },
		columns: plan.columns.slice(0, MOST_COLUMNS),
		holds: contents.map(({ what }) => what),
		counted: contents.some((content) => content.what === 'areas' && content.figures.length > 0),
	};
}

/** Every record of a plan with its fate and all that is said of it. */
export function rowsOf(plan: PeoplePlan): PeopleUploadRow[] {
	const told = Map.groupBy(plan.problems, ({ line }) => line);
	return plan.rows.map(({ line, code, fate }) => ({
		...{ line, code: code.slice(0, 60), fate },
		problems: (told.get(line) ?? []).map(({ reason, value }) => ({ reason, value })),
	}));
}

/** What a plan would do, in short: another file, another reading of it, or another store below it, has another. */
export function peopleDigest({ sha256, level, rows, sums, contents }: PeoplePlan): string {
	const held = contents.map(({ what, level }) => [what, level]);
	const hash = createHash('sha256').update(JSON.stringify([sha256, level, held, sums]));
	for (const { line, code, fate } of rows) hash.update(JSON.stringify([line, code, fate]));
	return hash.digest('hex');
}

/** Publishes what was looked at. Where that has become something else meanwhile, it is shown anew instead. */
async function publish(store: Store, upload: PeopleUpload, means: PeopleMeans): Promise<void> {
	const plan = await planOf(store, upload, means);
	if (peopleDigest(plan) !== upload.digest) return show(store, upload, plan, { means, reason: 'changed' });
	const { file, sha256, source, date, contents } = plan;
	const { licence } = upload.origin as TypedOrigin;
	const now = means.now();
	await store.transaction(async (tx) => {
		const imports: number[] = [];
		for (const content of contents)
			imports.push(await tx.population.keep(content, { file, sha256, source, date, licence, at: now }));
		const to = { state: 'published', now, imports, token: null } as const;
		if (!(await tx.peopleUploads.move(upload.id, ['publishing'], to))) throw new Conflict('upload.moved');
		await tx.peopleUploads.dropRows(upload.id);
		const rows = plan.rows.filter(({ fate }) => fate === 'new' || fate === 'replaces').length;
		await step(tx, upload, 'population.published', now, { file, level: plan.level, rows });
	});
	store.peopleFiles.remove(upload.token!);
}

async function remove(store: Store, upload: PeopleUpload, means: PeopleMeans): Promise<void> {
	const { id, level, municipality } = upload;
	const now = means.now();
	await store.transaction(async (tx) => {
		const removed = await tx.population.remove(level!, municipality, now);
		if (!removed) return tx.peopleUploads.move(id, ['publishing'], { state: 'dropped', now });
		await tx.peopleUploads.move(id, ['publishing'], { state: 'published', now, imports: [removed.id] });
		return step(tx, upload, 'population.removed', now, { level, rows: removed.rows });
	});
}

async function undo(store: Store, upload: PeopleUpload, means: PeopleMeans): Promise<void> {
	const { id, imports, fileName, level } = upload;
	const now = means.now();
	try {
		await store.transaction(async (tx) => {
			await tx.population.undo(imports!, now);
			await tx.peopleUploads.move(id, ['undoing'], { state: 'undone', now });
			const of = level ?? (upload.found as Partial<FoundPeople> | null)?.level ?? null;
			await step(tx, upload, 'population.undone', now, { ...(fileName ? { file: fileName } : {}), level: of });
		});
	} catch (reason) {
		if (!(reason instanceof Refusal) || !reason.key.startsWith('population.')) throw reason;
		const to = { state: 'published', now, reason: reason.key.slice('population.'.length) } as const;
		await store.transaction((tx) => tx.peopleUploads.move(id, ['undoing'], to));
	}
}

/** What is told of a change in the trail. */
async function step(
	tx: Queries,
	{ person, municipality }: PeopleUpload,
	action: 'population.published' | 'population.removed' | 'population.undone',
	at: number,
	{ file, level, rows }: { file?: string; level: string | null; rows?: number },
): Promise<void> {
	const after = {
		...(file === undefined ? {} : { 'import.file': file }),
		'population.level': level,
		...(rows === undefined ? {} : { 'population.rows': rows }),
	};
	await tx.audit.add({ at, by: `person:${person}`, action, municipality, after });
}
