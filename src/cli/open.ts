import { readConfig } from '../config.ts';
import { openStore, type Store } from '../store/open.ts';

/** The data folder that the settings name. */
export const dataFolder = (): string => readConfig({ SAMLAS_DATA: process.env.SAMLAS_DATA }).SAMLAS_DATA;

/** Opens the store of the settings, does some work and closes it whatever happens. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
	const store = await openStore(dataFolder());
	try {
		return await work(store);
	} finally {
		store.close();
	}
}
