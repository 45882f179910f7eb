import InteriorPointArea from 'jsts/org/locationtech/jts/algorithm/InteriorPointArea.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import type { MultiPolygon } from '../../domain/geo.ts';
import { inBox, type LonLat, SWEDEN } from '../../domain/geo.ts';
import type { PeopleReason } from './problem.ts';
import type { ToWgs84 } from './project.ts';
import type { RawGeometry } from './raw.ts';

/** A polygon that can be kept, with a point within; or why it cannot, and where. */
export type Shape = { polygon: MultiPolygon; point: LonLat } | { reason: PeopleReason; where: string };

const reader = new GeoJSONReader(new GeometryFactory());
type Ring = [number, number][];

/**
 * A polygon in WGS84 (six decimals, a decimetre), checked to be a simple area by OGC's rules: closed rings that do not
 * cross themselves or each other, holes within their outlines. Other dimensions than two are left out.
 */
export function shapeOf(geometry: RawGeometry, to: ToWgs84): Shape {
	const polygons = polygonsOf(geometry);
	if (!polygons) return { reason: 'not_an_area', where: geometry.type };
	const rings = polygons.flat();
	if (rings.some((ring) => ring.length < 4 || !isClosed(ring))) return { reason: 'not_closed', where: '' };
	const area = reader.read({ type: 'MultiPolygon', coordinates: polygons });
	const wrong = new IsValidOp(area).getValidationError();
	if (wrong) {
		const at = wrong.getCoordinate();
		return { reason: 'crosses_itself', where: at ? placeOf(to(at.x, at.y)) : '' };
	}
	const coordinates = polygons.map((polygon) =>
		polygon.map((ring) =>
			ring.map(([x, y]): [number, number] => {
				const { lon, lat } = to(x, y);
				return [sixDecimals(lon), sixDecimals(lat)];
			}),
		),
	);
	const stray = coordinates.flat(2).find(([lon, lat]) => !inBox({ lon, lat }, SWEDEN));
	if (stray) return { reason: 'outside_sweden', where: `${stray[1]} ${stray[0]}` };
	const point = InteriorPointArea.getInteriorPoint(area);
	const { lon, lat } = to(point.x, point.y);
	return { polygon: { type: 'MultiPolygon', coordinates }, point: { lon: sixDecimals(lon), lat: sixDecimals(lat) } };
}

const sixDecimals = (degrees: number) => Number(degrees.toFixed(6));
const placeOf = ({ lon, lat }: LonLat) => `${lat.toFixed(5)} ${lon.toFixed(5)}`;

function polygonsOf({ type, coordinates }: RawGeometry): Ring[][] | null {
	const list = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
	if (!Array.isArray(list) || list.length === 0) return null;
	const isPoint = (point: unknown) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]);
	const isWhole = list.every(
		(polygon) =>
			Array.isArray(polygon) &&
			polygon.length > 0 &&
			polygon.every((ring) => Array.isArray(ring) && ring.every(isPoint)),
	);
	if (!isWhole) return null;
	return (list as number[][][][]).map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x!, y!])));
}

function isClosed(ring: Ring): boolean {
	const [first, last] = [ring[0]!, ring.at(-1)!];
	return first[0] === last[0] && first[1] === last[1];
}
