import type { MultiPolygon } from '../domain/geo.ts';
import type { People, Points } from './ground.ts';

export const areaKinds = ['country', 'county', 'municipality', 'locality', 'district', 'drawn'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** What a question is about: a part of Sweden. */
export interface Area {
	kind: AreaKind;
	/** What tells it from others of its kind: SCB code, id of a locality or district, or the ring as it was drawn. */
	key: string;
	name: string;
	/** SCB codes of the municipalities in which it lies, wholly or in part; empty for the country. */
	municipalities: string[];
	/** Id of the settlement, for a locality. */
	locality: number | null;
	/** Its outline, for a district or a drawn area. */
	polygon: MultiPolygon | null;
}

/** Indices of those who live in an area, in order. */
export function peopleIn(area: Area, people: People): Uint32Array {
	const { locality } = area;
	if (locality !== null) return indices(people.lon.length, (at) => people.locality[at] === locality);
	return inside(area, people, people.municipality);
}

/** Indices of the points of municipalities (SCB codes as numbers) that lie in an area; a locality is its municipality here. */
export function inside(area: Area, points: Points, municipality: Uint16Array): Uint32Array {
	const codes = new Set(area.municipalities.map(Number));
	const here = codes.size ? (at: number) => codes.has(municipality[at]!) : () => true;
	const { polygon } = area;
	if (!polygon) return indices(points.lon.length, here);
	const holds = containment(polygon);
	return indices(points.lon.length, (at) => here(at) && holds(points.lon[at]!, points.lat[at]!));
}

function indices(length: number, wanted: (at: number) => boolean): Uint32Array {
	const found: number[] = [];
	for (let at = 0; at < length; at++) if (wanted(at)) found.push(at);
	return Uint32Array.from(found);
}

/**
 * Tells whether a point (WGS84) lies within polygons: by the even-odd rule, edges as straight lines between longitudes and
 * latitudes, as GeoJSON has them.
 */
export function containment({ coordinates }: MultiPolygon): (lon: number, lat: number) => boolean {
	const rings = coordinates.flat();
	const lons = rings.flat().map(([lon]) => lon!);
	const lats = rings.flat().map(([, lat]) => lat!);
	const [west, east] = extent(lons);
	const [south, north] = extent(lats);
	return (lon, lat) => {
		if (lon < west || lon > east || lat < south || lat > north) return false;
		return rings.filter((ring) => crossesRing(ring, lon, lat)).length % 2 === 1;
	};
}

function extent(values: readonly number[]): [number, number] {
	let [least, most] = [Infinity, -Infinity];
	for (const value of values) {
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return [least, most];
}

/** Whether a ray from the point to the east crosses a ring an odd number of times. */
function crossesRing(ring: readonly number[][], lon: number, lat: number): boolean {
	let odd = false;
	for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
		const [x1, y1] = ring[at]! as [number, number];
		const [x2, y2] = ring[before]! as [number, number];
		if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
	}
	return odd;
}
