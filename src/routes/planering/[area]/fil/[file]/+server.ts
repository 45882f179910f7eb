import { error } from '@sveltejs/kit';
import { dateOf } from '#domain/time.ts';
import { csvOf } from '#planning/files/csv.ts';
import { geojsonOf } from '#planning/files/geojson.ts';
import type { Say } from '#planning/files/say.ts';
import { xlsxOf } from '#planning/files/xlsx.ts';
import { tablesOf } from '#planning/section.ts';
import { checked, hasShapes, type Table } from '#planning/table.ts';
import { listed } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { getLocale, localizeHref } from '#text/generated/runtime.js';
import { choiceSaid } from '#text/planning-choice.ts';
import { fileWords } from '#text/planning-table.ts';
import type { Site } from '../../../../../site.ts';
import { type Asked, askedOf } from '../../../asked.ts';
import { sectionsOf } from '../../sections.ts';
import type { RequestHandler } from './$types';

/** The whole report's tables in one file. */
const WHOLE = 'oversikt';

interface Format {
	type: string;
	write: (table: Table, say: Say) => string | Buffer | Promise<Buffer>;
}

const formats: Record<string, Format> = {
	csv: { type: 'text/csv; charset=utf-8', write: csvOf },
	xlsx: {
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		write: (table, say) => xlsxOf([table], say),
	},
	geojson: { type: 'application/geo+json', write: (table, say) => JSON.stringify(geojsonOf(table, say)) },
};

/** A table of the report as a file, `use-halls.csv`; or all of them, `oversikt.xlsx`. Asked as the page is. */
export const GET: RequestHandler = async ({ params, url, locals: { site } }) => {
	const [, key = '', ending = ''] = /^([a-z][a-z0-9-]*)\.([a-z]+)$/.exec(params.file) ?? [];
	const asked = await askedOf(site, params.area, url.searchParams, m.planning_sweden());
	const name = `samlas-${params.area}-${params.file}`;
	if (key === WHOLE && ending === 'pdf') return file(await paper(site, asked, url.search), 'application/pdf', name);
	const format = formats[ending];
	if (!format) error(404, 'page.unknown');
	const say = fileWords((href) => (href.startsWith('/') ? site.address(localizeHref(href)) : href));
	const tables = (await sectionsOf(site, asked)).flatMap(tablesOf);
	if (key === WHOLE && ending === 'xlsx') return file(await xlsxOf(tables, say), format.type, name);
	const table = tables.find((one) => one.key === key);
	if (!table || (ending === 'geojson' && !hasShapes(table))) error(404, 'page.unknown');
	return file(await format.write(checked(table), say), format.type, name);
};

/** The whole report on paper, of the month that was asked for. */
async function paper(site: Site, asked: Asked, search: string): Promise<Uint8Array> {
	const sections = await sectionsOf(site, asked);
	const chosen = choiceSaid(asked.choice);
	const dates = sections.flatMap(tablesOf).map(({ about }) => about.asOf);
	const report = {
		title: m.planning_of({ name: asked.area.name }),
		author: asked.whole.name,
		chosen: chosen.length ? m.planning_chosen({ what: listed(chosen) }) : null,
		sections,
		href: site.address(localizeHref(`/planering/${asked.slug}`)) + search,
		asOf: dates.sort().at(-1) ?? dateOf(site.now()),
	};
	return site.paper.report({ report, locale: getLocale() });
}

const file = (body: string | Uint8Array, type: string, name: string) =>
	new Response(body as BodyInit, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
	});
