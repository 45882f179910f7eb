import proj4 from 'proj4';
import type { LonLat } from '../../domain/geo.ts';

/** A projected coordinate system of Sweden; `toWgs84` takes metres north and east. */
export interface Projection {
	code: string;
	name: string;
	/** East values that the system can have in Sweden, in metres. */
	east: readonly [number, number];
	toWgs84(north: number, east: number): LonLat;
}

const GRS80 = '+ellps=GRS80 +units=m +no_defs';

function projection(code: string, name: string, east: readonly [number, number], definition: string): Projection {
	const converter = proj4(definition);
	return {
		code,
		name,
		east,
		toWgs84(north, eastward) {
			const [lon, lat] = converter.inverse([eastward, north]) as [number, number];
			return { lon, lat };
		},
	};
}

/** The twelve zones of SWEREF 99 and their central meridians (Lantmäteriet; EPSG:3007–3018). */
const ZONES: readonly [epsg: number, name: string, meridian: number][] = [
	[3007, '12 00', 12],
	[3008, '13 30', 13.5],
	[3009, '15 00', 15],
	[3010, '16 30', 16.5],
	[3011, '18 00', 18],
	[3012, '14 15', 14.25],
	[3013, '15 45', 15.75],
	[3014, '17 15', 17.25],
	[3015, '18 45', 18.75],
	[3016, '20 15', 20.25],
	[3017, '21 45', 21.75],
	[3018, '23 15', 23.25],
];

/** SWEREF 99 TM, RT 90 2.5 gon V and the zones of SWEREF 99. SWEREF 99 equals WGS84 to well under a metre. */
export const projections: readonly Projection[] = [
	projection('EPSG:3006', 'SWEREF 99 TM', [250_000, 930_000], `+proj=utm +zone=33 ${GRS80}`),
	// Lantmäteriet's direct projection between SWEREF 99 and RT 90 2.5 gon V: right to a few decimetres.
	projection(
		'EPSG:3021',
		'RT 90 2.5 gon V',
		[1_200_000, 1_900_000],
		`+proj=tmerc +lat_0=0 +lon_0=15.806284529444 +k=1.00000561024 +x_0=1500064.274 +y_0=-667.711 ${GRS80}`,
	),
	...ZONES.map(([epsg, name, meridian]) =>
		projection(
			`EPSG:${epsg}`,
			`SWEREF 99 ${name}`,
			[50_000, 250_000],
			`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=150000 +y_0=0 ${GRS80}`,
		),
	),
];
