import { loadGeography } from '../../../db/geography/index.ts';
import type { Area } from '../../domain/population.ts';
import { holdsOf } from './holds.ts';

/**
 * Tells the municipality of a point: by the municipalities' polygons where they are imported, else that of the nearest
 * settlement, which is wrong near borders. `guessed` counts the points that were told by the latter.
 */
export function whoseLand(polygons: readonly Area[]) {
	const areas = polygons.map(({ municipality, polygon }) => ({ municipality, holds: holdsOf(polygon) }));
	const { localities } = loadGeography();
	const told = { guessed: 0 };
	const at = (lon: number, lat: number): string => {
		const found = areas.find(({ holds }) => holds(lon, lat));
		if (found) return found.municipality;
		told.guessed++;
		const scale = Math.cos((lat * Math.PI) / 180);
		let [best, least] = ['', Number.POSITIVE_INFINITY];
		for (const place of localities) {
			const away = ((place.lon - lon) * scale) ** 2 + (place.lat - lat) ** 2;
			if (away < least) [best, least] = [place.municipality, away];
		}
		return best;
	};
	return { at, told };
}
