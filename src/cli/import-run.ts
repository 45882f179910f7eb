import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readConfig } from '../config.ts';
import { Invalid } from '../domain/errors.ts';
import { prepareImport } from '../intake/import.ts';
import { type Mapping, mappingText, parseMapping } from '../intake/mapping.ts';
import { prepareOsm } from '../intake/osm/import.ts';
import { fetchOverpass } from '../intake/osm/overpass.ts';
import type { Plan } from '../intake/plan.ts';
import { publishImport } from '../intake/publish.ts';
import { undoBatch } from '../intake/undo.ts';
import { openStore, type Store } from '../store/open.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import type { ImportOptions } from './import.ts';
import { progressBar } from './import-progress.ts';
import { Failure, sentenceOf } from './import-refusals.ts';
import { writeReports } from './import-report.ts';

const locale = consoleLocale(process.env);
const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

/** `samlas import FILE`. Gives the exit code: 0 done, 2 nothing could be read, 1 anything else. */
export function importFile(file: string | undefined, options: ImportOptions): Promise<number> {
	return withStore(file, async (store) => {
		if (!file) throw new Failure(m.intake_file_missing({}, { locale }));
		const municipality = await municipalityOf(store, options.municipality);
		const mapping = options.mapping ? loadMapping(options.mapping) : undefined;
		const bytes = readBytes(file);
		const bar = progressBar(m.intake_reading({ file: basename(file) }, { locale }));
		const input = { store, bytes, fileName: basename(file), municipality: municipality.code, progress: bar.step };
		const plan = await prepareImport({ ...input, ...(mapping && { mapping }) }).finally(bar.stop);
		if (options.saveMapping && plan.mapping) saveMapping(options.saveMapping, plan.mapping);
		await finish(store, plan, municipality.name, options);
	});
}

/** `samlas import osm FILE`. */
export function importOsm(file: string | undefined, options: ImportOptions): Promise<number> {
	return withStore(file ?? options.overpass, async (store) => {
		const municipality = await municipalityOf(store, options.municipality);
		const bytes = await osmBytes(file, options, municipality);
		const fileName = file ? basename(file) : 'overpass.json';
		const plan = await prepareOsm({ store, bytes, fileName, municipality: municipality.code });
		if (plan.skipped > 0) say(m.intake_osm_skipped({ count: plan.skipped }, { locale }));
		await finish(store, plan, municipality.name, options);
	});
}

/** `samlas import --undo BATCH`. */
export function takeBack(options: ImportOptions): Promise<number> {
	return withStore(undefined, async (store) => {
		const batch = Number(options.undo);
		if (!Number.isSafeInteger(batch))
			throw new Failure(m.intake_batch_unknown({ batch: options.undo ?? '' }, { locale }));
		const count = await undoBatch(store, batch);
		say(m.intake_undone({ batch, count }, { locale }));
	});
}

async function withStore(file: string | undefined, work: (store: Store) => Promise<void>): Promise<number> {
	let store: Store | undefined;
	try {
		store = await openStore(readConfig(process.env).SAMLAS_DATA);
		await work(store);
		return 0;
	} catch (reason) {
		const { sentence, code } = sentenceOf(reason, file ?? '', locale);
		process.stderr.write(`${sentence}\n`);
		return code;
	} finally {
		store?.close();
	}
}

async function finish(store: Store, plan: Plan, municipality: string, options: ImportOptions): Promise<void> {
	const batch = options.dryRun ? null : await publish(store, plan);
	const told = { file: plan.file, municipality };
	say(batch === null ? m.intake_dry(told, { locale }) : m.intake_done({ ...told, batch }, { locale }));
	say(...writeReports(plan, { locale, municipality, batch, at: Math.floor(Date.now() / 1000) }, options, store.folder));
}

async function publish(store: Store, plan: Plan): Promise<number> {
	const bar = progressBar(m.intake_publishing({}, { locale }));
	return publishImport(store, plan, { progress: bar.step }).finally(bar.stop);
}

async function municipalityOf(store: Store, text: string | undefined) {
	if (!text) throw new Failure(m.intake_municipality_missing({}, { locale }));
	const wanted = text.trim().toLowerCase();
	const all = await store.geography.municipalities();
	const found = all.find(({ code, name, fullName }) =>
		[code, name.toLowerCase(), fullName.toLowerCase()].includes(/^\d{3}$/.test(wanted) ? `0${wanted}` : wanted),
	);
	if (!found) throw new Failure(m.intake_municipality_unknown({ text }, { locale }));
	return found;
}

function readBytes(file: string): Uint8Array {
	try {
		return readFileSync(file);
	} catch {
		throw new Failure(m.intake_no_file({ file }, { locale }), 2);
	}
}

async function osmBytes(
	file: string | undefined,
	options: ImportOptions,
	municipality: { code: string },
): Promise<Uint8Array> {
	if (options.overpass) return fetchOverpass(options.overpass, municipality.code);
	if (!file) throw new Failure(m.intake_file_missing({}, { locale }));
	return readBytes(file);
}

function loadMapping(file: string): Mapping {
	const bytes = readBytes(file);
	try {
		return parseMapping(JSON.parse(Buffer.from(bytes).toString('utf8')));
	} catch (reason) {
		const wrong = reason instanceof Invalid ? reason.fields : { [basename(file)]: 'json' };
		const fields = Object.entries(wrong).map(([field, why]) => `${field} (${why})`);
		throw new Failure(m.intake_mapping_wrong({ fields: fields.join(', ') }, { locale }));
	}
}

function saveMapping(file: string, mapping: Mapping): void {
	writeFileSync(file, mappingText(mapping));
	say(m.intake_mapping_saved({ file }, { locale }));
}
