import type { Bbox } from '#domain/geo.ts';
import { km2Of, type Ring, readRing } from '#domain/ring.ts';
import type { Picture, Section } from '#planning/section.ts';
import type { About, Table } from '#planning/table.ts';
import type { DrawnAnswer } from '#planning/topics/drawn.ts';
import { listed, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { getLocale } from '#text/generated/runtime.js';
import { drawMap } from '../../../charts/map.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';

/** Two figures say what an estimate knows. */
const FIGURES = 2;
/** Square kilometres from which tenths say nothing. */
const WHOLE = 10;

/** Of an area that was drawn: where it is, who lives there, and what the report leaves out. Null for any other. */
export async function drawnSection(site: Site, { area }: Asked): Promise<Section | null> {
	const read = readRing(area.key);
	if (area.kind !== 'drawn' || read.wrong !== undefined) return null;
	const { ring } = read;
	const { answer, at } = await site.planning.ask('drawn', { polygon: area.polygon! });
	const names = new Map((await site.store.geography.municipalities()).map(({ code, name }) => [code, name]));
	const where = listed(answer.municipalities.map((code) => names.get(code) ?? code));
	const about = aboutOf({
		at,
		source: m.plan_reach_source({
			people: answer.estimated ? m.plan_reach_people_estimated() : m.plan_reach_people_counted(),
		}),
		uncertainty: m.drawn_uncertain(),
		label: m.drawn_method(),
		method: 'drawn-areas',
	});
	return {
		key: 'drawn',
		title: m.drawn_section(),
		sentences: [
			m.drawn_where({ size: sizeSaid(km2Of(ring)), where }),
			peopleSaid(answer),
			m.drawn_left_out(),
			m.drawn_no_ages(),
		],
		pictures: [await picture(ring, tableOf(area, ring, where, answer, about))],
		tables: [],
	};
}

const sizeSaid = (km2: number) => number(km2 < WHOLE ? Math.round(km2 * 100) / 100 : Math.round(km2));

function peopleSaid({ persons, estimated }: DrawnAnswer): string {
	if (persons === null) return m.drawn_people_few();
	if (persons === 0) return m.drawn_people_none();
	if (estimated === 0) return m.drawn_people({ persons: number(persons) });
	return m.drawn_people_about({ persons: number(Number(persons.toPrecision(FIGURES))) });
}

function tableOf(area: Asked['area'], ring: Ring, where: string, { persons }: DrawnAnswer, about: About): Table {
	return {
		key: 'drawn-area',
		title: m.drawn_table(),
		columns: [
			{ key: 'area', label: m.drawn_col_area(), kind: 'text' },
			{ key: 'municipalities', label: m.drawn_col_municipalities(), kind: 'text' },
			{ key: 'size_km2', label: m.drawn_col_size(), unit: 'km²', kind: 'number', digits: 2 },
			{ key: 'persons', label: m.drawn_col_people(), kind: 'count' },
			{ key: 'corners', label: m.drawn_col_corners(), kind: 'count' },
		],
		rows: [
			{
				cells: [area.name, where, km2Of(ring), persons === null ? { under: null } : persons, ring.length],
				shape: area.polygon,
			},
		],
		notes: [],
		about,
	};
}

async function picture(ring: Ring, table: Table): Promise<Picture> {
	const [lons, lats] = [ring.map(({ lon }) => lon), ring.map(({ lat }) => lat)];
	const bounds: Bbox = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
	const outline = [...ring, ring[0]!].map(({ lon, lat }) => [lon, lat] as const);
	return {
		key: 'drawn-map',
		caption: m.drawn_picture(),
		alt: m.drawn_picture_alt({ corners: ring.length }),
		svg: await drawMap({
			bounds,
			lang: getLocale(),
			surfaces: [{ rings: [outline], look: 'outline', said: m.drawn_table() }],
		}),
		table,
		wide: true,
	};
}
