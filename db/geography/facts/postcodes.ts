// Builds postcodes.json, a compact table of our own, from a CC0 list of postcodes.
// Usage: node facts/postcodes.ts <CSV with postal_code, locality, municipality_code>
import { readFileSync } from 'node:fs';
import { distanceKm } from '../distance.ts';
import { fold } from '../fold.ts';
import type { Locality, Postcodes, PostTown } from '../types.ts';
import { writeRecords } from './write.ts';

/** A post town may reach into the next municipality; its settlement still tells roughly where one is. */
const NEIGHBOUR_KM = 20;

const list = process.argv[2];
if (!list) throw new Error('Usage: node facts/postcodes.ts POSTCODES.csv');

const file = (name: string) => new URL(`../${name}`, import.meta.url);
const localities: Locality[] = JSON.parse(readFileSync(file('localities.json'), 'utf8')).localities;
const inside = Map.groupBy(localities, (l) => l.municipality);
const named = Map.groupBy(localities, (l) => fold(l.name));

/** "Fjärås" is written "Fjärås kyrkby" by GeoNames, "Nödinge" is "Nödinge-Nol". */
const beginsWith = (town: string) => (l: Locality) => fold(l.name).startsWith(`${town} `);

function nearby(municipality: string, candidates: Locality[]): Locality | undefined {
	const own = inside.get(municipality) ?? [];
	const reach = (l: Locality) => Math.min(...own.map((o) => distanceKm(o, l)));
	return candidates.filter((l) => reach(l) <= NEIGHBOUR_KM).sort((a, b) => reach(a) - reach(b))[0];
}

function localityOf(name: string, municipality: string): Locality | undefined {
	const town = fold(name);
	const own = inside.get(municipality) ?? [];
	const exact = named.get(town) ?? [];
	return (
		exact.find((l) => l.municipality === municipality) ?? own.find(beginsWith(town)) ?? nearby(municipality, exact)
	);
}

const towns: PostTown[] = [];
const indexOf = new Map<string, number>();

function townIndex(name: string, municipality: string): number {
	const key = `${name}|${municipality}`;
	const known = indexOf.get(key);
	if (known !== undefined) return known;
	const locality = localityOf(name, municipality)?.id;
	indexOf.set(key, towns.push({ name, municipality, ...(locality ? { locality } : {}) }) - 1);
	return towns.length - 1;
}

const rows = readFileSync(list, 'utf8').trim().split(/\r?\n/).slice(1);
const codes = rows.map((r) => r.split(',')).sort((a, b) => Number(a[0]) - Number(b[0]));
const ranges: Postcodes['ranges'] = [];
for (const [code, name = '', municipality = ''] of codes) {
	const town = townIndex(name, municipality);
	const last = ranges.at(-1);
	if (last?.[2] === town) last[1] = Number(code);
	else ranges.push([Number(code), Number(code), town]);
}

writeRecords(
	file('postcodes.json'),
	{
		source: 'Postcode, post town and municipality: an open list under CC0 1.0; positions: localities.json',
		date: '2025',
	},
	{ towns, ranges },
);
const placed = towns.filter((t) => t.locality).length;
console.log(
	`${codes.length} postcodes in ${ranges.length} ranges, ${towns.length} post towns, ${placed} with a locality`,
);
