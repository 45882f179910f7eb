import type { AreaFigures, AreaLevel } from '../../domain/population.ts';
import { type AgeGroup, bandsOf } from './bands.ts';
import { ageOf, type Columns } from './columns.ts';
import { countOf, sexOf } from './numbers.ts';
import type { PeopleProblem, PeopleReason } from './problem.ts';

/** A record whose area is known. */
export interface CodedRow {
	line: number;
	code: string;
	municipality: string;
	cells: Record<string, string>;
}

type Sex = 'all' | 'women' | 'men';

/** What is counted in one area, by whom and of which age. */
interface Gathered {
	line: number;
	municipality: string;
	cells: Map<string, { sex: Sex; age: ReturnType<typeof ageOf>; persons: number | null }>;
}

/** Whether a file's columns hold persons at all. */
export const hasFigures = ({ of, ages }: Columns): boolean =>
	of.persons !== undefined || ages.length > 0 || (of.women !== undefined && of.men !== undefined);

/**
 * Persons by area, age and sex, from one row an area with a column for each age, or one row a count. Everything that cannot be
 * read is told in `problems`. Where a table has totals they are the persons; else the sum of its parts is.
 */
export function figuresOf(
	rows: readonly CodedRow[],
	level: AreaLevel,
	columns: Columns,
	problems: PeopleProblem[],
): AreaFigures[] {
	const areas = new Map<string, Gathered>();
	for (const row of rows) {
		const area = areas.get(row.code) ?? { line: row.line, municipality: row.municipality, cells: new Map() };
		areas.set(row.code, area);
		for (const cell of cellsOf(row, columns, problems)) {
			const key = `${cell.sex} ${typeof cell.age === 'object' ? `${cell.age?.from}-${cell.age?.to}` : cell.age}`;
			if (area.cells.has(key)) problems.push(told(row, 'double', key.replace(' all', '').replace('all ', '')));
			area.cells.set(key, cell);
		}
	}
	return [...areas].flatMap(([code, area]) => figureOf(code, area, level, problems));
}

function* cellsOf(row: CodedRow, { of, ages }: Columns, problems: PeopleProblem[]) {
	const sex = of.sex === undefined ? 'all' : sexOf(row.cells[of.sex] ?? '');
	const age = of.age === undefined ? 'all' : ageOf(row.cells[of.age] ?? '');
	if (sex === null) return void problems.push(told(row, 'bad_sex', row.cells[of.sex!] ?? ''));
	if (age === null) return void problems.push(told(row, 'bad_age', row.cells[of.age!] ?? ''));
	const read = (column: string) => personsOf(row, column, problems);
	if (of.persons !== undefined) yield { sex, age, persons: read(of.persons) };
	if (of.women !== undefined && of.sex === undefined) yield { sex: 'women' as const, age, persons: read(of.women) };
	if (of.men !== undefined && of.sex === undefined) yield { sex: 'men' as const, age, persons: read(of.men) };
	if (of.age === undefined)
		for (const { column, from, to } of ages) yield { sex, age: { from, to }, persons: read(column) };
}

/** The persons of a cell; null where they are covered or cannot be read, which is told. */
export function personsOf(
	row: Pick<CodedRow, 'line' | 'code' | 'cells'>,
	column: string,
	problems: PeopleProblem[],
): number | null {
	const text = row.cells[column];
	const count = countOf(text);
	if (count === 'hidden') problems.push(told(row, 'hidden_value', column));
	else if (count === null) problems.push(told(row, 'not_a_number', `${column}: ${text}`));
	else if (count < 0) problems.push(told(row, 'negative', `${column}: ${text}`));
	else return count;
	return null;
}

function figureOf(
	code: string,
	{ line, municipality, cells }: Gathered,
	level: AreaLevel,
	problems: PeopleProblem[],
): AreaFigures[] {
	const all = [...cells.values()];
	const groups = (...sexes: Sex[]) => groupsOf(all.filter(({ sex }) => sexes.includes(sex)));
	const total = (...sexes: Sex[]) => {
		const found = sexes.map((sex) => all.find((cell) => cell.sex === sex && cell.age === 'all')?.persons ?? null);
		return found.includes(null) ? null : found.reduce<number>((sum, persons) => sum + (persons ?? 0), 0);
	};
	const parts = groups('all').length > 0 ? groups('all') : groups('women', 'men');
	const sum = parts.reduce((whole, { persons }) => whole + persons, 0);
	const persons = total('all') ?? total('women', 'men') ?? (parts.length > 0 ? sum : null);
	// Covered, or not read: that is told already, and nobody is made up for it.
	if (persons === null) return [];
	const row = { line, code };
	const ages = parts.length > 0 ? bandsOf(parts) : null;
	if (parts.length > 0 && ages === null) problems.push(told(row, 'ages_overlap', ''));
	if (ages && Math.abs(sum - persons) > Math.max(15, persons * 0.05))
		problems.push(told(row, 'ages_differ', `${sum} / ${persons}`));
	const women = groups('women');
	return [{ level, code, municipality, persons, ages, women: ages && women.length > 0 ? bandsOf(women) : null }];
}

/** Age groups that are known, those of the same years together. */
function groupsOf(cells: { age: ReturnType<typeof ageOf>; persons: number | null }[]): AgeGroup[] {
	const groups = new Map<string, AgeGroup>();
	for (const { age, persons } of cells) {
		if (age === null || age === 'all' || persons === null) continue;
		const key = `${age.from}-${age.to}`;
		const known = groups.get(key);
		if (known) known.persons += persons;
		else groups.set(key, { ...age, persons });
	}
	return [...groups.values()];
}

const told = ({ line, code }: { line: number; code: string }, reason: PeopleReason, value: string): PeopleProblem => ({
	line,
	code,
	reason,
	value: value.slice(0, 60),
});
