/** A geometry as GeoJSON has it, in whatever coordinates the file is in. */
export interface RawGeometry {
	type: string;
	coordinates?: unknown;
}

/** One record of a file: `line` is where a person finds it, a line, a row or a feature counted from 1. */
export interface RawRow {
	line: number;
	cells: Record<string, string>;
	geometry: RawGeometry | null;
}

/** A file, or a layer of one, as records. */
export interface Raw {
	format: 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl' | 'geojson' | 'geopackage' | 'jsonstat' | 'pxweb';
	/** The layer of a GeoPackage. */
	layer: string | null;
	/** All layers of a GeoPackage, that with most records first. */
	layers: { name: string; rows: number }[];
	/** The coordinate system that the file names, such as EPSG:3006; null where it names none. */
	crs: string | null;
	rows: RawRow[];
	/** Rows that could not be read; `reason` is a key of text/. */
	problems: { line: number; reason: string }[];
	/** Who made the data, as the file says. */
	source: string | null;
}

/** A layer of a GeoPackage as the store reads it: geometries as well-known binary. */
export interface GeoPackageLayer {
	name: string;
	/** Number of the coordinate system in EPSG's register, or null. */
	epsg: number | null;
	rows: { line: number; cells: Record<string, string>; geometry: Uint8Array | null }[];
}
