import { inBox, type LonLat, SWEDEN } from './geo.ts';
import { type ReadRing, type Ring, type RingProblem, readRing, ringFrom } from './ring.ts';

/**
 * Reads an area as somebody pastes or uploads it: GeoJSON with one polygon (WGS84, longitude first), or corners, one a line or
 * with semicolons between, each as two numbers in either order (no latitude of Sweden is a longitude of it); also what an
 * address holds. `from` makes the area of its corners.
 */
export function typedRing<Read extends ReadRing = ReadRing>(
	text: string,
	from: (corners: Ring) => Read = ringFrom as (corners: Ring) => Read,
): Read | ReadRing {
	const typed = text.replace(/^\uFEFF/, '').trim();
	if (/^[{[]/.test(typed)) return geoJsonRing(typed, from);
	const known = readRing(typed);
	if (!('wrong' in known) || known.wrong !== 'unreadable') return known;
	const pairs = typed.split(/[\n;]+/).flatMap((line) => (line.trim() ? [pairOf(line.trim())] : []));
	if (pairs.length === 0 || pairs.some((pair) => pair === null)) return { wrong: 'unreadable' };
	return from(inOrder(pairs as [number, number][]));
}

/** A number with a point or a comma, and what stands between two of them. */
const PAIR = /^\(?(-?\d{1,8}(?:[.,]\d+)?)[\s,]+(-?\d{1,8}(?:[.,]\d+)?)\)?,?$/;

function pairOf(line: string): [number, number] | null {
	const [, first, second] = PAIR.exec(line) ?? [];
	if (first === undefined || second === undefined) return null;
	return [Number(first.replace(',', '.')), Number(second.replace(',', '.'))];
}

/** Longitude first, whichever stood first. */
function inOrder(pairs: readonly [number, number][]): Ring {
	const isLatFirst = pairs.every(([lat, lon]) => inBox({ lon, lat }, SWEDEN));
	return pairs.map(([a, b]): LonLat => (isLatFirst ? { lon: b, lat: a } : { lon: a, lat: b }));
}

function geoJsonRing<Read extends ReadRing>(text: string, from: (corners: Ring) => Read): Read | ReadRing {
	let read: unknown;
	try {
		read = JSON.parse(text);
	} catch {
		return { wrong: 'unreadable' };
	}
	const found = ringIn(read);
	return typeof found === 'string' ? { wrong: found } : from(found);
}

interface Json {
	type?: unknown;
	features?: unknown;
	geometry?: unknown;
	coordinates?: unknown;
}

/** The only ring of the only polygon; or why there is none. */
function ringIn(value: unknown): Ring | RingProblem {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not_an_area';
	const { type, features, geometry, coordinates } = value as Json;
	if (type === 'FeatureCollection') return onlyOf(features, ringIn);
	if (type === 'Feature') return ringIn(geometry);
	if (type === 'MultiPolygon') return onlyOf(coordinates, outlineOf);
	return type === 'Polygon' ? outlineOf(coordinates) : 'not_an_area';
}

function onlyOf(list: unknown, read: (one: unknown) => Ring | RingProblem): Ring | RingProblem {
	if (!Array.isArray(list) || list.length === 0) return 'not_an_area';
	return list.length > 1 ? 'several' : read(list[0]);
}

function outlineOf(rings: unknown): Ring | RingProblem {
	if (!Array.isArray(rings) || rings.length === 0 || !Array.isArray(rings[0])) return 'not_an_area';
	if (rings.length > 1) return 'holes';
	const corners = rings[0].map(cornerOf);
	return corners.every((one) => one !== null) ? corners : 'not_an_area';
}

function cornerOf(value: unknown): LonLat | null {
	if (!Array.isArray(value)) return null;
	const [lon, lat] = value as unknown[];
	return Number.isFinite(lon) && Number.isFinite(lat) ? { lon: lon as number, lat: lat as number } : null;
}
