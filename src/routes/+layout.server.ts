import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { site, locale, actor }, cookies }) => ({
	locale,
	signedIn: actor !== null,
	invented: await site.store.municipalities.invented(),
	mapStyle: site.config.SAMLAS_MAP_STYLE ?? null,
	appearance: cookies.get('theme') ?? 'auto',
});
