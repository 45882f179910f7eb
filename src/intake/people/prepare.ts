import { createHash } from 'node:crypto';
import { Invalid } from '../../domain/errors.ts';
import type { Area, AreaFigures, AreaLevel, PopulationContent, PopulationLevel } from '../../domain/population.ts';
import { areasOf } from './areas.ts';
import { codedRows, latestOf } from './coded.ts';
import { type Chosen, type Columns, columnsOf, meaningsOf, namesOf } from './columns.ts';
import { farFrom } from './far.ts';
import { type CodedRow, figuresOf, hasFigures } from './figures.ts';
import { classOf } from './numbers.ts';
import type { MunicipalitySum, PeoplePlan, PlannedColumn, PlannedRecord } from './plan.ts';
import { type PeopleProblem, refuses } from './problem.ts';
import type { Raw } from './raw.ts';
import { type ReadGeoPackage, readPeopleFile } from './read.ts';
import { within } from './scope.ts';
import { codedByCorner, squaresOf } from './squares.ts';
import { whoseLand } from './whose.ts';

/** What is known already, and what the operator says of the file. */
export interface PeopleInput {
	bytes: Uint8Array;
	fileName: string;
	/** Whose districts or squares they are; null where the file tells. */
	municipality: string | null;
	/** Who made the data and of when they are; null where the file tells, or nobody. */
	source: string | null;
	date: string | null;
	/** Whose people alone are kept, where whoever brings the file may bring no others'; null for everybody's. */
	scope?: string | null;
	/** What somebody says that the columns hold; null leaves it to their headings. */
	chosen?: Chosen | null;
	/** The layer of a GeoPackage that is wanted. */
	layer?: string | null;
	/** Told of how many areas have been looked at. */
	progress?: (done: number, all: number) => void;
	municipalities: readonly { code: string; name: string; population: number }[];
	/** Polygons of municipalities that are imported. */
	borders: readonly Area[];
	/** Codes that are kept already, of polygons and of everything. */
	known: (level: PopulationLevel) => Promise<{ polygons: ReadonlySet<string>; all: ReadonlySet<string> }>;
	readGeoPackage: ReadGeoPackage;
}

interface Made {
	level: PopulationLevel;
	contents: PopulationContent[];
	system: string | null;
	codes: { line: number; code: string }[];
}

/** More than so many times the registered population is another column, or another place. */
const IMPOSSIBLE = 2;
/** A sum further than this from what is registered is told. */
const APART = 0.03;

/**
 * Reads a file of areas, squares, figures or classes and works out what keeping it would do; writes nothing. One record that is
 * wrong is enough for nothing to be kept: half a municipality's people would be worse than an estimate. Throws `Invalid`
 * (`file: reason`) when nothing can be read.
 */
export async function preparePeople(input: PeopleInput): Promise<PeoplePlan> {
	const raw = await readPeopleFile(input.bytes, input.readGeoPackage, input.layer);
	const columns = columnsOf(raw.rows, input.chosen);
	const problems: PeopleProblem[] = raw.problems.map(({ line, reason }) => ({
		line,
		code: '',
		reason: reason === 'broken_geometry' ? 'broken_geometry' : 'broken_row',
		value: '',
	}));
	const made = make(raw, columns, input, problems);
	const known = made ? await input.known(made.level) : null;
	const sums = made ? sumsOf(made, input, known!.polygons) : [];
	judge(made, sums, input, problems);
	const isRefused = problems.some(({ reason }) => refuses(reason));
	return {
		file: input.fileName,
		sha256: createHash('sha256').update(input.bytes).digest('hex'),
		format: raw.format,
		layer: raw.layer,
		layers: raw.layers,
		columns: plannedColumns(raw, columns),
		system: made?.system ?? null,
		level: made?.level ?? null,
		source: input.source ?? raw.source,
		date: input.date ?? latestOf(raw.rows, columns.of.year),
		contents: isRefused ? [] : (made?.contents ?? []),
		rows: fates(raw, made, known?.all ?? new Set(), problems, isRefused),
		problems: problems.toSorted((a, b) => Number(refuses(b.reason)) - Number(refuses(a.reason)) || a.line - b.line),
		sums,
	};
}

/** The columns of a file, and what each is taken to mean. */
export function plannedColumns({ rows }: Raw, columns: Columns): PlannedColumn[] {
	const meanings = meaningsOf(columns);
	return namesOf(rows).map((name) => ({
		name,
		sample: (rows.find(({ cells }) => cells[name])?.cells[name] ?? '').slice(0, 60),
		meaning: Object.hasOwn(meanings, name) ? meanings[name]! : null,
	}));
}

function make(file: Raw, columns: Columns, input: PeopleInput, problems: PeopleProblem[]): Made | null {
	const raw = input.scope ? { ...file, rows: within(input.scope, file.rows, columns, input, problems) } : file;
	const isMap = raw.rows.some(({ geometry }) => geometry !== null);
	if (columns.codes?.kind === 'square') return cellsMade(raw.rows, columns, input, problems);
	if (!columns.codes && isMap) {
		const cornered = codedByCorner(raw.rows);
		const again = cornered && columnsOf(cornered);
		if (again?.codes?.kind === 'square' && hasFigures(again)) return cellsMade(cornered!, again, input, problems);
	}
	if (isMap) return areasMade(raw, columns, input, problems);
	if (!columns.codes) throw new Invalid({ file: 'no_code_column' });
	return figuresMade(raw, columns, input, problems);
}

function cellsMade(rows: Raw['rows'], columns: Columns, input: PeopleInput, problems: PeopleProblem[]): Made {
	if (columns.of.persons === undefined && columns.ages.length === 0) throw new Invalid({ file: 'no_persons_column' });
	const codes = new Set(input.municipalities.map(({ code }) => code));
	const whose = whoseLand(input.borders);
	const column = columns.of.municipality;
	const cells = squaresOf(
		rows,
		columns,
		(row, lon, lat) => {
			const said = /^\d{4}/.exec(row.cells[column ?? ''] ?? '')?.[0];
			const municipality = input.municipality ?? said ?? whose.at(lon, lat);
			if (!codes.has(municipality)) return { reason: 'unknown_municipality', value: row.cells[column ?? ''] ?? '' };
			if (input.scope && municipality !== input.scope) return { reason: 'other_municipality', value: '' };
			const away = farFrom(municipality, { lon, lat });
			return away === null ? { municipality } : { reason: 'far_away', value: `${away} km` };
		},
		problems,
	);
	if (whose.told.guessed > 0)
		problems.push({ line: 0, code: '', reason: 'municipality_guessed', value: String(whose.told.guessed) });
	const level = cells[0]?.level ?? 'grid1000';
	const lines = new Map(rows.map(({ line, cells }) => [cells[columns.codes!.column] ?? '', line]));
	const kept = cells.map(({ east, north }) => `${east}${north}`).map((code) => ({ line: lines.get(code) ?? 0, code }));
	return { level, contents: [{ what: 'cells', level, cells }], system: 'EPSG:3006', codes: kept };
}

function areasMade(raw: Raw, columns: Columns, input: PeopleInput, problems: PeopleProblem[]): Made {
	const { level, rows, areas, system } = areasOf(raw, columns, input, problems);
	const contents: PopulationContent[] = [];
	const figures = hasFigures(columns) ? figuresOf(rows, level, columns, problems) : [];
	contents.push({ what: 'areas', level, areas, figures });
	const classes = classesOf(rows, level, columns, problems);
	if (classes) contents.push(classes);
	if (figures.length === 0) problems.push({ line: 0, code: '', reason: 'no_figures', value: '' });
	return { level, contents, system, codes: rows };
}

function figuresMade(raw: Raw, columns: Columns, input: PeopleInput, problems: PeopleProblem[]): Made {
	const level = columns.codes!.kind as Exclude<AreaLevel, 'district'>;
	const known = new Set(input.municipalities.map(({ code }) => code));
	const rows = codedRows(raw.rows, level, columns, (code) => known.has(code), problems);
	const contents: PopulationContent[] = [];
	if (hasFigures(columns))
		contents.push({ what: 'figures', level, figures: figuresOf(rows, level, columns, problems) });
	const classes = classesOf(rows, level, columns, problems);
	if (classes) contents.push(classes);
	if (contents.length === 0) throw new Invalid({ file: 'no_persons_column' });
	return { level, contents, system: null, codes: rows };
}

function classesOf(
	rows: readonly CodedRow[],
	level: AreaLevel,
	{ of }: Columns,
	problems: PeopleProblem[],
): PopulationContent | null {
	if (of.class === undefined || (level !== 'deso' && level !== 'regso')) return null;
	const seen = new Set<string>();
	const classes = rows.flatMap(({ line, code, cells }) => {
		const value = cells[of.class!] ?? '';
		const found = classOf(value);
		if (found === null) problems.push({ line, code, reason: 'bad_class', value: value.slice(0, 60) });
		if (seen.has(code)) problems.push({ line, code, reason: 'double', value: '' });
		seen.add(code);
		return found === null ? [] : [{ level, code, class: found }];
	});
	return { what: 'classes', level, classes };
}

/** What each municipality has in a file, beside what is registered. */
function sumsOf({ contents }: Made, { municipalities }: PeopleInput, polygons: ReadonlySet<string>): MunicipalitySum[] {
	const own = contents.flatMap((content) => (content.what === 'areas' ? content.areas.map(({ code }) => code) : []));
	const drawn = new Set([...polygons, ...own]);
	const counted = contents.flatMap(
		(content): (Pick<AreaFigures, 'municipality' | 'persons'> & { drawn: boolean })[] => {
			if (content.what === 'cells') return content.cells.map((cell) => ({ ...cell, drawn: true }));
			if (content.what === 'classes') return [];
			const needs = content.level === 'deso' || content.level === 'regso';
			return content.figures.map((row) => ({ ...row, drawn: !needs || row.persons === 0 || drawn.has(row.code) }));
		},
	);
	const names = new Map(municipalities.map((one) => [one.code, one]));
	return [...Map.groupBy(counted, ({ municipality }) => municipality)]
		.map(([code, rows]) => ({
			code,
			name: names.get(code)?.name ?? code,
			count: rows.length,
			persons: rows.reduce((sum, { persons }) => sum + persons, 0),
			registered: names.get(code)?.population ?? 0,
			withoutPolygon: rows.filter((row) => !row.drawn).length,
		}))
		.sort((a, b) => a.code.localeCompare(b.code));
}

/** What the sums say of a file as a whole. */
function judge(
	made: Made | null,
	sums: MunicipalitySum[],
	input: Pick<PeopleInput, 'scope'>,
	problems: PeopleProblem[],
): void {
	const hasCounts = made?.contents.some(
		(content) =>
			content.what === 'cells' ||
			content.what === 'figures' ||
			(content.what === 'areas' && content.figures.length > 0),
	);
	// Of a file that tells of other municipalities alone there is nothing to say.
	if (hasCounts && (made!.codes.length > 0 || !input.scope) && sums.every(({ persons }) => persons === 0))
		problems.push({ line: 0, code: '', reason: 'zero_population', value: '' });
	for (const { code, name, persons, registered, withoutPolygon } of sums) {
		const say = (reason: PeopleProblem['reason'], value: string) => problems.push({ line: 0, code, reason, value });
		const share = registered > 0 ? persons / registered : 1;
		const told = `${name}: ${Math.round(persons)} / ${registered}`;
		if (share > IMPOSSIBLE) say('sum_impossible', told);
		else if (Math.abs(share - 1) > APART && made?.level !== 'district') say('sum_differs', told);
		if (withoutPolygon > 0) say('polygons_missing', `${name}: ${withoutPolygon}`);
	}
}

/** Every record's fate. */
function fates(
	raw: Raw,
	made: Made | null,
	known: ReadonlySet<string>,
	problems: PeopleProblem[],
	isRefused: boolean,
): PlannedRecord[] {
	const why = new Map<number, PeopleProblem>();
	for (const problem of problems) {
		const told = why.get(problem.line);
		if (!told || (refuses(problem.reason) && !refuses(told.reason))) why.set(problem.line, problem);
	}
	const kept = new Map(made?.codes.map(({ line, code }) => [line, code]));
	return raw.rows.map(({ line }) => {
		const problem = why.get(line);
		const code = kept.get(line) ?? problem?.code ?? '';
		if (problem && refuses(problem.reason)) return { line, code, fate: 'refused', reason: problem.reason };
		if (!kept.has(line)) return { line, code, fate: 'left_out', reason: problem?.reason ?? null };
		if (isRefused) return { line, code, fate: 'left_out', reason: null };
		return { line, code, fate: known.has(code) ? 'replaces' : 'new', reason: null };
	});
}
