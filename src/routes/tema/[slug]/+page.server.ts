import { error } from '@sveltejs/kit';
import { childThemes, isTheme, themeParent } from '#domain/theme.ts';
import { timed } from '../../card.ts';
import { found } from '../../found.ts';
import { varied } from '../../varied.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { site, locale } }) => {
	const theme = params.slug.replaceAll('-', '_');
	if (!isTheme(theme)) error(404, 'theme.unknown');
	const { answer, items } = await found(site, { theme: [theme], limit: 6 }, locale);
	const week = await found(
		site,
		{ theme: [theme], kind: ['activity'], when: 'week', sort: 'soonest', limit: 60 },
		locale,
	);
	const names = new Map(
		(await site.store.geography.municipalities()).map(({ code, name, slug }) => [code, { name, slug }]),
	);
	const most = Object.entries(answer.facets.municipality)
		.sort(([, a], [, b]) => b - a)
		.slice(0, 12)
		.map(([code, count]) => ({ code, count, ...names.get(code)! }));
	return {
		theme,
		parent: themeParent(theme),
		children: childThemes(theme).filter((child) => answer.facets.theme[child]),
		sizes: answer.facets.theme,
		counts: answer.facets.kind,
		total: answer.total,
		items: items.map(timed),
		week: { items: varied(week.items, ({ face }) => face.municipality.code, 6).map(timed), total: week.answer.total },
		most,
		municipalities: Object.keys(answer.facets.municipality).length,
	};
};
