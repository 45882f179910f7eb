import polygonClipping, { type MultiPolygon as Clippable } from 'polygon-clipping';
import {
	boundsOf,
	CORE,
	clipAll,
	contains,
	type MapFeature,
	overlaps,
	type Polygon,
	polygonFeature,
	polygonsOf,
	smooth,
	WIDE,
} from './geometry.ts';
import { readCountries, readGeoMap } from './sources.ts';

/** Small islands have few corners: they are rounded more. */
const roundsFor = (length: number) => (length < 40 ? 2 : 1);

/** All land in the map's box, coasts smoothed near Sweden. */
export function buildLand(): Polygon[] {
	return [...clipAll(readGeoMap('earth-coastlines'), WIDE)].map((polygon) =>
		overlaps(boundsOf(polygon[0] ?? []), CORE) ? polygon.map((r) => smooth(r, roundsFor(r.length))) : polygon,
	);
}

function swedenWithWaters(): Polygon[] {
	const sweden = readCountries().features.find((f) => f.properties.isoA3 === 'SWE');
	if (!sweden) throw new Error('The borders have no Sweden');
	return [...polygonsOf(sweden.geometry)];
}

/** Cutting is slow: only what crosses the border is cut; an island is wholly inside or outside it. */
function* cutToSweden(part: Polygon, sweden: Polygon[]): Generator<Polygon> {
	const corners = part[0] ?? [];
	const inside = corners.filter((p) => sweden.some(([outline = []]) => contains(outline, p))).length;
	if (inside === 0) return;
	if (inside === corners.length) yield part;
	else yield* polygonClipping.intersection([part] as Clippable, sweden as Clippable);
}

/** The mainland is huge: it is cut to Sweden's box first. */
function* swedishParts(land: Polygon[], sweden: Polygon[]): Generator<Polygon> {
	const box = boundsOf(sweden.flatMap((p) => p[0] ?? []));
	for (const polygon of land) {
		if (!overlaps(boundsOf(polygon[0] ?? []), box)) continue;
		for (const part of clipAll({ type: 'Polygon', coordinates: polygon }, box)) yield* cutToSweden(part, sweden);
	}
}

/** The land of Sweden alone, so that the map can lift it from its neighbours. */
export function buildSweden(land: Polygon[]): MapFeature[] {
	const sweden = swedenWithWaters();
	return [...swedishParts(land, sweden)].map((p) => polygonFeature(p, { kind: 'sweden' }));
}

export const landFeatures = (land: Polygon[]): MapFeature[] => land.map((p) => polygonFeature(p, { kind: 'earth' }));
