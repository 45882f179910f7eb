import type { Section } from '#planning/section.ts';
import type { Cell, Row, Table } from '#planning/table.ts';
import type { PartReach, PartRow, PartsAnswer } from '#planning/topics/parts.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { metresSaid, shareSaid } from '#text/planning.ts';
import { areaTypeName, partsLevel } from '#text/planning-parts.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';
import { personsCell } from './gaps.ts';
import { partsPicture } from './parts-picture.ts';

const KM = 1000;
/** So many parts are named in a sentence, and so many stand on the page. */
const NAMED = 3;
const SHOWN = 20;

/** How the imported parts of a municipality differ; null where none is imported, or where a part is what is asked about. */
export async function partsSection(site: Site, { area, whole, choice }: Asked): Promise<Section | null> {
	if (area !== whole || area.kind !== 'municipality') return null;
	if ((await site.store.areas.levels(area.key)).every(({ level }) => level === 'municipality')) return null;
	const { answer, at } = await site.planning.ask('parts', { area, choice });
	if (answer.level === null || answer.rows.length === 0) return null;
	const about = aboutOf({
		at,
		source: m.plan_parts_source({ level: partsLevel(answer.level) }),
		uncertainty: m.plan_parts_uncertain(),
		label: m.plan_parts_method(),
		method: 'parts',
	});
	const table = partsTable(answer, about);
	const picture = await partsPicture(answer, table);
	return {
		key: 'parts',
		title: m.plan_parts_title({ name: area.name }),
		sentences: sentences(answer),
		pictures: picture ? [picture] : [],
		tables: [...(picture ? [] : [table]), ...(answer.classes.length ? [classTable(answer, about)] : [])],
	};
}

function sentences({ rows, classes, persons, outside, level }: PartsAnswer): string[] {
	const far = rows.filter(({ persons, median }) => persons && median !== null).slice(0, NAMED);
	const lead = far.map(({ name, persons, median }) =>
		m.plan_parts_far_one({ name, persons: number(persons!), median: metresSaid(median!) }),
	);
	const said = [
		lead.length
			? m.plan_parts_far({ parts: lead.join('; ') })
			: m.plan_parts_none({ count: number(rows.length), level: partsLevel(level!) }),
	];
	const [poor, rich] = [classes[0], classes.at(-1)];
	if (poor && rich && poor !== rich && poor.near !== null && rich.near !== null)
		said.push(
			m.plan_parts_classes({
				first: areaTypeName(poor.class),
				near: shareSaid(poor.near),
				last: areaTypeName(rich.class),
				other: shareSaid(rich.near),
			}),
		);
	if (outside !== null && persons > 0 && outside > persons / 20)
		said.push(m.plan_parts_outside({ share: shareSaid(outside / persons) }));
	return said;
}

const reachCells = ({ persons, near, mid, median }: PartReach): Cell[] => [
	personsCell(persons),
	near,
	mid,
	median === null ? null : median / KM,
];

const reachColumns = () =>
	[
		{ key: 'persons', label: m.plan_parts_col_people(), kind: 'count' },
		{ key: 'share_within_1_km', label: m.plan_parts_col_near(), kind: 'share' },
		{ key: 'share_within_5_km', label: m.plan_parts_col_mid(), kind: 'share' },
		{ key: 'median_km', label: m.plan_parts_col_median(), kind: 'number', unit: 'km', digits: 1 },
	] as const;

function partsTable({ rows, level }: PartsAnswer, about: Table['about']): Table {
	const hasClass = rows.some((row) => row.class !== null);
	const rowOf = (row: PartRow): Row => ({
		cells: [row.name, ...reachCells(row), row.places, ...(hasClass ? [row.class && areaTypeName(row.class)] : [])],
		shape: row.polygon as GeoJSON.MultiPolygon,
	});
	return {
		key: 'parts',
		title: m.plan_parts_table({ level: partsLevel(level!) }),
		columns: [
			{ key: 'part', label: m.plan_parts_col_part(), kind: 'text' },
			...reachColumns(),
			{ key: 'places', label: m.plan_parts_col_places(), kind: 'count' },
			...(hasClass ? [{ key: 'area_type', label: m.plan_parts_col_type(), kind: 'text' } as const] : []),
		],
		rows: rows.map(rowOf),
		shown: SHOWN,
		notes: [m.plan_parts_note_order(), m.plan_parts_note_mask()],
		about,
	};
}

function classTable({ classes }: PartsAnswer, about: Table['about']): Table {
	return {
		key: 'parts-types',
		title: m.plan_parts_types(),
		columns: [{ key: 'area_type', label: m.plan_parts_col_type(), kind: 'text' }, ...reachColumns()],
		rows: classes.map((row) => ({ cells: [areaTypeName(row.class), ...reachCells(row)] })),
		notes: [m.plan_parts_note_types(), m.plan_parts_note_mask()],
		about,
	};
}
