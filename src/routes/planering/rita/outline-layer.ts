import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Ring } from '#domain/ring.ts';
import { paintOf } from '../map-paint.ts';

const SOURCE = 'drawn-outline';
/** Half of a corner's width, pixels; a finger that comes so near means it. */
const SIZE = 8;
const REACH = 24;

/** The area as far as it is drawn: its surface from three corners on, its line from two, its corners. */
function dataOf(ring: Ring): GeoJSON.FeatureCollection {
	const corners = ring.map(({ lon, lat }) => [lon, lat]);
	const closed = [...corners, corners[0]!];
	const shapes: GeoJSON.Geometry[] = [
		...(ring.length > 2 ? [{ type: 'Polygon' as const, coordinates: [closed] }] : []),
		...(ring.length > 1 ? [{ type: 'LineString' as const, coordinates: closed }] : []),
		...corners.map((coordinates) => ({ type: 'Point' as const, coordinates })),
	];
	return {
		type: 'FeatureCollection',
		features: shapes.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
	};
}

/** Draws an area on a map; to be done again after every loading of a style. */
export function drawOutline(map: MapLibre, ring: Ring): void {
	const known = map.getSource<GeoJSONSource>(SOURCE);
	if (known) return void known.setData(dataOf(ring));
	map.addSource(SOURCE, { type: 'geojson', data: dataOf(ring) });
	const { fill, stroke, width } = paintOf(map, 'outline');
	const of = (type: string) => ['==', ['geometry-type'], type] as ['==', ...unknown[]] as never;
	map.addLayer({
		id: `${SOURCE}-surface`,
		type: 'fill',
		source: SOURCE,
		filter: of('Polygon'),
		paint: { 'fill-color': fill, 'fill-opacity': 0.2 },
	});
	map.addLayer({
		id: `${SOURCE}-line`,
		type: 'line',
		source: SOURCE,
		filter: of('LineString'),
		paint: { 'line-color': stroke, 'line-width': width },
	});
	map.addLayer({
		id: `${SOURCE}-corners`,
		type: 'circle',
		source: SOURCE,
		filter: of('Point'),
		paint: {
			'circle-radius': SIZE,
			'circle-color': paintOf(map, 'plate').fill,
			'circle-stroke-color': stroke,
			'circle-stroke-width': width,
		},
	});
}

type Touch = { point: { x: number; y: number }; preventDefault: () => void };
type Move = { lngLat: { lng: number; lat: number } };

/** The place of the corner that a press at a point of the screen means; -1 when none is so near. */
export function cornerAt(map: MapLibre, ring: Ring, { x, y }: Touch['point']): number {
	const away = ring.map((one) => {
		const at = map.project([one.lon, one.lat]);
		return Math.hypot(at.x - x, at.y - y);
	});
	const least = Math.min(REACH, ...away);
	return away.indexOf(least);
}

/** Lets corners be dragged, by mouse and by finger: `moved` is told each place that one comes to. */
export function dragCorners(map: MapLibre, ring: () => Ring, moved: (place: number, to: Ring[number]) => void): void {
	const drag = (move: 'mousemove' | 'touchmove', end: 'mouseup' | 'touchend') => (press: Touch) => {
		const place = cornerAt(map, ring(), press.point);
		if (place < 0) return;
		// The map stays where it is.
		press.preventDefault();
		const follow = ({ lngLat: { lng, lat } }: Move) => moved(place, { lon: lng, lat });
		map.on(move, follow);
		map.once(end, () => map.off(move, follow));
	};
	map.on('mousedown', drag('mousemove', 'mouseup'));
	map.on('touchstart', drag('touchmove', 'touchend'));
}
