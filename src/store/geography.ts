import { asc, eq, sql } from 'drizzle-orm';
import { counties, localities, municipalities } from '../../db/schema.ts';
import type { Connection } from './connection.ts';

export type Municipality = typeof municipalities.$inferSelect;

/** Municipalities, counties and localities: facts that no entry changes. */
export function geographyQueries({ db }: Connection) {
	const all = db.select().from(municipalities).orderBy(asc(municipalities.code)).prepare();
	const byCode = db
		.select()
		.from(municipalities)
		.where(eq(municipalities.code, sql.placeholder('code')))
		.prepare();
	const bySlug = db
		.select()
		.from(municipalities)
		.where(eq(municipalities.slug, sql.placeholder('slug')))
		.prepare();
	const allCounties = db.select().from(counties).orderBy(asc(counties.code)).prepare();
	const places = db
		.select()
		.from(localities)
		.where(eq(localities.municipality, sql.placeholder('code')))
		.orderBy(sql`${localities.population} desc`)
		.prepare();
	const allPlaces = db.select().from(localities).orderBy(asc(localities.id)).prepare();
	return {
		municipalities: async () => all.all(),
		municipality: async (code: string) => byCode.get({ code }),
		municipalityBySlug: async (slug: string) => bySlug.get({ slug }),
		counties: async () => allCounties.all(),
		/** The localities of a municipality, largest first. */
		localitiesOf: async (code: string) => places.all({ code }),
		localities: async () => allPlaces.all(),
	};
}
