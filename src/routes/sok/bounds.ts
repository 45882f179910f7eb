import { type Bbox, boxAround, inBox, SWEDEN } from '#domain/geo.ts';
import type { Query } from '#domain/query.ts';
import type { MapSpot } from '#domain/search.ts';

/** What the map shows at first: the asked box, the circle, or a box around the hits; null when there are none. */
export function boundsOf({ bbox, near, radius }: Query, spots: () => MapSpot[]): Bbox | null {
	if (bbox) return bbox;
	if (near) return boxAround(near, radius ?? 15);
	const inside = spots().filter((spot) => inBox(spot, SWEDEN));
	if (inside.length === 0) return null;
	const lons = inside.map(({ lon }) => lon);
	const lats = inside.map(({ lat }) => lat);
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
