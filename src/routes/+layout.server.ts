import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { site, locale }, cookies }) => ({
	locale,
	demo: await site.store.municipalities.hasDemo(),
	mapStyle: site.config.SAMLAS_MAP_STYLE ?? null,
	appearance: cookies.get('theme') ?? 'auto',
});
