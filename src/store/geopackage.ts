import Database from 'better-sqlite3';
import { Invalid } from '../domain/errors.ts';

/** A layer of a GeoPackage: its records, with geometries as well-known binary. */
export interface Layer {
	name: string;
	/** Number of the coordinate system in EPSG's register, or null. */
	epsg: number | null;
	rows: { line: number; cells: Record<string, string>; geometry: Uint8Array | null }[];
}

const MAX_ROWS = 500_000;
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * The layers of features of a GeoPackage (OGC 12-128), which is an SQLite file, from its bytes: nothing is written, and no view or
 * trigger of the file runs. Throws `Invalid` (`file`) when it is none.
 */
export function readGeoPackage(bytes: Uint8Array): Layer[] {
	let file: Database.Database | undefined;
	try {
		file = new Database(Buffer.from(bytes));
		file.pragma('trusted_schema = OFF');
		file.pragma('query_only = ON');
		return layersOf(file);
	} catch (reason) {
		if (reason instanceof Invalid) throw reason;
		throw new Invalid({ file: 'broken_geopackage' });
	} finally {
		file?.close();
	}
}

function layersOf(file: Database.Database): Layer[] {
	const layers = file
		.prepare<[], { name: string; geometry: string; epsg: number | null }>(`
			SELECT c.table_name AS name, g.column_name AS geometry, s.organization_coordsys_id AS epsg
			FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)
			LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id AND upper(s.organization) = 'EPSG'
			JOIN sqlite_schema t ON t.name = c.table_name AND t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
			WHERE c.data_type = 'features' ORDER BY c.table_name`)
		.all();
	return layers.map(({ name, geometry, epsg }) => ({ name, epsg, rows: rowsOf(file, name, geometry) }));
}

function rowsOf(file: Database.Database, name: string, geometry: string): Layer['rows'] {
	const count =
		file
			.prepare<[], number>(`SELECT count(*) FROM ${quoted(name)}`)
			.pluck()
			.get() ?? 0;
	if (count > MAX_ROWS) throw new Invalid({ file: 'too_many_rows' });
	const rows = file.prepare<[], Record<string, unknown>>(`SELECT * FROM ${quoted(name)}`).all();
	return rows.map((row, at) => {
		const cells: Record<string, string> = {};
		for (const [column, value] of Object.entries(row))
			if (column !== geometry && value !== null && !Buffer.isBuffer(value)) cells[column] = String(value);
		const blob = row[geometry];
		return { line: at + 1, cells, geometry: Buffer.isBuffer(blob) ? binaryOf(blob) : null };
	});
}

/** Bytes of the box that a geometry's header may hold, by the code in its flags. */
const BOXES = [0, 32, 48, 48, 64];

/** The well-known binary after a GeoPackage's own header ("GP", version, flags, system, box); null of an empty or foreign one. */
function binaryOf(blob: Buffer): Uint8Array | null {
	if (blob.length < 13 || blob[0] !== 0x47 || blob[1] !== 0x50) return null;
	const flags = blob[3]!;
	const box = BOXES[(flags >> 1) & 7];
	const isEmpty = ((flags >> 4) & 1) === 1;
	return box === undefined || isEmpty ? null : blob.subarray(8 + box);
}
