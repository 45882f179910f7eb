import type { Picture } from '#planning/section.ts';
import type { Table } from '#planning/table.ts';
import type { PartRow, PartsAnswer } from '#planning/topics/parts.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { getLocale } from '#text/generated/runtime.js';
import { metresSaid } from '#text/planning.ts';
import { drawMap } from '../../../charts/map.ts';

/** Where a darker step begins: metres to the nearest for half of those who live there. */
const EDGES = [1000, 3000, 5000, 10_000];

/** The parts on the map, darker the further half of their people have; null where none is told. */
export async function partsPicture({ rows }: PartsAnswer, table: Table): Promise<Picture | null> {
	if (rows.every(({ median }) => median === null)) return null;
	const corners = rows.flatMap(({ polygon }) => polygon.coordinates.flat(2)) as [number, number][];
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const [lon, lat] of corners) {
		[west, east] = [Math.min(west, lon), Math.max(east, lon)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
	}
	const surfaces = rows.map((row) => ({
		rings: row.polygon.coordinates.flat() as [number, number][][],
		look: lookOf(row),
		said: said(row),
	}));
	return {
		key: 'parts-map',
		caption: m.plan_parts_map(),
		alt: m.plan_parts_map_alt(),
		svg: await drawMap({ bounds: [west, south, east, north], lang: getLocale(), surfaces }),
		legend: [
			...EDGES.map((to, at) => ({
				look: `step-${at + 1}`,
				label:
					at === 0
						? m.plan_gaps_upto({ to: metresSaid(to) })
						: m.plan_gaps_between({ from: number(EDGES[at - 1]! / 1000), to: number(to / 1000) }),
			})),
			{ look: `step-${EDGES.length + 1}`, label: m.plan_gaps_over({ from: metresSaid(EDGES.at(-1)!) }) },
			...(rows.some(({ median }) => median === null) ? [{ look: 'none', label: m.plan_gaps_hidden() }] : []),
		],
		table,
		wide: true,
	};
}

function lookOf({ median }: PartRow): string {
	if (median === null) return 'none';
	const at = EDGES.findIndex((edge) => median <= edge);
	return `step-${at < 0 ? EDGES.length + 1 : at + 1}`;
}

const said = ({ name, persons, median }: PartRow) =>
	persons === null || median === null
		? name
		: m.plan_parts_far_one({ name, persons: number(persons), median: metresSaid(median) });
