import type { FeatureCollection, MultiPolygon } from 'geojson';
import { mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countyBorders } from './counties.ts';
import { boundsOf, lineFeature, type MapFeature, overlaps, polygonsOf, WIDE } from './geometry.ts';
import { readCountries } from './sources.ts';

const COUNTRIES = new Set(
	'SWE NOR FIN DNK EST LVA LTU POL DEU RUS BLR NLD BEL CZE UKR GBR IRL FRA AUT SVK LUX CHE HUN'.split(' '),
);

/** Borders between countries: the edges that two country areas share. */
function countryLines(): MapFeature[] {
	const features = readCountries()
		.features.filter((f) => COUNTRIES.has(f.properties.isoA3))
		.map((f) => {
			const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: [...polygonsOf(f.geometry)] };
			return { type: 'Feature' as const, properties: {}, geometry };
		});
	const countries: FeatureCollection = { type: 'FeatureCollection', features };
	const shared = topology({ countries }) as unknown as Topology<{
		countries: GeometryCollection;
	}>;
	const lines = mesh(shared, shared.objects.countries, (a, b) => a !== b).coordinates;
	return lines
		.filter((line) => overlaps(boundsOf(line), WIDE))
		.map((line) => lineFeature(line, { kind: 'country', kind_detail: 2 }));
}

const countyLines = (): MapFeature[] =>
	countyBorders().coordinates.map((line) => lineFeature(line, { kind: 'region', kind_detail: 4 }));

/** Borders of countries and of the Swedish counties, as lines. */
export const buildBoundaries = (): MapFeature[] => [...countryLines(), ...countyLines()];
