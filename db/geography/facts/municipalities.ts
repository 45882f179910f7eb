import { readFileSync } from 'node:fs';
import { slugOf } from '../fold.ts';
import type { Locality, Municipality, SkrGroupCode } from '../types.ts';

/** English has a name of its own for one municipality only. */
const ENGLISH: Record<string, string> = { '1480': 'Gothenburg' };
/** Where the rule of the genitive does not give the name that the municipality goes by. */
const FULL_NAMES: Record<string, string> = { '0980': 'Region Gotland', '2080': 'Falu kommun' };
/** Degrees around the outermost localities: about 8 km. */
const MARGIN = { lon: 0.14, lat: 0.07 };

/** The 290 rows of our own table, and the month of its population figures. */
export function readTable(): { populationDate: string; rows: string[][] } {
	const text = readFileSync(new URL('municipalities.csv', import.meta.url), 'utf8');
	const populationDate = /reference month (\d{4}-\d{2})/.exec(text)?.[1];
	if (!populationDate) throw new Error('facts/municipalities.csv does not say its reference month');
	const lines = text.trim().split('\n');
	return { populationDate, rows: lines.filter((l) => /^\d/.test(l)).map((l) => l.split(',')) };
}

/** Swedish place names take no genitive s after a vowel, s, x or z: Åre kommun, Borås kommun, Halmstads kommun. */
export const fullNameOf = (code: string, name: string): string =>
	FULL_NAMES[code] ?? `${name}${/[aeiouyåäösxz]$/.test(name) ? '' : 's'} kommun`;

const round = (degrees: number) => Math.round(degrees * 1000) / 1000;

function boundsOf(localities: Locality[]): Municipality['bbox'] {
	const lons = localities.map((l) => l.lon);
	const lats = localities.map((l) => l.lat);
	return [
		round(Math.min(...lons) - MARGIN.lon),
		round(Math.min(...lats) - MARGIN.lat),
		round(Math.max(...lons) + MARGIN.lon),
		round(Math.max(...lats) + MARGIN.lat),
	];
}

/** The seat by GeoNames' class, else the locality of the municipality's name, else the largest. */
function seatOf(name: string, localities: Locality[]): Locality {
	const seat = localities.find((l) => l.kind === 'seat') ?? localities.find((l) => l.name === name) ?? localities[0];
	if (!seat) throw new Error(`No locality in ${name}`);
	return seat;
}

function slugs(rows: string[][], countySlug: (code: string) => string): Map<string, string> {
	const plain = new Map<string, string[]>();
	for (const [code = '', name = ''] of rows) plain.set(slugOf(name), [...(plain.get(slugOf(name)) ?? []), code]);
	const out = new Map<string, string>();
	for (const [slug, codes] of plain) {
		for (const code of codes) out.set(code, codes.length === 1 ? slug : `${slug}-${countySlug(code.slice(0, 2))}`);
	}
	return out;
}

/** The 290 municipalities; a name whose slug is taken twice (Håbo, Habo) gets its county's behind it. */
export function buildMunicipalities(localities: Locality[], countySlug: (code: string) => string): Municipality[] {
	const { rows } = readTable();
	const slug = slugs(rows, countySlug);
	const inside = Map.groupBy(localities, (l) => l.municipality);
	return rows.map(([code = '', name = '', skrGroup, population]) => {
		const own = inside.get(code) ?? [];
		const seat = seatOf(name, own);
		return {
			code,
			name,
			...(ENGLISH[code] ? { nameEn: ENGLISH[code] } : {}),
			fullName: fullNameOf(code, name),
			slug: slug.get(code) ?? slugOf(name),
			county: code.slice(0, 2),
			skrGroup: skrGroup as SkrGroupCode,
			population: Number(population),
			lon: seat.lon,
			lat: seat.lat,
			bbox: boundsOf(own),
		};
	});
}
