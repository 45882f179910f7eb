import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LonLat } from '../../src/domain/geo.ts';
import { distanceKm } from '../../src/domain/geo.ts';
import { km2Of, MOST_CORNERS, type Ring, ringFrom } from '../../src/domain/ring.ts';
import { typedRing } from '../../src/domain/ring-typed.ts';
import { simplifiedRing } from '../../src/planning/simplified.ts';

/** An outline about a middle with bays and headlands, as a district's along a shore: far from a circle, never crossing itself. */
const shore = (corners: number, bays: number, middle = { lon: 15, lat: 60 }): Ring =>
	Array.from({ length: corners }, (_, at) => {
		const turn = (at / corners) * 2 * Math.PI;
		const far = 0.08 * (1 + 0.15 * Math.sin(bays * turn) + 0.02 * Math.sin(7 * bays * turn));
		return { lon: middle.lon + 2 * far * Math.cos(turn), lat: middle.lat + far * Math.sin(turn) };
	});

/** Metres from a point to a line between two others, on the plane about them: near enough over some kilometres. */
function metresTo(point: LonLat, from: LonLat, to: LonLat): number {
	const narrow = Math.cos((point.lat * Math.PI) / 180);
	const [px, py] = [(point.lon - from.lon) * narrow, point.lat - from.lat];
	const [dx, dy] = [(to.lon - from.lon) * narrow, to.lat - from.lat];
	const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
	const foot = { lon: from.lon + (along * dx) / narrow, lat: from.lat + along * dy };
	return 1000 * distanceKm(point, foot);
}

test('an outline of many corners is drawn with fewer: no corner is further off than is told, and little of the area is lost', () => {
	fc.assert(
		fc.property(fc.integer({ min: MOST_CORNERS + 1, max: 1500 }), fc.integer({ min: 1, max: 12 }), (corners, bays) => {
			const given = shore(corners, bays);
			const read = simplifiedRing(given);
			expect(read.wrong).toBe(undefined);
			const { ring, simplified } = read as Extract<typeof read, { ring: Ring }>;
			expect(ring.length).toBeLessThanOrEqual(MOST_CORNERS);
			expect(ringFrom(ring)).toEqual({ ring });
			expect(simplified!.corners).toBe(corners);
			// Corners are rounded to ten metres beside it.
			for (const one of given) {
				const off = Math.min(...ring.map((from, at) => metresTo(one, from, ring[(at + 1) % ring.length]!)));
				expect(off).toBeLessThanOrEqual(simplified!.metres + 10);
			}
			expect(Math.abs(km2Of(ring) / km2Of(given) - 1)).toBeLessThan(0.05);
		}),
		{ numRuns: 30 },
	);
});

test('what has few corners is left as it is; what is wrong stays wrong; what can’t be drawn with so few is refused', () => {
	const few = shore(48, 2);
	expect(simplifiedRing(few)).toEqual(ringFrom(few));
	expect(simplifiedRing(shore(300, 2, { lon: 2, lat: 48 })).wrong).toBe('outside');
	// Round twice: the line lies on itself.
	const eight = Array.from({ length: 400 }, (_, at) => {
		const turn = (at / 400) * 2 * Math.PI;
		return { lon: 15 + 0.2 * Math.sin(turn), lat: 60 + 0.1 * Math.sin(2 * turn) };
	});
	expect(simplifiedRing(eight).wrong).toBe('crosses');
	// A star of three hundred rays of ten kilometres: each is needed.
	const star = Array.from({ length: 600 }, (_, at) => {
		const far = at % 2 ? 0.05 : 0.3;
		return { lon: 15 + 2 * far * Math.cos((at / 300) * Math.PI), lat: 60 + far * Math.sin((at / 300) * Math.PI) };
	});
	expect(simplifiedRing(star).wrong).toBe('many_corners');
	expect(simplifiedRing(shore(20_001, 3)).wrong).toBe('many_corners');
});

test('GeoJSON of five hundred corners is taken as it is pasted', () => {
	const given = shore(500, 5);
	const coordinates = [[...given, given[0]!].map(({ lon, lat }) => [lon, lat])];
	const read = typedRing(JSON.stringify({ type: 'Polygon', coordinates }), simplifiedRing);
	expect(read).toMatchObject({ simplified: { corners: 500 } });
});
