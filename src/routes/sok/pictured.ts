import type { Bbox } from '#domain/geo.ts';
import { overviewOf } from '#domain/overview.ts';
import type { Query } from '#domain/query.ts';
import { mostOf, nameOf } from '#finder/places.ts';
import type { Site } from '#site';

/** So many degrees of longitude are nearly all of Sweden. */
const WIDE = 10;

/** The picture that takes the map's place, with what is needed to make a link of each of its spots. */
export function pictured(site: Site, query: Query, now: number) {
	const overview = overviewOf(site.finder, query, now);
	const { frame, count, spots } = overview;
	const part = (value: number, whole: number) => Number(((100 * value) / whole).toFixed(1));
	return {
		count,
		most: mostOf(overview, site.places),
		wider: query.bbox && wider(query.bbox),
		/** The largest first; where they lie in percent of the picture. */
		spots: spots.toReversed().map(({ x, y, across, up, ...spot }) => ({
			left: part(x - across, frame.width),
			top: part(y - up, frame.height),
			width: part(2 * across, frame.width),
			height: part(2 * up, frame.height),
			count: spot.count,
			organisation: spot.organisation,
			venue: spot.venue,
			activity: spot.activity,
			approximate: spot.approximate,
			place: nameOf({ ...spot, x, y, across, up }, site.places),
			box: spot.box.map((degrees) => Number(degrees.toFixed(4))) as unknown as Bbox,
		})),
	};
}

/** A box of twice the width and height; null when that is all of Sweden. */
function wider([west, south, east, north]: Bbox): Bbox | null {
	const [across, up] = [(east - west) / 2, (north - south) / 2];
	return 4 * across > WIDE ? null : [west - across, south - up, east + across, north + up];
}
