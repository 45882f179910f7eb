import { eq } from 'drizzle-orm';
import { listings } from '../../db/schema.ts';
import type { Connection } from './connection.ts';

/** What belongs to the invented Sweden. */
export function demoQueries({ db }: Connection) {
	// Activities refer to venues and organisations: the newest go first.
	const ids = db.select({ id: listings.id }).from(listings).where(eq(listings.demo, true)).prepare();
	return {
		/** Ids of all invented entries, newest first. */
		ids: async (): Promise<number[]> =>
			ids
				.all()
				.map(({ id }) => id)
				.reverse(),
	};
}
