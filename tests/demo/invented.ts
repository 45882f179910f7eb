import { densities } from '../../db/demo/density.ts';
import { invent } from '../../db/demo/index.ts';
import type { Listing } from '../../src/domain/listing.ts';

/** The invented entries of some municipalities, or of all, without a store; the id of each is its place, from one. */
export async function invented(now: number, seed: number, codes?: readonly string[]): Promise<Listing[]> {
	const listings: Listing[] = [];
	const create = async (listing: Listing) => listings.push(listing);
	const wanted = densities().filter(({ code }) => codes?.includes(code) ?? true);
	for (const density of wanted) await invent(create, density, { seed, now });
	return listings;
}

/** The municipalities that are dense with life. */
export const dense = ['1380', '1480', '2283', '2313', '1270'];
