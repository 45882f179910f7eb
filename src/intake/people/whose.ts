import IndexedPointInAreaLocator from 'jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js';
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import { loadGeography } from '../../../db/geography/index.ts';
import type { Area } from '../../domain/population.ts';

/** What `locate` gives of a point outside (JTS's `Location.EXTERIOR`). */
const OUTSIDE = 2;

/**
 * Tells the municipality of a point: by the municipalities' polygons where they are imported, else that of the nearest
 * settlement, which is wrong near borders. `guessed` counts the points that were told by the latter.
 */
export function whoseLand(polygons: readonly Area[]) {
	const reader = new GeoJSONReader(new GeometryFactory());
	const areas = polygons.map(({ municipality, polygon }) => ({
		municipality,
		locator: new IndexedPointInAreaLocator(reader.read(polygon)),
	}));
	const { localities } = loadGeography();
	const told = { guessed: 0 };
	const at = (lon: number, lat: number): string => {
		const point = new Coordinate(lon, lat);
		const found = areas.find(({ locator }) => locator.locate(point) !== OUTSIDE);
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
