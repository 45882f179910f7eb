import { error } from '@sveltejs/kit';
import { loadGeography, populationDate } from '#db/geography/index.ts';
import { everything } from '#domain/query.ts';
import { cardIn, timed } from '../../card.ts';
import { found } from '../../found.ts';
import { varied } from '../../varied.ts';
import type { PageServerLoad } from './$types';

const groups = new Map(loadGeography().skrGroups.map(({ code, name }) => [code as string, name]));

export const load: PageServerLoad = async ({ params, locals: { site, locale } }) => {
	const one = await site.store.geography.municipalityBySlug(params.slug);
	if (!one) error(404, 'municipality.unknown');
	const here = { municipality: [one.code], limit: 6 };
	const rows = await site.store.municipalities.countsOf(one.code, site.now());
	const week = await found(site, { ...here, kind: ['activity'], when: 'week', sort: 'soonest', limit: 60 }, locale);
	const rooms = await found(site, { ...here, kind: ['venue'] }, locale);
	const { facets } = site.finder.search({ ...everything, municipality: [one.code], limit: 1 }, site.now());
	const group = groups.get(one.skrGroup);
	const county = (await site.store.geography.counties()).find((candidate) => candidate.code === one.county)!;
	const { code, name, fullName, slug, population, lon, lat } = one;
	const newest = await site.store.faces.newest(code, locale, 6);
	return {
		municipality: { code, name, fullName, slug, population, lon, lat },
		county: { name: locale === 'sv' ? county.name : county.nameEn, slug: county.slug },
		group: group?.[locale === 'sv' ? 'sv' : 'en'] ?? one.skrGroup,
		populationDate,
		counts: Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) as Record<string, number>,
		fresh: rows.reduce((sum, row) => sum + row.fresh, 0),
		themes: facets.theme,
		week: { items: varied(week.items, ({ face }) => face.themes[0], 6).map(timed), total: week.answer.total },
		rooms: rooms.items.map(timed),
		newest: newest.map((face) => cardIn(face, locale, site.now())),
		localities: (await site.store.geography.localitiesOf(code)).map((locality) => locality.name),
	};
};
