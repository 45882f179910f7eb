import { columnMeanings, type PeopleFate, peopleFates } from '#domain/people-upload-state.ts';
import { ROWS_A_PAGE } from '#domain/upload-state.ts';
import { listed, number, upperFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { levelLabel, meaningLabel } from '#text/ground.ts';
import type { Locale } from '#text/intake.ts';
import { peopleReason } from '#text/population.ts';
import type { FoundPeople } from '../../../../intake/people/uploaded.ts';
import type { Site } from '../../../../site.ts';

/** What was read of a file; of one that could not be read there may be its columns alone. */
export type Found = Partial<FoundPeople>;

/** A sum further than this from what is registered is said to be so; as in intake/people/prepare.ts. */
const APART = 0.03;
/** So many municipalities are shown at once. */
const FEW = 5;

const formats: Record<FoundPeople['format'], string> = {
	...{ csv: 'CSV', tsv: 'TSV', xlsx: 'Excel', json: 'JSON', jsonl: 'JSON', geojson: 'GeoJSON' },
	...{ geopackage: 'GeoPackage', jsonstat: 'JSON-stat', pxweb: 'PxWeb JSON' },
};
const systems: Record<string, string> = { 'EPSG:4326': 'WGS 84', 'EPSG:3006': 'SWEREF 99 TM', 'EPSG:3021': 'RT 90' };

/** What a file was recognised as, as terms and what they are. */
export function recognised({ level, format, layer, system, holds = [], counted }: Found): [string, string][] {
	const held: Record<FoundPeople['holds'][number], () => string> = {
		areas: m.ground_holds_areas,
		figures: m.ground_holds_counted,
		cells: m.ground_holds_cells,
		classes: m.ground_holds_classes,
	};
	const contents = [...holds.map((what) => held[what]()), ...(counted ? [m.ground_holds_counted()] : [])];
	return [
		...(level ? [[m.ground_is_kind(), upperFirst(levelLabel(level))] as [string, string]] : []),
		...(contents.length ? [[m.ground_is_holds(), upperFirst(listed(contents))] as [string, string]] : []),
		...(format ? [[m.ground_is_format(), formats[format]] as [string, string]] : []),
		...(layer ? [[m.ground_is_layer(), layer] as [string, string]] : []),
		...(system ? [[m.ground_is_system(), systems[system] ?? system] as [string, string]] : []),
	];
}

/** Each municipality's people in the file beside those registered: those furthest apart first. */
export function sumsSaid({ sums = [] }: Found) {
	const rows = sums
		.map(({ code, name, persons, registered, withoutPolygon }) => {
			const share = registered > 0 ? persons / registered : null;
			return { code, name, persons, registered, withoutPolygon, share, off: share === null ? 1 : Math.abs(share - 1) };
		})
		.sort((a, b) => b.off - a.off);
	const shareOf = (share: number | null) => (share === null ? '–' : number(Math.round(share * 1000) / 10));
	const told = rows.map(({ code, name, persons, registered, share, off }) => ({
		...{ code, name, isApart: off > APART },
		...{ persons: number(Math.round(persons)), registered: number(registered), share: shareOf(share) },
	}));
	const apart = told.filter(({ isApart }) => isApart).length;
	const without = rows.reduce((sum, { withoutPolygon }) => sum + withoutPolygon, 0);
	const [only] = told;
	return {
		rows: told.length > 1 ? told : [],
		isLong: told.length > FEW,
		sentences: [
			...(told.length === 1 ? [m.ground_sum_is(only!), ...(only!.isApart ? [m.ground_sum_apart()] : [])] : []),
			...(told.length > 1 ? [manySaid(apart, told.length)] : []),
			...(without ? [m.ground_sum_without({ count: number(without) })] : []),
		],
	};
}

const manySaid = (apart: number, all: number): string =>
	apart === 0
		? m.ground_sums_fit({ all: number(all) })
		: m.ground_sums_apart({ count: number(apart), all: number(all) });

/** The day, month or year that a file tells, as it is asked for: tables of SCB write months as "2026M05". */
export const dateSaid = ({ date }: Found): string => (date ?? '').replace(/^(\d{4})M(\d{2})$/, '$1-$2');

/** What is said of it elsewhere on the page. */
const SAID_ABOVE: readonly string[] = ['sum_differs', 'polygons_missing'];

/** A record's reason in the words of a page, where a terminal's would tell of its options. */
function reasonSaid(reason: string, locale: Locale): string {
	if (reason === 'no_municipality') return m.ground_no_municipality();
	return reason === 'municipality_guessed' ? m.ground_guessed() : peopleReason(reason, locale);
}

/** What is wrong, and what is only remarked on, by kind with the first few places. */
export function problemsSaid({ problems = [] }: Found, locale: Locale) {
	const told = problems
		.filter(({ reason }) => !SAID_ABOVE.includes(reason))
		.map(({ reason, refuses, count, examples }) => {
			const places = examples.map(({ line, code, value }) =>
				[line ? m.ground_place({ line }) : '', code, value].filter(Boolean).join(', '),
			);
			const more = count - examples.length;
			return {
				...{ reason, refuses, words: upperFirst(reasonSaid(reason, locale)) },
				places: [...places.filter(Boolean), ...(more > 0 ? [m.ground_more({ count: number(more) })] : [])],
			};
		});
	return { wrong: told.filter(({ refuses }) => refuses), remarks: told.filter(({ refuses }) => !refuses) };
}

/** How the file is read, as what can be said otherwise. */
export function readingSaid({ columns = [], layers = [], layer = null, level }: Found) {
	return {
		columns: columns.map(({ name, sample, meaning }) => ({ name, sample, meaning: meaning ?? 'ignored' })),
		meanings: columnMeanings.map((value) => ({ value, label: meaningLabel(value) })),
		layers: layers.map(({ name, rows }) => ({ value: name, label: m.ground_layer({ name, count: number(rows) }) })),
		layer,
		isGrid: level === 'grid1000' || level === 'grid250',
	};
}

/** A page of records of one fate, in words. */
export async function rowsSaid({ store }: Site, id: number, asked: URLSearchParams, locale: Locale) {
	const counts = await store.peopleUploads.rowCounts(id);
	const wanted = asked.get('fate');
	const fate: PeopleFate = peopleFates.find((one) => one === wanted) ?? peopleFates.find((one) => counts[one]) ?? 'new';
	const total = counts[fate] ?? 0;
	const given = asked.get('page') ?? '';
	const page = Math.min(/^[1-9]\d{0,5}$/.test(given) ? Number(given) : 1, Math.max(1, Math.ceil(total / ROWS_A_PAGE)));
	const skip = (page - 1) * ROWS_A_PAGE;
	const rows = await store.peopleUploads.rows(id, fate, { most: ROWS_A_PAGE, skip });
	return {
		fates: peopleFates.map((one) => ({ fate: one, count: counts[one] ?? 0 })),
		...{ fate, page, total, first: skip + 1 },
		rows: rows.map(({ line, code, problems }) => ({
			...{ line, code },
			problems: problems.map(({ reason, value }) => ({ text: upperFirst(reasonSaid(reason, locale)), value })),
		})),
	};
}
