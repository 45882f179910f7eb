import wkx from 'wkx';
import { Invalid } from '../../domain/errors.ts';
import { unpack } from '../read/bytes.ts';
import { decode } from '../read/encoding.ts';
import { flatten, looksLikeJson } from '../read/json.ts';
import { readTable } from '../read/read.ts';
import { textOf } from '../read/table.ts';
import { jsonStatRows, pxWebRows } from './cube.ts';
import type { GeoPackageLayer, Raw, RawGeometry, RawRow } from './raw.ts';

/** Reads a GeoPackage's layers; the store does it, since it is a database. */
export type ReadGeoPackage = (bytes: Uint8Array) => GeoPackageLayer[];

/** The first sixteen bytes of every SQLite file. */
const SQLITE = 'SQLite format 3\0';

/**
 * Reads a file of areas, squares or figures, told by its content and not by its name: CSV, Excel, GeoJSON, GeoPackage,
 * JSON-stat 2 and PxWeb's JSON. Of a GeoPackage the layer of that name, else the one with most records. Throws `Invalid` (`file: reason`) when nothing
 * can be read.
 */
export async function readPeopleFile(
	given: Uint8Array,
	readGeoPackage: ReadGeoPackage,
	layer: string | null = null,
): Promise<Raw> {
	const bytes = unpack(given);
	if (Buffer.from(bytes.subarray(0, 16)).toString('latin1') === SQLITE)
		return fromGeoPackage(readGeoPackage(bytes), layer);
	const json = parsed(bytes);
	const raw = json ? fromJson(json) : null;
	if (!raw) return fromTable(given);
	if (raw.rows.length === 0) throw new Invalid({ file: 'no_records' });
	return raw;
}

/** As of tables and layers. */
const MAX_RECORDS = 500_000;

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a JSON file holds, or null where it is no such file. */
function parsed(bytes: Uint8Array): Plain | null {
	const start = Buffer.from(bytes.subarray(0, 64))
		.toString('latin1')
		.replace(/^(ï»¿|\s)+/, '');
	if (!start.startsWith('{')) return null;
	const { text } = decode(bytes);
	if (!looksLikeJson(text.replace(/^\uFEFF/, ''))) return null;
	try {
		const value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
		return isPlain(value) ? value : null;
	} catch {
		return null;
	}
}

function fromJson(value: Plain): Raw | null {
	const base = {
		layer: null,
		layers: [],
		crs: null,
		problems: [],
		source: typeof value.source === 'string' ? value.source : null,
	};
	if (value.class === 'dataset' || isPlain(value.dimension))
		return { ...base, format: 'jsonstat', rows: jsonStatRows(value) };
	if (Array.isArray(value.columns) && Array.isArray(value.data))
		return { ...base, format: 'pxweb', rows: pxWebRows(value) };
	if (value.type !== 'FeatureCollection' || !Array.isArray(value.features)) return null;
	if (value.features.length > MAX_RECORDS) throw new Invalid({ file: 'too_many_rows' });
	return { ...base, format: 'geojson', crs: crsOf(value.crs), rows: value.features.map(featureRow) };
}

/** "EPSG:3006" of the member that GeoJSON had until 2016 (`urn:ogc:def:crs:EPSG::3006`), which programs still write. */
function crsOf(crs: unknown): string | null {
	const name = isPlain(crs) && isPlain(crs.properties) ? String(crs.properties.name ?? '') : '';
	if (/CRS84/i.test(name)) return 'EPSG:4326';
	const code = /EPSG:+(?:[\d.]*:)?(\d{4,5})$/i.exec(name)?.[1];
	return code ? `EPSG:${code}` : name || null;
}

function featureRow(feature: unknown, at: number): RawRow {
	if (!isPlain(feature)) return { line: at + 1, cells: {}, geometry: null };
	const cells = cellsOf(flatten(feature.properties ?? {}));
	if (['string', 'number'].includes(typeof feature.id) && !('id' in cells)) cells.id = String(feature.id);
	const geometry = isPlain(feature.geometry) ? (feature.geometry as unknown as RawGeometry) : null;
	return { line: at + 1, cells, geometry };
}

const cellsOf = (cells: Parameters<typeof textOf>[0] extends infer C ? Record<string, C> : never) =>
	Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, textOf(cell).trim()]));

function fromGeoPackage(layers: GeoPackageLayer[], wanted: string | null): Raw {
	const sorted = layers.toSorted((a, b) => b.rows.length - a.rows.length);
	const read = sorted.find(({ name }) => name === wanted) ?? sorted[0];
	if (!read || read.rows.length === 0) throw new Invalid({ file: 'no_records' });
	const problems: Raw['problems'] = [];
	const rows = read.rows.map(({ line, cells, geometry }) => {
		const shape = geometry && shapeOf(geometry);
		if (geometry && !shape) problems.push({ line, reason: 'broken_geometry' });
		return { line, cells, geometry: shape };
	});
	const crs = read.epsg === null ? null : `EPSG:${read.epsg}`;
	const names = sorted.map(({ name, rows }) => ({ name, rows: rows.length }));
	return { format: 'geopackage', layer: read.name, layers: names, crs, rows, problems, source: null };
}

function shapeOf(binary: Uint8Array): RawGeometry | null {
	try {
		return wkx.Geometry.parse(Buffer.from(binary)).toGeoJSON() as RawGeometry;
	} catch {
		return null;
	}
}

async function fromTable(bytes: Uint8Array): Promise<Raw> {
	const table = await readTable(bytes);
	const rows = table.rows.map(({ line, cells }) => ({ line, cells: cellsOf(cells), geometry: null }));
	return { format: table.format, layer: null, layers: [], crs: null, rows, problems: table.problems, source: null };
}
