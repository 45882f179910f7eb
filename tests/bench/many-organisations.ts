import { type Density, nationalDensities } from '../../db/demo/density.ts';
import { invent, seedDemo } from '../../db/demo/index.ts';
import type { Store } from '../../src/store/open.ts';

/** A transaction holds so many municipalities: large enough to be quick, small enough for memory. */
const AT_ONCE = 30;

/** Fills an empty store with about so many invented organisations, spread over the country by population; gives how many. */
export async function fillOrganisations(store: Store, wanted: number, now: number): Promise<number> {
	const all = nationalDensities();
	const whole = all.reduce((sum, { organisations }) => sum + organisations, 0);
	const densities = all.map((one): Density => {
		return {
			...one,
			organisations: Math.max(1, Math.round((one.organisations * wanted) / whole)),
			venues: 0,
			activities: 0,
		};
	});
	let count = 0;
	for (let from = 0; from < densities.length; from += AT_ONCE)
		await store.transaction(async (tx) => {
			for (const density of densities.slice(from, from + AT_ONCE))
				count += await invent((listing) => tx.listings.create(listing, { at: now, publish: true }), density, {
					seed: 1,
					now,
					plain: true,
				});
		});
	return count;
}

/** Fills an empty store with the country: some 510 000 entries of all kinds; gives how many. */
export async function fillCountry(store: Store, now: number): Promise<number> {
	return (await seedDemo(store, { now, scale: 'national' })).count;
}
