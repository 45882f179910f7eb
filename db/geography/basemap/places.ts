import { readFileSync } from 'node:fs';
import { type Place, readPlaces } from '../facts/geonames.ts';
import type { County, Municipality } from '../types.ts';
import { CORE, isIn, type MapFeature, pointFeature, WIDE } from './geometry.ts';
import { COUNTRY_LABELS, ENGLISH_NAMES, SWEDISH_NAMES } from './names.ts';
import { firstZooms, importance } from './zooms.ts';

const NEIGHBOURS = new Set(['NO', 'FI', 'DK', 'AX', 'EE', 'LV', 'LT']);
const SEATS = new Set(['PPLC', 'PPLA', 'PPLA2']);
/** Least population of a place outside Sweden: in a neighbour near us, in a neighbour, elsewhere. */
const LEAST = { near: 5000, neighbour: 50000, far: 150000 };

const readFacts = (name: string) => JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), 'utf8'))[name];

function isShown(p: Place): boolean {
	if (!isIn(p.lon, p.lat, WIDE)) return false;
	if (p.country === 'SE') return true;
	if (!NEIGHBOURS.has(p.country)) return p.population >= LEAST.far;
	return p.population >= (isIn(p.lon, p.lat, CORE) ? LEAST.near : LEAST.neighbour);
}

/** The places of the map: all of Sweden's, larger ones around it. */
export const shownPlaces = (): Place[] => readPlaces().filter(isShown);

/** "city", "town" or "village", by the class names of the Protomaps basemap schema. */
const detailOf = (population: number) => (population >= 50000 ? 'city' : population >= 2000 ? 'town' : 'village');

function placeFeature(p: Place, min_zoom: number, municipality: string | undefined): MapFeature {
	const swedish = p.country === 'SE';
	const sv = SWEDISH_NAMES[p.name] ?? p.name;
	const en = swedish ? (ENGLISH_NAMES[p.name] ?? p.name) : p.name;
	const isSeat = swedish && SEATS.has(p.feature) && municipality && municipality !== p.name;
	return pointFeature(p.lon, p.lat, {
		kind: p.feature === 'PPLX' ? 'neighbourhood' : 'locality',
		kind_detail: detailOf(p.population),
		name: sv,
		...(en === sv ? {} : { 'name:en': en }),
		population: p.population,
		min_zoom,
		sort_key: -importance(p),
		...(p.feature === 'PPLC' ? { capital: 'yes' } : {}),
		...(swedish ? { se: 1 } : {}),
		...(isSeat ? { seat_of: municipality } : {}),
	});
}

function countyFeatures(): MapFeature[] {
	const counties: County[] = readFacts('counties');
	return counties.map((c) =>
		pointFeature(c.lon, c.lat, { kind: 'region', name: c.name, 'name:en': c.nameEn, min_zoom: 6 }),
	);
}

const countryFeatures = (): MapFeature[] =>
	COUNTRY_LABELS.map(({ sv, en, lon, lat, zoom }) =>
		pointFeature(lon, lat, { kind: 'country', name: sv, 'name:en': en ?? sv, min_zoom: zoom }),
	);

/** Names of countries, counties, settlements and parts of towns. */
export function buildPlaces(places: Place[]): MapFeature[] {
	const municipalities: Municipality[] = readFacts('municipalities');
	const fullNames = new Map(municipalities.map((m) => [m.code, m]));
	const zooms = firstZooms(places);
	const settlements = places.map((p) => {
		const own = fullNames.get(p.municipality);
		const differs = own && own.name !== p.name;
		return placeFeature(p, zooms.get(p) ?? 10, differs ? own.fullName : undefined);
	});
	return [...countryFeatures(), ...countyFeatures(), ...settlements];
}
