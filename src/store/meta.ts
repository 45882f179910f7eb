import { eq, sql } from 'drizzle-orm';
import { meta } from '../../db/schema.ts';
import type { Connection } from './connection.ts';

/** Small facts on the store itself, by key. */
export function metaQueries({ db }: Connection) {
	const read = db
		.select({ value: meta.value })
		.from(meta)
		.where(eq(meta.key, sql.placeholder('key')))
		.prepare();
	const write = db
		.insert(meta)
		.values({ key: sql.placeholder('key'), value: sql.placeholder('value') })
		.onConflictDoUpdate({ target: meta.key, set: { value: sql`excluded.value` } })
		.prepare();
	const remove = db
		.delete(meta)
		.where(eq(meta.key, sql.placeholder('key')))
		.prepare();
	return {
		get: async (key: string) => read.get({ key })?.value ?? null,
		set: async (key: string, value: string) => void write.run({ key, value }),
		remove: async (key: string) => void remove.run({ key }),
	};
}
