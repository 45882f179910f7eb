import { createHash } from 'node:crypto';
import { loadGeography } from '../../db/geography/index.ts';
import type { Connection } from './connection.ts';

/** Puts the places into the store when they are missing or have changed since. */
export function seedGeography({ sqlite }: Connection): void {
	const { counties, municipalities, localities } = loadGeography();
	const hash = createHash('sha256')
		.update(JSON.stringify([counties, municipalities, localities]))
		.digest('hex');
	const known = sqlite.prepare("SELECT value FROM meta WHERE key = 'geography'").pluck();
	if (known.get() === hash) return;
	const county = sqlite.prepare(`
		INSERT INTO counties (code, name, name_en, slug, lon, lat) VALUES (@code, @name, @nameEn, @slug, @lon, @lat)
		ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, slug = excluded.slug,
			lon = excluded.lon, lat = excluded.lat`);
	const municipality = sqlite.prepare(`
		INSERT INTO municipalities (code, name, full_name, slug, county, skr_group, population, lon, lat, west, south, east, north)
		VALUES (@code, @name, @fullName, @slug, @county, @skrGroup, @population, @lon, @lat, @west, @south, @east, @north)
		ON CONFLICT (code) DO UPDATE SET name = excluded.name, full_name = excluded.full_name, slug = excluded.slug,
			skr_group = excluded.skr_group, population = excluded.population, lon = excluded.lon, lat = excluded.lat,
			west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north`);
	const locality = sqlite.prepare(`
		INSERT INTO localities (id, name, municipality, lon, lat, population)
		VALUES (@id, @name, @municipality, @lon, @lat, @population)`);
	const seed = sqlite.transaction(() => {
		if (known.get() === hash) return;
		for (const row of counties) county.run(row);
		for (const { bbox, ...row } of municipalities) {
			const [west, south, east, north] = bbox;
			municipality.run({ ...row, west, south, east, north });
		}
		sqlite.exec('DELETE FROM localities');
		for (const row of localities) locality.run(row);
		sqlite.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('geography', ?)").run(hash);
	});
	seed.immediate();
}
