import { asc, eq, sql } from 'drizzle-orm';
import { counties, localities, municipalities } from '../../db/schema.ts';
import type { Connection } from './connection.ts';

export type Municipality = typeof municipalities.$inferSelect;

/** Municipalities, counties and localities: facts that no entry changes. */
export function geographyQueries({ db }: Connection) {
	const every = db.select().from(municipalities).orderBy(asc(municipalities.code)).prepare();
	let read: readonly Municipality[] | undefined;
	/** Read once: they are written when a store opens, before anybody asks, and almost every page names one. */
	const all = (): readonly Municipality[] => {
		read ??= Object.freeze(every.all().map((one) => Object.freeze(one)));
		return read;
	};
	const allCounties = db.select().from(counties).orderBy(asc(counties.code)).prepare();
	const places = db
		.select()
		.from(localities)
		.where(eq(localities.municipality, sql.placeholder('code')))
		.orderBy(sql`${localities.population} desc`)
		.prepare();
	const allPlaces = db.select().from(localities).orderBy(asc(localities.id)).prepare();
	return {
		/** All, by code. */
		municipalities: async () => all(),
		municipality: async (code: string) => all().find((one) => one.code === code),
		municipalityBySlug: async (slug: string) => all().find((one) => one.slug === slug),
		counties: async () => allCounties.all(),
		/** The localities of a municipality, largest first. */
		localitiesOf: async (code: string) => places.all({ code }),
		localities: async () => allPlaces.all(),
	};
}
