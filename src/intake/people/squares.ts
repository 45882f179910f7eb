import type { GridCell } from '../../domain/population.ts';
import { bandsOf } from './bands.ts';
import { type Columns, SQUARE } from './columns.ts';
import { personsOf } from './figures.ts';
import type { PeopleProblem, PeopleReason } from './problem.ts';
import { cornerOf, fromSweref } from './project.ts';
import type { RawRow } from './raw.ts';

/** Metres. */
const SIDES = [250, 1000];

/** The south-west corner of a square and its side, metres in SWEREF 99 TM. */
interface Square {
	line: number;
	code: string;
	east: number;
	north: number;
	side: number;
	cells: Record<string, string>;
}

/**
 * Squares with people, from their codes (six digits east, seven north, of the south-west corner). The side is what the file
 * says, else 1 000 m when every corner is on a whole kilometre, else 250. A file with both is kept as 250 m squares, each in its
 * own middle. Squares without anybody are left out.
 */
export function squaresOf(
	rows: readonly RawRow[],
	columns: Columns,
	whose: (row: RawRow, lon: number, lat: number) => { municipality: string } | { reason: PeopleReason; value: string },
	problems: PeopleProblem[],
): GridCell[] {
	const squares = cornersOf(rows, columns, problems);
	const level = squares.some(({ side }) => side === 250) ? 'grid250' : 'grid1000';
	const seen = new Set<string>();
	return squares.flatMap(({ line, code, east, north, side, cells }) => {
		const told = (reason: PeopleProblem['reason'], value = '') => {
			problems.push({ line, code, reason, value });
			return [];
		};
		if (east % 250 !== 0 || north % 250 !== 0) return told('off_grid');
		if (seen.has(code)) return told('double');
		seen.add(code);
		const { persons, ages } = countsOf({ line, code, cells }, columns, problems);
		if (persons === null) return [];
		if (persons === 0) return told('empty_square');
		const { lon, lat } = fromSweref(east + side / 2, north + side / 2);
		const found = whose({ line, cells, geometry: null }, lon, lat);
		if ('reason' in found) return told(found.reason, found.value);
		return [{ level, municipality: found.municipality, east, north, lon, lat, persons, ages }];
	});
}

function cornersOf(rows: readonly RawRow[], { codes, of }: Columns, problems: PeopleProblem[]): Square[] {
	const found = rows.flatMap(({ line, cells, geometry }) => {
		const code = cells[codes!.column]?.trim() ?? '';
		const match = SQUARE.exec(code);
		if (!match) {
			problems.push({ line, code: code.slice(0, 40), reason: code === '' ? 'no_code' : 'bad_code', value: '' });
			return [];
		}
		const said = Number(cells[of.side ?? '']);
		return [{ line, code, east: Number(match[1]), north: Number(match[2]), said, cells, geometry }];
	});
	const isKilometres = found.every(({ east, north }) => east % 1000 === 0 && north % 1000 === 0);
	const usual = isKilometres ? 1000 : 250;
	return found.map(({ said, geometry: _, ...square }) => ({ ...square, side: SIDES.includes(said) ? said : usual }));
}

function countsOf(
	row: { line: number; code: string; cells: Record<string, string> },
	{ of, ages }: Columns,
	problems: PeopleProblem[],
) {
	const read = (column: string) => personsOf(row, column, problems);
	const groups = ages.map(({ column, from, to }) => ({ from, to, persons: read(column) ?? 0 }));
	const sum = groups.reduce((whole, { persons }) => whole + persons, 0);
	const persons = of.persons === undefined ? (groups.length > 0 ? sum : null) : read(of.persons);
	return { persons, ages: groups.length > 0 ? bandsOf(groups) : null };
}

/** Geometries of squares whose codes are missing, as codes: the south-west corner where the file is in SWEREF 99 TM. */
export function codedByCorner(rows: readonly RawRow[]): RawRow[] | null {
	const isAll = rows.every(({ geometry }) => {
		const corner = geometry && cornerOf(geometry);
		return corner && corner[0] > 200_000 && corner[1] > 6_000_000;
	});
	if (!isAll || rows.length === 0) return null;
	return rows.map((row) => {
		const ring = (row.geometry!.type === 'Polygon' ? (row.geometry!.coordinates as number[][][])[0] : null) ?? [];
		if (ring.length !== 5) return row;
		const [east, north] = [0, 1].map((axis) => Math.min(...ring.map((point) => point[axis]!))) as [number, number];
		return { ...row, cells: { ...row.cells, rutid: `${Math.round(east)}${Math.round(north)}` } };
	});
}
