import { seedDemo } from '../../db/demo/index.ts';
import type { Config } from '../config.ts';
import { createFinder } from '../finder/finder.ts';
import { createPlaces } from '../finder/places.ts';
import type { Site } from '../site.ts';
import { openStore, type Store } from '../store/open.ts';

/** What start-up tells while it works. */
export interface Progress {
	demoBegins(): void;
	demo(done: number, total: number): void;
	demoEnds(count: number): void;
}

const now = () => Math.floor(Date.now() / 1000);

/** Opens the store, fills it on the very first start if wanted, and builds the finder. */
export async function openSite(config: Config, progress: Progress): Promise<Site & { close(): Promise<void> }> {
	const store = await openStore(config.SAMLAS_DATA);
	await keepOccurrencesAhead(store);
	await firstFill(store, config, progress);
	const finder = await createFinder(store);
	const follow = setInterval(() => void finder.follow(), 250).unref();
	const roll = setInterval(() => void keepOccurrencesAhead(store), 3_600_000).unref();
	return {
		config,
		store,
		finder,
		places: createPlaces(),
		now,
		async close() {
			clearInterval(follow);
			clearInterval(roll);
			finder.close();
			store.close();
		},
	};
}

async function keepOccurrencesAhead(store: Store): Promise<void> {
	if (!(await store.occurrences.due(now()))) return;
	await store.transaction((tx) => tx.occurrences.roll(now()));
}

/** The invented Sweden comes once, into a store that has never held anything. */
async function firstFill(store: Store, config: Config, progress: Progress): Promise<void> {
	if (await store.meta.get('first_start')) return;
	if (config.SAMLAS_DEMO && (await store.changes.newest()) === 0) {
		progress.demoBegins();
		const { count } = await seedDemo(store, { now: now(), onProgress: progress.demo });
		progress.demoEnds(count);
	}
	await store.transaction((tx) => tx.meta.set('first_start', String(now())));
}
