import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadGeography } from '#db/geography/index.ts';
import { createLocator } from '#db/geography/locate.ts';

// Measures our positions against municipality polygons that may not be part of the project.
const FILE = new URL('../../../shared/data/geography/swedish_municipalities.geojson', import.meta.url);
if (!existsSync(FILE)) console.warn('SKIPPED: no municipality polygons beside the project to measure against');

type Ring = [number, number][];
type Shape = { code: string; polygons: Ring[][] };

function readShapes(): Shape[] {
	const { features } = JSON.parse(readFileSync(FILE, 'utf8'));
	return features.map((f: { properties: Record<string, string>; geometry: { type: string; coordinates: never } }) => ({
		code: Object.values(f.properties).find((v) => /^\d{4}$/.test(v)),
		polygons: f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates,
	}));
}

function inRing([x, y]: [number, number], ring: Ring): boolean {
	let inside = false;
	ring.forEach(([x1, y1], i) => {
		const [x2, y2] = ring.at(i - 1) as [number, number];
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
	});
	return inside;
}

const contains = (shape: Shape, point: [number, number]) =>
	shape.polygons.some(([outer = [], ...holes]) => inRing(point, outer) && !holes.some((h) => inRing(point, h)));

test.skipIf(!existsSync(FILE))('localities lie in their municipality, and the estimate is mostly right', () => {
	const shapes = readShapes();
	const geography = loadGeography();
	const locator = createLocator(geography);
	const right = geography.localities.filter((l) => {
		const shape = shapes.find((s) => contains(s, [l.lon, l.lat]));
		return !shape || shape.code === l.municipality;
	});
	const ownShare = right.length / geography.localities.length;

	let hits = 0;
	let points = 0;
	for (let lon = 11; lon < 24; lon += 0.25) {
		for (let lat = 55.3; lat < 69; lat += 0.25) {
			const shape = shapes.find((s) => contains(s, [lon, lat]));
			if (!shape) continue;
			points++;
			if (locator.municipalityAt(lon, lat) === shape.code) hits++;
		}
	}
	console.log(`localities in their own municipality: ${(ownShare * 100).toFixed(1)} %`);
	console.log(
		`municipalityAt right on ${((hits / points) * 100).toFixed(1)} % of ${points} points of a grid over land`,
	);
	expect(ownShare).toBeGreaterThan(0.99);
	expect(hits / points).toBeGreaterThan(0.65);
});
