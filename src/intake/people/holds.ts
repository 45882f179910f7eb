import IndexedPointInAreaLocator from 'jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js';
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import type { Area } from '../../domain/population.ts';

/** What `locate` gives of a point outside (JTS's `Location.EXTERIOR`). */
const OUTSIDE = 2;

/** Tells of many points whether they lie in a polygon, or on its edge. Degrees of WGS 84. */
export function holdsOf(polygon: Area['polygon']): (lon: number, lat: number) => boolean {
	const locator = new IndexedPointInAreaLocator(new GeoJSONReader(new GeometryFactory()).read(polygon));
	// One for all: hundreds of polygons are asked of a hundred thousand points.
	const point = new Coordinate(0, 0);
	return (lon, lat) => {
		point.x = lon;
		point.y = lat;
		return locator.locate(point) !== OUTSIDE;
	};
}
