import { loadGeography } from '../geography/index.ts';
import type { Density } from './places.ts';

const TOTAL = { organisations: 300_000, venues: 60_000, activities: 150_000 };

/** The scale of the whole country, spread by population, for measuring. */
export function nationalDensities(): Density[] {
	const { municipalities, localities } = loadGeography();
	const byCode = Map.groupBy(localities, ({ municipality }) => municipality);
	const people = municipalities.reduce((sum, { population }) => sum + population, 0);
	return municipalities.map(({ code, population }) => {
		const share = (total: number) => Math.max(1, Math.round((total * population) / people));
		return {
			code,
			localities: byCode.get(code) ?? [],
			organisations: share(TOTAL.organisations),
			venues: share(TOTAL.venues),
			activities: share(TOTAL.activities),
		};
	});
}
