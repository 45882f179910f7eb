import { eq } from 'drizzle-orm';
import { listings } from '../../db/schema.ts';
import type { Connection } from './connection.ts';

/** What belongs to the invented Sweden. */
export function demoQueries({ db, sqlite }: Connection) {
	const ids = db.select({ id: listings.id }).from(listings).where(eq(listings.demo, true)).prepare();
	const demo = 'SELECT id FROM listings WHERE demo = 1';
	const eraseTrail = sqlite.prepare(`DELETE FROM audit WHERE listing IN (${demo})`);
	// What is real and was merged into an invention stands for itself again.
	const unmerge = sqlite.prepare(`UPDATE listings SET merged_into = NULL WHERE merged_into IN (${demo})`);
	const erase = sqlite.prepare('DELETE FROM listings WHERE demo = 1');
	return {
		/** Ids of all invented entries. */
		ids: async (): Promise<number[]> => ids.all().map(({ id }) => id),

		/** Real erasure of all invented entries and their trail; gives how many entries went. */
		eraseAll: async (): Promise<number> => {
			eraseTrail.run();
			unmerge.run();
			return erase.run().changes;
		},
	};
}
