import { Invalid } from '../../domain/errors.ts';
import { arrayLines } from './json-lines.ts';
import type { Cell, Format, ReadProblem, Row } from './table.ts';

type Json = unknown;
type Plain = Record<string, Json>;

interface Records {
	format: Format;
	rows: Row[];
	problems: ReadProblem[];
}

const isPlain = (value: Json): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a text begins as JSON does. */
export const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** Records of JSON: an array, an object that holds one (the longest), JSON lines, or GeoJSON features. */
export function readJson(text: string): Records {
	const whole = parsed(text);
	if (whole === undefined) return readJsonLines(text);
	const list = isPlain(whole) && whole.type === 'Feature' ? null : findList(whole);
	if (!list) {
		if (!isPlain(whole)) throw new Invalid({ file: 'no_records' });
		const isFeature = whole.type === 'Feature';
		const cells = isFeature ? feature(whole) : flatten(whole);
		return { format: isFeature ? 'geojson' : 'json', rows: [{ line: 1, cells }], problems: [] };
	}
	const lines = arrayLines(text, list.length);
	const isGeo = isPlain(whole) && whole.type === 'FeatureCollection';
	const rows = list.map((record, i) => ({ line: lines[i] ?? i + 1, cells: isGeo ? feature(record) : flatten(record) }));
	return { format: isGeo ? 'geojson' : 'json', rows, problems: [] };
}

function parsed(text: string): Json {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

/** One record a line; a line that is no record is a problem. All lines wrong means that the file is no JSON. */
function readJsonLines(text: string): Records {
	const rows: Row[] = [];
	const problems: ReadProblem[] = [];
	text.split(/\r\n|\n|\r/).forEach((line, i) => {
		if (line.trim() === '') return;
		const record = parsed(line);
		if (isPlain(record))
			rows.push({ line: i + 1, cells: record.type === 'Feature' ? feature(record) : flatten(record) });
		else problems.push({ line: i + 1, reason: 'broken_json' });
	});
	if (rows.length === 0) throw new Invalid({ file: 'broken_json' });
	return { format: 'jsonl', rows, problems };
}

/** The array of records: the value itself, or the longest array of objects at most three levels down. */
function findList(value: Json, depth = 0): Json[] | null {
	if (Array.isArray(value)) return value.some(isPlain) || (depth === 0 && value.length === 0) ? value : null;
	if (!isPlain(value) || depth > 3) return null;
	const lists = Object.values(value)
		.map((inner) => findList(inner, depth + 1))
		.filter((list) => list !== null);
	return lists.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Nested values by dotted path; arrays of objects become one list for each of their fields. */
export function flatten(record: Json): Record<string, Cell> {
	const cells: Record<string, Cell> = {};
	const add = (path: string, value: string, listed: boolean) => {
		const there = cells[path];
		if (!listed) cells[path] = value;
		else cells[path] = there === undefined || typeof there === 'string' ? [value] : [...there, value];
	};
	const walk = (path: string, value: Json, listed: boolean, depth: number): void => {
		if (value === null || value === undefined || depth > 12) return;
		if (Array.isArray(value)) {
			if (value.length === 0 && !(path in cells)) cells[path] = [];
			for (const inner of value.slice(0, 1000)) walk(path, inner, true, depth + 1);
		} else if (isPlain(value)) {
			for (const [key, inner] of Object.entries(value)) walk(path ? `${path}.${key}` : key, inner, listed, depth + 1);
		} else add(path || 'value', String(value), listed);
	};
	walk('', record, false, 0);
	return cells;
}

/** A GeoJSON feature (RFC 7946): its properties, its id, and a point for its geometry. */
function feature(value: Json): Record<string, Cell> {
	if (!isPlain(value)) return {};
	const cells = flatten(value.properties ?? {});
	const point = pointOf(value.geometry);
	if (point) {
		cells['geometry.lon'] = String(Number(point[0].toFixed(7)));
		cells['geometry.lat'] = String(Number(point[1].toFixed(7)));
	}
	if ((typeof value.id === 'string' || typeof value.id === 'number') && !('id' in cells)) cells.id = String(value.id);
	return cells;
}

/** The point itself, or the middle of what is drawn. */
function pointOf(geometry: Json): [number, number] | null {
	if (!isPlain(geometry)) return null;
	const pairs: [number, number][] = [];
	const walk = (value: Json, depth: number): void => {
		if (!Array.isArray(value) || depth > 5) return;
		const [x, y] = value;
		if (typeof x === 'number' && typeof y === 'number') pairs.push([x, y]);
		else for (const inner of value) walk(inner, depth + 1);
	};
	const parts = Array.isArray(geometry.geometries) ? geometry.geometries : [geometry];
	for (const part of parts) if (isPlain(part)) walk(part.coordinates, 0);
	if (pairs.length === 0) return null;
	const middle = (axis: 0 | 1) => {
		const values = pairs.map((pair) => pair[axis]);
		return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
	};
	return [middle(0), middle(1)];
}
