import { type Locality, loadGeography } from '../geography/index.ts';

/** How much is invented for one municipality. */
export interface Density {
	code: string;
	localities: Locality[];
	organisations: number;
	venues: number;
	activities: number;
	/** Of everything at least once, and what people look for first in each settlement. */
	dense: boolean;
	/** A district of a city: no halls in the countryside. */
	city: boolean;
}

type Counts = Pick<Density, 'organisations' | 'venues' | 'activities'>;

/** How much, and in which settlements where not in all. */
type Sized = Counts & { only?: readonly string[] };

const angered = ['Angered', 'Hammarkullen', 'Lövgärdet', 'Rannebergen', 'Gårdsten', 'Eriksbo', 'Olofstorp'];

/** A town, a district of a big city and three rural municipalities: south, inland and north. */
const dense: Record<string, Sized> = {
	'1380': { organisations: 320, venues: 115, activities: 430 },
	'1480': { organisations: 210, venues: 60, activities: 300, only: angered },
	'2283': { organisations: 150, venues: 65, activities: 200 },
	'2313': { organisations: 130, venues: 60, activities: 170 },
	'1270': { organisations: 130, venues: 55, activities: 170 },
};
const thin: Counts = { organisations: 8, venues: 4, activities: 7 };

/** What the normal scale invents, by municipality. */
export function densities(): Density[] {
	const { municipalities, localities } = loadGeography();
	const byCode = Map.groupBy(localities, ({ municipality }) => municipality);
	return municipalities.map(({ code }) => {
		const { only, ...counts }: Sized = dense[code] ?? thin;
		const all = byCode.get(code) ?? [];
		const inside = only ? all.filter(({ name }) => only.includes(name)) : all;
		return { code, ...counts, localities: inside, dense: code in dense, city: only !== undefined };
	});
}

const TOTAL: Counts = { organisations: 300_000, venues: 60_000, activities: 150_000 };

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
			dense: false,
			city: false,
		};
	});
}
