import { distanceKm, inBox, type LonLat, SWEDEN } from '../../domain/geo.ts';
import { projections } from './projections.ts';

/** A point, the system it was written in, and whether its two values stood in each other's place. */
export interface FoundPoint extends LonLat {
	system: string;
	swapped: boolean;
}

/** Further than this from its municipality no point of a register lies. */
const FAR_KM = 200;
/** North values of Sweden in every projected system, in metres. */
const NORTH: readonly [number, number] = [6_100_000, 7_720_000];

/**
 * A point in WGS84 out of two texts, in whichever system they are: degrees, SWEREF 99 TM or one of its zones, RT 90.
 * The system, and whether the axes are swapped, is told by where the point falls: in Sweden, and nearest to `near`
 * (the municipality), at most 200 km off. Null when it falls nowhere, or when zones cannot be told apart. `zone` is the
 * zone of SWEREF 99 that the whole file is in (`zoneOf`).
 */
export function findPoint(north: string, east: string, near: LonLat | null, zone?: string | null): FoundPoint | null {
	const n = readNumber(north);
	const e = readNumber(east);
	if (n === null || e === null) return null;
	const points = [...candidates(n, e, false), ...candidates(e, n, true)].filter(
		(point) => inBox(point, SWEDEN) && (!zone || !ZONED.test(point.system) || point.system === zone),
	);
	if (!near) return points.length === 1 || points[0]?.system === 'WGS84' ? points[0]! : null;
	const away = (point: LonLat) => distanceKm(point, near);
	const nearest = points.toSorted((a, b) => away(a) - away(b))[0];
	return nearest && away(nearest) <= FAR_KM ? nearest : null;
}

const ZONED = /^SWEREF 99 \d/;

/**
 * The zone of SWEREF 99 in which the points of a file lie nearest to their municipalities, taken together; null when none
 * is in a zone. Zones lie 45 km apart, so that one point at the edge of a large municipality seems to be in the next.
 */
export function zoneOf(points: readonly { north: string; east: string; near: LonLat }[]): string | null {
	const away = new Map<string, number>();
	for (const { north, east, near } of points) {
		const n = readNumber(north);
		const e = readNumber(east);
		if (n === null || e === null) continue;
		for (const point of [...candidates(n, e, false), ...candidates(e, n, true)])
			if (ZONED.test(point.system))
				away.set(point.system, (away.get(point.system) ?? 0) + Math.min(distanceKm(point, near), FAR_KM));
	}
	return [...away].sort((a, b) => a[1] - b[1])[0]?.[0] ?? null;
}

function candidates(north: number, east: number, swapped: boolean): FoundPoint[] {
	if (Math.abs(north) <= 90 && Math.abs(east) <= 180) return [{ lon: east, lat: north, system: 'WGS84', swapped }];
	if (north < NORTH[0] || north > NORTH[1]) return [];
	return projections
		.filter((projection) => east >= projection.east[0] && east <= projection.east[1])
		.map((projection) => ({ ...rounded(projection.toWgs84(north, east)), system: projection.name, swapped }));
}

/** Seven decimals are a centimetre. */
const rounded = ({ lon, lat }: LonLat): LonLat => ({ lon: Number(lon.toFixed(7)), lat: Number(lat.toFixed(7)) });

/** Both values of a text that holds two: "56.67, 12.86", "56,67 12,86", "POINT (12.86 56.67)"; null for others. */
export function pairOf(text: string): [string, string] | null {
	const pair = /^(?:POINT\s*)?\(?\s*(-?\d+(?:[.,]\d+)?)(?:\s*[;|/]\s*|,\s*|\s+)(-?\d+(?:[.,]\d+)?)\s*\)?$/i.exec(
		text.trim(),
	);
	return pair ? [pair[1]!, pair[2]!] : null;
}

/** A number as people write coordinates: decimal comma or point, blanks between thousands, degrees with minutes. */
export function readNumber(text: string): number | null {
	const plain = text.trim().replace(/[\s\u00a0]+(?=\d{3}(\D|$))/g, '');
	const angle =
		/^([NSEWÖV]?)\s*(\d{1,3})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|'')?)?\s*([NSEWÖV]?)$/i.exec(
			text.trim(),
		);
	if (angle) return degrees(angle[2]!, angle[3]!, angle[4] ?? '0', angle[1]! + angle[5]!);
	const number = /^[NE]?\s*(-?\d+(?:[.,]\d+)?)\s*(°|m)?\s*[NEÖ]?$/i.exec(plain);
	const value = Number(number?.[1]?.replace(',', '.') ?? Number.NaN);
	return Number.isFinite(value) && value !== 0 ? value : null;
}

function degrees(whole: string, minutes: string, seconds: string, side: string): number {
	const part = (text: string) => Number(text.replace(',', '.'));
	const value = part(whole) + part(minutes) / 60 + part(seconds) / 3600;
	return /[SWV]/i.test(side) ? -value : value;
}
