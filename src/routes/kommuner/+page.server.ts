import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { site } }) => {
	const counts = Map.groupBy(await site.store.municipalities.counts(site.now()), (row) => row.municipality);
	const all = Map.groupBy(await site.store.geography.municipalities(), ({ county }) => county);
	const counties = await site.store.geography.counties();
	return {
		counties: counties.map(({ code, name, nameEn, slug }) => ({
			...{ name, nameEn, slug },
			municipalities: (all.get(code) ?? [])
				.sort((a, b) => a.name.localeCompare(b.name, 'sv'))
				.map((one) => ({
					name: one.name,
					slug: one.slug,
					count: (counts.get(one.code) ?? []).reduce((sum, row) => sum + row.count, 0),
				})),
		})),
	};
};
