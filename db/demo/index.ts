import { Conflict } from '../../src/domain/errors.ts';
import type { Store } from '../../src/store/open.ts';
import { chance } from './chance.ts';
import { type Density, densities, nationalDensities } from './density.ts';
import { type Create, fillMunicipality } from './fill.ts';

/** What is invented. */
export interface DemoOptions {
	/** Unix seconds: this week will be alive. */
	now: number;
	/** The same seed and day give the same Sweden. */
	seed?: number;
	/** Some 7 000 entries, or the 510 000 of the whole country for measuring. */
	scale?: 'normal' | 'national';
	onProgress?: (done: number, total: number) => void;
}

/** At the national scale a transaction holds so many: large enough to be quick, small enough for memory. */
const MUNICIPALITIES_AT_ONCE = 15;

/**
 * Fills a store with an invented, lifelike Sweden, every entry marked as demonstration. The first that is looked for (a
 * language café, a chess club, a hall) is in every settlement of the dense places. One transaction at the normal scale:
 * nobody sees half a Sweden. Throws `Conflict` when there is one already.
 */
export async function seedDemo(store: Store, options: DemoOptions): Promise<{ count: number }> {
	const { now, seed = 1, scale = 'normal', onProgress } = options;
	const national = scale === 'national';
	const wanted = national ? nationalDensities() : densities();
	// The same day gives the same Sweden, whatever the hour.
	const today = now - (now % 86_400);
	const mark = JSON.stringify({ seed, scale, at: today });
	let count = 0;
	const step = national ? MUNICIPALITIES_AT_ONCE : wanted.length;
	for (let from = 0; from < wanted.length; from += step)
		await store.transaction(async (tx) => {
			// Another process may have been first while this one waited for its turn.
			if (from === 0 && (await tx.municipalities.invented()) !== 'none') throw new Conflict('demo.there');
			const create: Create = (listing) => tx.listings.create(listing, { at: today, publish: true, demo: true });
			for (const [place, density] of wanted.slice(from, from + step).entries()) {
				count += await invent(create, density, { seed, now: today, plain: national });
				onProgress?.(from + place + 1, wanted.length);
			}
			await tx.meta.set('demo', mark);
		});
	return { count };
}

/** Invents one municipality, the same each time, and hands each entry to `create`; gives how many. */
export function invent(
	create: Create,
	density: Density,
	{ seed, now, plain = false }: { seed: number; now: number; plain?: boolean },
): Promise<number> {
	const mine = chance(seed * 1_000_003 + Number(density.code));
	return fillMunicipality(create, density, { chance: mine, now: now - (now % 86_400), plain });
}

/** Erases the invented Sweden with its trail, and nothing else; gives how many entries went. */
export async function removeDemo(store: Store): Promise<number> {
	return store.transaction(async (tx) => {
		const count = await tx.demo.eraseAll();
		await tx.meta.remove('demo');
		return count;
	});
}
