import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { site, locale }, cookies }) => ({
	locale,
	demo: await site.store.municipalities.hasDemo(),
	appearance: cookies.get('theme') ?? 'auto',
});
