import type { Picture } from '#planning/section.ts';
import type { About, Row, Table } from '#planning/table.ts';
import type { GapsAnswer, HexagonRow } from '#planning/topics/gaps.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { metresSaid } from '#text/planning.ts';
import { type NamedGap, personsCell } from './gaps.ts';
import { byPersons, hexagonMap, SHOWN_HEXAGONS, shapeOf } from './hexagon-map.ts';

const KM = 1000;
/** Where a darker step begins, in metres. */
const EDGES = [1000, 3000, 5000, 10_000];
const DOT = 3;
const NAMED = 3;

/** How far it is from each hexagon, as a map. */
export async function gapsPictures(answer: GapsAnswer, gaps: readonly NamedGap[], about: About): Promise<Picture[]> {
	const { hexagons, places } = answer;
	const svg = await hexagonMap(
		hexagons.map((hexagon) => ({ id: hexagon.id, look: lookOf(hexagon), said: said(hexagon) })),
		places.map(([lon, lat]) => ({ lon, lat, look: 'place', size: DOT, said: m.plan_gaps_place_dot() })),
	);
	if (!svg) return [];
	const furthest = gaps.slice(0, NAMED).map(({ name }) => name);
	const hidden = hexagons.some(({ persons }) => persons === null);
	return [
		{
			key: 'gaps-map',
			caption: m.plan_gaps_map(),
			alt: furthest.length ? m.plan_gaps_map_alt({ places: furthest.join(', ') }) : m.plan_gaps_map_alt_none(),
			svg,
			legend: [
				...EDGES.map((to, place) => ({ look: `step-${place + 1}`, label: stretch(EDGES[place - 1], to) })),
				{ look: `step-${EDGES.length + 1}`, label: m.plan_gaps_over({ from: metresSaid(EDGES.at(-1)!) }) },
				...(hidden ? [{ look: 'none', label: m.plan_gaps_hidden() }] : []),
				...(places.length ? [{ look: 'place', label: m.plan_gaps_place_dot() }] : []),
			],
			table: cellsTable(answer, about),
			wide: true,
		},
	];
}

const stretch = (from: number | undefined, to: number) =>
	from === undefined
		? m.plan_gaps_upto({ to: metresSaid(to) })
		: m.plan_gaps_between({ from: number(from / KM), to: number(to / KM) });

function lookOf({ persons, median }: HexagonRow): string {
	if (persons === null) return 'none';
	const place = EDGES.findIndex((edge) => (median ?? Number.POSITIVE_INFINITY) <= edge);
	return `step-${place < 0 ? EDGES.length + 1 : place + 1}`;
}

function said({ persons, median }: HexagonRow): string {
	if (persons === null) return m.plan_gaps_hidden();
	return median === null
		? m.plan_gaps_said_nothing({ persons: number(persons) })
		: m.plan_gaps_said({ persons: number(persons), median: metresSaid(median) });
}

/** The hexagons as a table, which is a layer when it is saved as GeoJSON. */
function cellsTable({ hexagons }: GapsAnswer, about: About): Table {
	return {
		key: 'gaps-hexagons',
		title: m.plan_gaps_cells(),
		columns: [
			{ key: 'h3_cell', label: m.plan_gaps_col_cell(), kind: 'text' },
			{ key: 'persons', label: m.plan_gaps_col_people(), kind: 'count' },
			{ key: 'median_m', label: m.plan_gaps_col_median(), kind: 'number', unit: 'm' },
			{ key: 'mean_m', label: m.plan_gaps_col_mean(), kind: 'number', unit: 'm' },
		],
		shown: SHOWN_HEXAGONS,
		rows: byPersons(hexagons).map(({ id, persons, median, mean }) => ({
			cells: [id, personsCell(persons), median, mean],
			shape: shapeOf(id),
		})),
		notes: [m.plan_gaps_note_mask()],
		about,
	};
}

/** Who has it furthest, by name. */
export function gapsTable(answer: GapsAnswer, gaps: readonly NamedGap[], about: About): Table {
	const { limit, more, total, median: half, personKm: all } = answer;
	const rest: Row[] = more.gaps
		? [{ cells: [m.plan_gaps_more({ count: number(more.gaps) }), personsCell(more.persons), null, '', more.personKm] }]
		: [];
	return {
		key: 'gaps',
		title: m.plan_gaps_list({ limit: metresSaid(limit) }),
		columns: [
			{ key: 'place', label: m.plan_gaps_col_place(), kind: 'text' },
			{ key: 'persons', label: m.plan_gaps_col_people(), kind: 'count' },
			{ key: 'median_km', label: m.plan_gaps_col_median(), kind: 'number', unit: 'km', digits: 1 },
			{ key: 'nearest', label: m.plan_gaps_col_nearest(), kind: 'text' },
			{ key: 'person_km', label: m.plan_gaps_col_weight(), kind: 'count' },
		],
		rows: [
			...gaps.map(({ name, persons, median, to, personKm, at }) => ({
				cells: [name, personsCell(persons), median === null ? null : median / KM, to, personKm],
				shape: at ? { type: 'Point' as const, coordinates: [...at] } : null,
			})),
			...rest,
			{ cells: [m.plan_gaps_all(), personsCell(total), half === null ? null : half / KM, '', all], total: true },
		],
		notes: [m.plan_gaps_note_order(), m.plan_gaps_note_mask()],
		about,
	};
}
