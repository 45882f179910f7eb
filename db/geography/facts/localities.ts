import type { Locality } from '../types.ts';
import { type Place, readPlaces } from './geonames.ts';

const SEATS = new Set(['PPLC', 'PPLA', 'PPLA2']);
const kindOf = (p: Place): Locality['kind'] =>
	SEATS.has(p.feature) ? 'seat' : p.feature === 'PPLX' ? 'district' : 'locality';

/** Settlements that GeoNames puts in the neighbouring municipality; theirs by the postal list or the municipality. */
const MISPLACED: Record<string, [wrong: string, right: string]> = {
	Enebyberg: ['0160', '0162'],
	Alsike: ['0380', '0330'],
	Björklinge: ['0382', '0380'],
	Löberöd: ['1267', '1285'],
	Glumslöv: ['1283', '1282'],
	Olsfors: ['1490', '1443'],
	Sågmyra: ['2029', '2080'],
};

/** A degree east is about half a degree north here; good enough to compare short distances. */
const apart = (a: Place, b: Place) => Math.hypot((a.lon - b.lon) * 0.5, a.lat - b.lat);

/** A few records name no municipality: take the nearest neighbour's. */
function municipalityOf(p: Place, swedish: Place[]): string {
	const [wrong, right] = MISPLACED[p.name] ?? [];
	if (right && p.municipality === wrong) return right;
	if (p.municipality) return p.municipality;
	const known = swedish.filter((q) => q.municipality);
	return known.reduce((best, q) => (apart(p, q) < apart(p, best) ? q : best)).municipality;
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** The Swedish settlements that GeoNames knows, in order of municipality, then size. */
export function buildLocalities(): Locality[] {
	const swedish = readPlaces().filter((p) => p.country === 'SE');
	return swedish
		.map((p) => ({
			id: p.id,
			name: p.name,
			municipality: municipalityOf(p, swedish),
			lon: round(p.lon),
			lat: round(p.lat),
			population: p.population,
			kind: kindOf(p),
		}))
		.sort((a, b) => a.municipality.localeCompare(b.municipality) || b.population - a.population || a.id - b.id);
}
