import { type Bbox, boxAround, inBox, type LonLat, SWEDEN } from '#domain/geo.ts';
import type { Query } from '#domain/query.ts';

/** So many of the list's first hits around a place are on the map from the beginning. */
const FIRST = 8;
/** Kilometres around a place that are shown in any case. */
const LEAST = 8;

/**
 * What the map shows at first: the asked box, the circle, a place with the first hits around it, or a box around all
 * hits; null when there are none.
 */
export function boundsOf({ bbox, near, radius }: Query, first: (LonLat | null)[], all: () => Bbox | null): Bbox | null {
	if (bbox) return bbox;
	if (near && radius !== null) return boxAround(near, radius);
	if (near) {
		const [west, south, east, north] = boxAround(near, LEAST);
		const corners = [
			{ lon: west, lat: south },
			{ lon: east, lat: north },
		];
		return boxOf([...corners, ...first.slice(0, FIRST).filter((at) => at !== null)]);
	}
	return all();
}

function boxOf(points: LonLat[]): Bbox | null {
	const inside = points.filter((point) => inBox(point, SWEDEN));
	if (inside.length === 0) return null;
	const lons = inside.map(({ lon }) => lon);
	const lats = inside.map(({ lat }) => lat);
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
