type Point = { lon: number; lat: number };

const EARTH_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres between two WGS84 points (haversine, mean earth radius of the IUGG). */
export function distanceKm(a: Point, b: Point): number {
	const dLat = radians(b.lat - a.lat) / 2;
	const dLon = radians(b.lon - a.lon) / 2;
	const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon) ** 2;
	return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
