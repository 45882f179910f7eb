import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Invalid } from '../domain/errors.ts';
import { areaLevels, gridLevels, type PopulationLevel } from '../domain/population.ts';
import type { PeoplePlan } from '../intake/people/plan.ts';
import { preparePeople } from '../intake/people/prepare.ts';
import { readGeoPackage } from '../store/geopackage.ts';
import type { Store } from '../store/open.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import { populationFile, populationLevel, populationReport } from '../text/population.ts';
import { Failure, sentenceOf } from './import-refusals.ts';
import { withStore } from './open.ts';

interface Options {
	municipality?: string;
	source?: string;
	date?: string;
	licence?: string;
	dryRun?: boolean;
	report?: string;
	remove?: string;
}

const locale = consoleLocale(process.env);
const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

/** Adds `import-people`: where people live, for planning. What it reads stands in docs/population.md. */
export function importPeopleCommand(program: Command): void {
	program
		.command('import-people')
		.description('read where people live: SCB areas, squares and tables, own districts (docs/population.md)')
		.argument('[files...]', 'GeoJSON, GeoPackage, CSV, Excel (.xlsx), JSON-stat or PxWeb JSON; gzip too')
		.option('-m, --municipality <code>', 'whose districts or squares they are: four-digit code, such as 1380')
		.option('--source <text>', 'who made the data, such as SCB')
		.option('--date <date>', 'of when they are, such as 2025-12-31')
		.option('--licence <text>', 'on what terms they may be used, such as CC0')
		.option('--dry-run', 'show what would happen and change nothing')
		.option('--report <file>', 'write the fate of every row (JSON)')
		.option('--remove <level>', `take away what is imported: ${[...areaLevels, ...gridLevels].join(', ')}`)
		.action(async (files: string[], options: Options) => {
			process.exitCode = await run(files, options);
		});
}

async function run(files: string[], options: Options): Promise<number> {
	try {
		return await withStore((store) => (options.remove ? remove(store, options) : importAll(store, files, options)));
	} catch (reason) {
		const { sentence, code } = sentenceOf(reason, files.join(', '), locale);
		process.stderr.write(`${sentence}\n`);
		return code;
	}
}

/** All files or none: each is looked through before the first is kept. */
async function importAll(store: Store, files: string[], options: Options): Promise<number> {
	if (files.length === 0) throw new Failure(m.population_file_missing({}, { locale }));
	const plans: PeoplePlan[] = [];
	for (const file of files) plans.push(await planned(store, file, plans, options));
	const isRefused = plans.some(({ contents }) => contents.length === 0);
	const ids = options.dryRun || isRefused ? null : await keep(store, plans, options.licence ?? null);
	for (const [at, plan] of plans.entries())
		say(headline(plan, ids?.[at] ?? null), ...populationReport(plan, locale), '');
	if (options.report) writeReport(options.report, plans);
	return isRefused ? 2 : 0;
}

function headline(plan: PeoplePlan, id: number | null): string {
	const told = { file: plan.file, level: populationLevel(plan.level ?? '', locale) };
	if (plan.contents.length === 0) return m.population_refused(told, { locale });
	return id === null ? m.population_dry(told, { locale }) : m.population_done({ ...told, id }, { locale });
}

async function planned(
	store: Store,
	file: string,
	before: readonly PeoplePlan[],
	options: Options,
): Promise<PeoplePlan> {
	const municipalities = await store.geography.municipalities();
	const municipality = options.municipality?.trim().padStart(4, '0') ?? null;
	if (municipality && !municipalities.some(({ code }) => code === municipality))
		throw new Failure(m.population_municipality_unknown({ text: municipality }, { locale }));
	try {
		return await preparePeople({
			bytes: bytesOf(file),
			fileName: basename(file),
			municipality,
			source: options.source ?? null,
			date: options.date ?? null,
			municipalities,
			borders: await store.areas.all('municipality'),
			known: (level) => knownBeside(store, level, before),
			readGeoPackage,
		});
	} catch (reason) {
		if (!(reason instanceof Invalid) || !reason.fields.file) throw reason;
		const why = populationFile(reason.fields.file, locale);
		throw new Failure(m.population_nothing({ file: basename(file), reason: why }, { locale }), 2);
	}
}

/** What is kept already, and what the files before this one would bring. */
async function knownBeside(store: Store, level: PopulationLevel, before: readonly PeoplePlan[]) {
	const { polygons, all } = await store.population.codes(level);
	for (const content of before.flatMap(({ contents }) => contents))
		if (content.what === 'areas' && content.level === level) for (const { code } of content.areas) polygons.add(code);
	return { polygons, all };
}

function bytesOf(file: string): Uint8Array {
	try {
		return readFileSync(file);
	} catch {
		throw new Failure(m.population_no_file({ file }, { locale }), 2);
	}
}

/** Keeps what the files hold in one transaction; gives the number of each one's last import. */
function keep(store: Store, plans: readonly PeoplePlan[], licence: string | null): Promise<number[]> {
	const at = Math.floor(Date.now() / 1000);
	return store.transaction(async (tx) => {
		const ids: number[] = [];
		for (const { file, sha256, source, date, contents } of plans) {
			let id = 0;
			for (const content of contents)
				id = await tx.population.keep(content, { file, sha256, source, date, licence, at });
			ids.push(id);
		}
		return ids;
	});
}

async function remove(
	store: Store,
	{ remove: text = '', municipality = null }: Omit<Options, 'municipality'> & { municipality?: string | null },
): Promise<number> {
	const levels: readonly string[] = [...areaLevels, ...gridLevels];
	if (!levels.includes(text))
		throw new Failure(m.population_level_unknown({ text, levels: levels.join(', ') }, { locale }));
	const at = Math.floor(Date.now() / 1000);
	const removed = await store.transaction((tx) => tx.population.remove(text as PopulationLevel, municipality, at));
	const level = populationLevel(text, locale);
	say(
		removed
			? m.population_removed({ count: removed.rows, level }, { locale })
			: m.population_nothing_removed({ level }, { locale }),
	);
	return 0;
}

/** The fate of every row, for other programs. */
function writeReport(file: string, plans: readonly PeoplePlan[]): void {
	const told = plans.map(({ contents, ...plan }) => ({ ...plan, kept: contents.length > 0 }));
	writeFileSync(file, `${JSON.stringify(told, null, '\t')}\n`);
	say(m.population_report_at({ file }, { locale }));
}
