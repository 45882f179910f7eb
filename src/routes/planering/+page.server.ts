import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { site, locale } }) => {
	const all = Map.groupBy(await site.store.geography.municipalities(), ({ county }) => county);
	const counties = await site.store.geography.counties();
	return {
		counties: counties.map(({ code, name, nameEn, slug }) => ({
			name: locale === 'sv' ? name : nameEn,
			slug,
			municipalities: (all.get(code) ?? [])
				.map((one) => ({ name: one.name, slug: one.slug }))
				.sort((a, b) => a.name.localeCompare(b.name, 'sv')),
		})),
	};
};
