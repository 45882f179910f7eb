import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import TopologyPreservingSimplifier from 'jsts/org/locationtech/jts/simplify/TopologyPreservingSimplifier.js';
import { KM_OF_DEGREE } from '#domain/geo.ts';
import { MOST_CORNERS, type ReadRing, type Ring, ringFrom } from '#domain/ring.ts';

/** More corners than these are no outline that somebody drew: they are not even looked at. */
const MOST_GIVEN = 20_000;
/** By how much the line may move, metres: begun with, times this each time, and no further. */
const FIRST = 10;
const MORE = 1.4;
const MOST_MOVED = 1000;
/** Three corners and the first again are what is left of the smallest area. */
const FEWEST = 3;

/** An area that was read, and what was done so that an address holds it. */
export type SimplifiedRing = ReadRing & {
	/** How many corners it had, and by how many metres at most the line has moved. */
	simplified?: { corners: number; metres: number };
};

/**
 * As `ringFrom`, but that an outline of more corners than an address holds is drawn with fewer: as little is moved as will do, by
 * a kilometre at most, and never so that it crosses itself where it did not (JTS's topology-preserving Douglas-Peucker).
 */
export function simplifiedRing(corners: Ring): SimplifiedRing {
	const read = ringFrom(corners);
	if (read.wrong !== 'many_corners' || corners.length > MOST_GIVEN) return read;
	const [first, last] = [corners[0]!, corners.at(-1)!];
	// GeoJSON has the first again at the end.
	const given = corners.length - (first.lon === last.lon && first.lat === last.lat ? 1 : 0);
	const narrow = Math.cos((first.lat * Math.PI) / 180);
	const metre = 1 / (1000 * KM_OF_DEGREE);
	const flat = [...corners.slice(0, given), first].map(({ lon, lat }) => new Coordinate(lon * narrow, lat));
	const whole = new GeometryFactory().createPolygon(flat);
	for (let metres = FIRST; metres <= MOST_MOVED; metres *= MORE) {
		const found = TopologyPreservingSimplifier.simplify(whole, metres * metre).getCoordinates() as Coordinate[];
		const fewer = found.slice(0, -1).map(({ x, y }) => ({ lon: x / narrow, lat: y }));
		if (fewer.length > MOST_CORNERS || fewer.length < FEWEST) continue;
		const made = ringFrom(fewer);
		if (made.wrong === 'many_corners') continue;
		return made.wrong === undefined ? { ...made, simplified: { corners: given, metres: Math.ceil(metres) } } : made;
	}
	return read;
}
