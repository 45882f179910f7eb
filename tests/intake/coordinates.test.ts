import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#domain/geo.ts';
import { findPoint, pairOf, readNumber } from '#intake/clean/coordinates.ts';
import { projections } from '#intake/clean/projections.ts';

/** Places of WGS84 (GeoNames), and the zone of SWEREF 99 that their county uses. */
const places = [
	{ name: 'Halmstad', lon: 12.8567, lat: 56.6745, zone: 'EPSG:3008', meridian: 13.5 },
	{ name: 'Visby', lon: 18.2948, lat: 57.6409, zone: 'EPSG:3015', meridian: 18.75 },
	{ name: 'Kiruna', lon: 20.2257, lat: 67.8557, zone: 'EPSG:3016', meridian: 20.25 },
	{ name: 'Stockholm', lon: 18.0649, lat: 59.3326, zone: 'EPSG:3011', meridian: 18 },
	{ name: 'Strömstad', lon: 11.1712, lat: 58.9395, zone: 'EPSG:3007', meridian: 12 },
];

/** The definitions of epsg.io, which are not ours: an oracle. */
const TM = '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
const RT90 =
	'+proj=tmerc +lat_0=0 +lon_0=15.8082777777778 +k=1 +x_0=1500000 +y_0=0 +ellps=bessel +towgs84=414.1,41.3,603.1,-0.855,2.141,-7.023,0 +units=m +no_defs';
const zone = (meridian: number) =>
	`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`;

const systems: [string, (place: (typeof places)[number]) => [number, number]][] = [
	['WGS84', (place) => [place.lat, place.lon]],
	['SWEREF 99 TM', (place) => proj4(TM).forward([place.lon, place.lat]).reverse() as [number, number]],
	['RT 90 2.5 gon V', (place) => proj4(RT90).forward([place.lon, place.lat]).reverse() as [number, number]],
	[
		'the zone of its county',
		(place) => proj4(zone(place.meridian)).forward([place.lon, place.lat]).reverse() as [number, number],
	],
];

describe.each(systems)('coordinates in %s', (name, project) => {
	describe.each(places)('of $name', (place) => {
		const [north, east] = project(place);
		const digits = name === 'WGS84' ? 6 : 2;
		const n = north.toFixed(digits);
		const e = east.toFixed(digits);
		const near = { lon: place.lon + 0.3, lat: place.lat - 0.1 };
		const written: [string, string, string][] = [
			['with points', n, e],
			['with decimal commas', n.replace('.', ','), e.replace('.', ',')],
			['with swapped axes', e, n],
			['with blanks between thousands', thousands(n), thousands(e)],
		];
		it.each(written)('%s', (_, a, b) => {
			const point = findPoint(a, b, near);
			expect(point).not.toBeNull();
			expect(distanceKm(point!, place) * 1000).toBeLessThan(2);
			expect(point!.swapped).toBe(a === e);
		});
	});
});

function thousands(text: string): string {
	const [whole, rest] = text.split('.');
	return `${whole!.replace(/\B(?=(\d{3})+$)/g, ' ')},${rest}`;
}

describe('coordinates', () => {
	const halmstad = { lon: 12.8567, lat: 56.6745 };
	it.each([
		['nothing', '', ''],
		['zeros', '0', '0'],
		['outside Sweden', '48.85', '2.35'],
		['far from the municipality', '67.8557', '20.2257'],
		['words', 'norr', 'söder'],
		['half of them', '56.67', ''],
	])('that are %s give no point', (_, a, b) => expect(findPoint(a, b, halmstad)).toBeNull());

	it('in a zone are not guessed without a municipality', () => {
		const [east, north] = proj4(zone(13.5)).forward([12.8567, 56.6745]);
		expect(findPoint(String(north), String(east), null)).toBeNull();
	});

	it.each([
		['56°40\'28"N', 56.6744],
		['56° 40.47′', 56.6745],
		['12°51′24″Ö', 12.8567],
		['N 56.6745', 56.6745],
		['6 504 123,5', 6_504_123.5],
		['56.6745°', 56.6745],
		['1.2.3', null],
	])('%j is read as %j', (text, value) => {
		if (value === null) expect(readNumber(text)).toBeNull();
		else expect(readNumber(text)).toBeCloseTo(value, 3);
	});

	it.each([
		['56.67, 12.86', ['56.67', '12.86']],
		['56,67 12,86', ['56,67', '12,86']],
		['56.67,12.86', ['56.67', '12.86']],
		['(6283500; 368700)', ['6283500', '368700']],
		['POINT (12.86 56.67)', ['12.86', '56.67']],
		['56.67', null],
		['nära kyrkan', null],
	])('%j holds the pair %j', (text, pair) => expect(pairOf(text)).toEqual(pair));

	it('every zone has its own code', () => expect(new Set(projections.map((it) => it.code)).size).toBe(14));
});
