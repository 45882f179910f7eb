import { loadGeography } from '../../../db/geography/index.ts';
import { distanceKm, type LonLat } from '../../domain/geo.ts';

/** Further than this from every settlement of its municipality nobody lives: the municipality is another, or the place. */
const FAR_KM = 100;
/** Degrees that are less than that in any direction in Sweden. */
const NEAR = 0.7;

let settlements: Map<string, LonLat[]> | null = null;

/**
 * How far in whole kilometres a place is from the nearest settlement of the municipality that it is said to lie in; null
 * where that can be, or where the municipality has none to go by.
 */
export function farFrom(municipality: string, at: LonLat): number | null {
	settlements ??= Map.groupBy(loadGeography().localities, (one) => one.municipality);
	const own = settlements.get(municipality);
	if (!own?.length) return null;
	if (own.some(({ lon, lat }) => Math.abs(lat - at.lat) < NEAR && Math.abs(lon - at.lon) < NEAR)) return null;
	const away = Math.min(...own.map((one) => distanceKm(one, at)));
	return away > FAR_KM ? Math.round(away) : null;
}
