import {
	boundsOf,
	CORE,
	clipAll,
	type MapFeature,
	overlaps,
	type Polygon,
	pointFeature,
	polygonFeature,
	ringKm2,
	smooth,
	WIDE,
} from './geometry.ts';
import { LAKES, SEAS } from './names.ts';
import { readGeoMap } from './sources.ts';

/** Square kilometres and the first zoom at which a lake of at least that size is drawn. */
const LAKE_ZOOMS: [km2: number, zoom: number][] = [
	[300, 3],
	[60, 5],
	[10, 6],
	[2, 7],
	[0, 8],
];
/** Smaller ones are left out: the source has them as triangles. */
const SMALLEST_LAKE = { core: 0.25, wide: 15 };
const SMALLEST_RIVER = 0.3;
const ROUNDS = 2;

const isCore = (polygon: Polygon) => overlaps(boundsOf(polygon[0] ?? []), CORE);
const area = (polygon: Polygon) => ringKm2(polygon[0] ?? []);
const rounded = (polygon: Polygon) => polygon.map((r) => smooth(r, ROUNDS));

function lakes(): MapFeature[] {
	const large = [...clipAll(readGeoMap('earth-lakes'), WIDE)].filter(
		(p) => area(p) >= (isCore(p) ? SMALLEST_LAKE.core : SMALLEST_LAKE.wide),
	);
	return large.map((p) => {
		const min_zoom = LAKE_ZOOMS.find(([km2]) => area(p) > km2)?.[1] ?? 8;
		return polygonFeature(rounded(p), { kind: 'lake', min_zoom });
	});
}

function rivers(): MapFeature[] {
	const wide = [...clipAll(readGeoMap('earth-rivers'), CORE)].filter((p) => area(p) >= SMALLEST_RIVER);
	return wide.map((p) => polygonFeature(rounded(p), { kind: 'river', min_zoom: 7 }));
}

function labels(): MapFeature[] {
	const seas = SEAS.map((s) => ({ ...s, kind: 'sea' }));
	const waters = [...seas, ...LAKES.map((l) => ({ ...l, kind: 'lake' }))];
	return waters.map(({ kind, sv, en, lon, lat, zoom }) =>
		pointFeature(lon, lat, { kind, name: sv, 'name:sv': sv, 'name:en': en ?? sv, min_zoom: zoom }),
	);
}

/** Lakes and wide rivers as areas; names of seas and large lakes as points. */
export const buildWater = (): MapFeature[] => [...lakes(), ...rivers(), ...labels()];
