import { readFileSync } from 'node:fs';
import type { Feature, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type CountyProperties = { name: string; lon: number; lat: number };
type CountyTopology = Topology<{ lan: GeometryCollection<CountyProperties> }>;

const read = (): CountyTopology =>
	JSON.parse(readFileSync(new URL('data/counties.topo.json', import.meta.url), 'utf8'));

/** The 21 counties of Natural Earth 1:10m (public domain), with its label points. */
export function loadCounties(): Feature<Polygon | MultiPolygon, CountyProperties>[] {
	const topology = read();
	return feature(topology, topology.objects.lan).features as Feature<Polygon | MultiPolygon, CountyProperties>[];
}

/** The borders between counties, without the outer border and the coast. */
export function countyBorders(): MultiLineString {
	const topology = read();
	return mesh(topology, topology.objects.lan, (a, b) => a !== b);
}
