import { Invalid } from '../../domain/errors.ts';
import type { Area, AreaLevel } from '../../domain/population.ts';
import { slugOf } from '../../domain/slug.ts';
import { borderSaid } from './border.ts';
import { codedRows } from './coded.ts';
import type { Columns } from './columns.ts';
import { farFrom } from './far.ts';
import type { CodedRow } from './figures.ts';
import type { PeopleInput } from './prepare.ts';
import { type PeopleProblem, refuses } from './problem.ts';
import { cornerOf, type Projected, projectionOf } from './project.ts';
import type { Raw, RawRow } from './raw.ts';
import { shapeOf } from './shape.ts';

/** There are 6 160 DeSO in Sweden, and 3 363 RegSO. */
const MOST_AREAS = 20_000;

type DrawnRow = CodedRow & Pick<RawRow, 'geometry'>;

interface Found {
	level: AreaLevel;
	rows: DrawnRow[];
	areas: Area[];
	system: string | null;
}

/** The polygons of a file: of DeSO, RegSO or municipalities by their codes, else a municipality's own districts by their names. */
export function areasOf(raw: Raw, columns: Columns, input: PeopleInput, problems: PeopleProblem[]): Found {
	const level = columns.codes && columns.codes.kind !== 'square' ? columns.codes.kind : 'district';
	const codes = new Set(input.municipalities.map(({ code }) => code));
	// A column of municipalities' codes beside names is whose the districts are, when there are several of each.
	const isShared = level === 'municipality' && sharesCodes(raw.rows, columns.codes!.column);
	const kind = isShared ? 'district' : level;
	const rows =
		kind === 'district'
			? districtRows(raw.rows, columns, input, codes, problems)
			: codedRows(raw.rows, kind, columns, (code) => codes.has(code), problems);
	if (rows.length > MOST_AREAS) throw new Invalid({ file: 'too_many_areas' });
	const corners = rows.flatMap(({ geometry }) => {
		const corner = geometry && cornerOf(geometry);
		return corner ? [corner] : [];
	});
	if (corners.length === 0)
		return { level: kind, rows, areas: drawn(rows, kind, columns, asIs, input, problems), system: null };
	const projected = projectionOf(corners, raw.crs);
	if ('reason' in projected) {
		problems.push({ line: 0, code: '', reason: projected.reason, value: told(corners[0], projected.system) });
		return { level: kind, rows, areas: [], system: null };
	}
	if (raw.crs && raw.crs !== projected.system)
		problems.push({ line: 0, code: '', reason: 'crs_differs', value: `${raw.crs} / ${projected.system}` });
	return { level: kind, rows, areas: drawn(rows, kind, columns, projected, input, problems), system: projected.system };
}

/** For records none of which is drawn: each is told. */
const asIs = { to: (x: number, y: number) => ({ lon: x, lat: y }), system: '' };

const told = (corner: [number, number] | undefined, system: string) =>
	[system, corner?.join(' ')].filter(Boolean).join(': ');

function drawn(
	rows: DrawnRow[],
	level: AreaLevel,
	columns: Columns,
	projected: Extract<Projected, { to: unknown }>,
	input: PeopleInput,
	problems: PeopleProblem[],
): Area[] {
	const seen = new Set<string>();
	const names = new Map(input.municipalities.map(({ code, name }) => [code, name]));
	return rows.flatMap(({ line, code, municipality, cells, geometry }, at) => {
		input.progress?.(at + 1, rows.length);
		const leave = (reason: PeopleProblem['reason'], value = '') => {
			problems.push({ line, code, reason, value });
			return [];
		};
		if (seen.has(code)) return leave('double');
		seen.add(code);
		if (!geometry) return leave('no_geometry');
		const shape = shapeOf(geometry, projected.to);
		if ('reason' in shape) return leave(shape.reason, shape.where);
		const away = farFrom(municipality, shape.point);
		if (away !== null) return leave('far_away', `${away} km`);
		const said = level === 'municipality' ? borderSaid(code, shape.polygon) : null;
		if (said && refuses(said.reason)) return leave(said.reason, said.value);
		if (said) problems.push({ line, code, ...said });
		const own = level === 'municipality' ? names.get(code) : undefined;
		const name = own ?? (cells[columns.of.name ?? '']?.trim().slice(0, 100) || code);
		return [{ level, code, name, municipality, polygon: shape.polygon, ...shape.point }];
	});
}

function sharesCodes(rows: readonly RawRow[], column: string): boolean {
	const codes = rows.map(({ cells }) => cells[column] ?? '');
	return new Set(codes).size * 2 <= codes.length;
}

/** Own districts: each by its name, within the municipality that the operator or the file names. */
function districtRows(
	rows: readonly RawRow[],
	{ codes, of }: Columns,
	input: PeopleInput,
	known: ReadonlySet<string>,
	problems: PeopleProblem[],
): DrawnRow[] {
	const column = of.municipality ?? codes?.column;
	if (of.name === undefined) throw new Invalid({ file: 'no_name_or_code_column' });
	return rows.flatMap(({ line, cells, geometry }) => {
		const name = cells[of.name!]?.trim() ?? '';
		const leave = (reason: PeopleProblem['reason']) => {
			problems.push({ line, code: name.slice(0, 40), reason, value: '' });
			return [];
		};
		if (name === '') return leave('no_code');
		const municipality = input.municipality ?? input.scope ?? /^\d{4}/.exec(cells[column ?? ''] ?? '')?.[0];
		if (!municipality) return leave('no_municipality');
		if (!known.has(municipality)) return leave('unknown_municipality');
		return [{ line, code: `${municipality}-${slugOf(name)}`, municipality, cells, geometry }];
	});
}
