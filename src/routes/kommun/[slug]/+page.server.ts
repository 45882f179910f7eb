import { error } from '@sveltejs/kit';
import { loadGeography, populationDate } from '#db/geography/index.ts';
import { everything } from '#domain/query.ts';
import { found } from '../../found.ts';
import type { PageServerLoad } from './$types';

const groups = new Map(loadGeography().skrGroups.map(({ code, name }) => [code as string, name]));

export const load: PageServerLoad = async ({ params, locals: { site, locale } }) => {
	const one = await site.store.geography.municipalityBySlug(params.slug);
	if (!one) error(404, 'municipality.unknown');
	const here = { municipality: [one.code], limit: 6 };
	const rows = await site.store.municipalities.countsOf(one.code, site.now());
	const week = await found(site, { ...here, kind: ['activity'], when: 'week', sort: 'soonest' }, locale);
	const rooms = await found(site, { ...here, kind: ['venue'] }, locale);
	const { facets } = site.finder.search({ ...everything, municipality: [one.code], limit: 1 }, site.now());
	const group = groups.get(one.skrGroup);
	const { code, name, slug, population, lon, lat, west, south, east, north } = one;
	return {
		municipality: { code, name, slug, population, lon, lat, bounds: [west, south, east, north] as const },
		group: group?.[locale === 'sv' ? 'sv' : 'en'] ?? one.skrGroup,
		populationDate,
		counts: Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) as Record<string, number>,
		fresh: rows.reduce((sum, row) => sum + row.fresh, 0),
		themes: facets.theme,
		week: { items: week.items, total: week.answer.total },
		rooms: rooms.items,
		newest: await site.store.faces.newest(code, locale, 6),
		localities: (await site.store.geography.localitiesOf(code)).slice(0, 24).map((locality) => locality.name),
	};
};
