import { kinds } from '#domain/taxonomies.ts';
import { SMALL } from '#planning/mask.ts';
import type { About, Column, Table } from '#planning/table.ts';
import type { HereAnswer, PartRow, WhereRow } from '#planning/topics/here.ts';
import { m } from '#text/generated/messages.js';
import { kindsLabel } from '#text/labels.ts';
import { settlementName } from '#text/planning.ts';
import { basisName } from '#text/planning-here.ts';
import { comparisonCells, comparisonColumns } from './here-pictures.ts';

/** Tables of the section on what is here that no picture shows. */
export function hereTables(answer: HereAnswer, name: string, about: About): Table[] {
	const compared = answer.kinds.length > 0 ? [kindTable(answer, about)] : [];
	const parts = answer.parts.length > 0 ? [partTable(answer.parts, name, about)] : [];
	return [...compared, whereTable(answer.where, about), ...parts];
}

function kindTable({ kinds: beside, register }: HereAnswer, about: About): Table {
	const share = (key: string, label: string): Column => ({ key, label, kind: 'share' });
	return {
		key: 'here-kinds',
		title: m.plan_here_kinds_caption(),
		columns: [
			{ key: 'kind', label: m.plan_here_col_kind(), kind: 'text' },
			...comparisonColumns(),
			share('confirmed_in_time', m.plan_here_col_term()),
			share('in_register', m.plan_here_col_registered()),
			share('looked_after', m.plan_here_col_kept()),
			share('told', m.plan_here_col_told()),
			{ key: 'tells_of', label: m.plan_here_col_basis(), kind: 'text' },
		],
		rows: kinds.map((kind, place) => {
			const { inTerm, registered, kept, told, basis } = register!.bases[kind];
			const cells = [...comparisonCells(beside[place]!), inTerm, registered, kept, told, basisName[basis]()];
			return { cells: [kindsLabel(kind), ...cells] };
		}),
		notes: [],
		about,
	};
}

/** Counts of each kind, and their rates. */
const countColumns = (): Column[] => [
	{ key: 'organisations', label: m.plan_here_col_organisations(), kind: 'count' },
	{ key: 'venues', label: m.plan_here_col_venues(), kind: 'count' },
	{ key: 'activities', label: m.plan_here_col_activities(), kind: 'count' },
	...(['organisation', 'venue', 'activity'] as const).map(
		(kind): Column => ({
			key: `${kind === 'activity' ? 'activities' : `${kind}s`}_per_1000`,
			label: kindsLabel(kind),
			unit: m.plan_here_unit_rate(),
			kind: 'number',
			digits: 2,
		}),
	),
];

function whereTable(rows: readonly WhereRow[], about: About): Table {
	return {
		key: 'here-settlements',
		title: m.plan_here_where_caption(),
		columns: [
			{ key: 'settlement', label: m.plan_here_col_where(), kind: 'text' },
			{ key: 'persons', label: m.plan_here_col_persons(), kind: 'count' },
			...countColumns(),
		],
		rows: rows.map(({ where, persons, masked, counts, rates }) => {
			const name = where === 'unplaced' ? m.plan_here_unplaced_name() : settlementName[where]();
			return {
				cells: [
					name,
					masked ? { under: SMALL } : persons,
					...kinds.map((kind) => counts[kind]),
					...kinds.map((kind) => rates[kind]),
				],
			};
		}),
		notes: [],
		about,
	};
}

function partTable(parts: readonly PartRow[], name: string, about: About): Table {
	const ofMunicipalities = parts.some(({ bases }) => bases);
	return {
		key: 'here-parts',
		title: ofMunicipalities ? m.plan_here_parts_municipalities({ name }) : m.plan_here_parts_counties(),
		columns: [
			{ key: 'place', label: m.plan_here_col_place(), kind: 'text' },
			{ key: 'persons', label: m.plan_here_col_persons(), kind: 'count' },
			...countColumns(),
			...(ofMunicipalities ? [{ key: 'tells_of', label: m.plan_here_col_basis(), kind: 'text' } as const] : []),
		],
		rows: parts.map((part) => ({
			cells: [
				{ text: part.name, href: `/planering/${part.slug}` },
				part.population,
				...kinds.map((kind) => part.counts[kind]),
				...kinds.map((kind) => part.rates[kind]),
				...(part.bases ? [basisName[part.bases.organisation]()] : []),
			],
		})),
		notes: [],
		about,
	};
}
