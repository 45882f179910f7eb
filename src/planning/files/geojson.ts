import { rewind } from '@turf/rewind';
import { type Cell, isLinked, isMasked, type Row, type Table, told } from '../table.ts';
import type { Say } from './say.ts';

/** Decimals of a degree: a decimetre, finer than anything here is known. */
const DECIMALS = 6;

type Properties = Record<string, string | number | boolean | null>;

/**
 * A table as a layer (GeoJSON, RFC 7946: WGS84, outer rings counterclockwise), a feature for each row but the totals; with
 * what it rests on as members of its own. A masked count is null, with `<key>_fewer_than` or `<key>_withheld` beside it.
 */
export function geojsonOf(table: Table, say: Say) {
	const features = table.rows.filter(({ total }) => !total).map((row) => feature(table, row, say));
	const { source, asOf, uncertainty, method } = table.about;
	return {
		type: 'FeatureCollection' as const,
		title: table.title,
		...{ source, asOf, uncertainty, method: say.whole(method.href), notes: table.notes },
		features,
	};
}

function feature(table: Table, { cells, shape }: Row, say: Say): GeoJSON.Feature<GeoJSON.Geometry | null, Properties> {
	const properties = Object.assign({}, ...table.columns.map((column, place) => property(column, cells[place]!, say)));
	return { type: 'Feature', geometry: shape ? turned(rounded(shape)) : null, properties };
}

function property(column: Table['columns'][0], cell: Cell, say: Say): Properties {
	const { key } = column;
	if (typeof cell === 'number') return { [key]: told(column, cell) };
	if (cell === null || typeof cell === 'string') return { [key]: cell };
	if (isMasked(cell))
		return cell.under === null
			? { [key]: null, [`${key}_withheld`]: true }
			: { [key]: null, [`${key}_fewer_than`]: cell.under };
	return isLinked(cell) ? { [key]: cell.text, [`${key}_url`]: say.whole(cell.href) } : {};
}

/** Outer rings counterclockwise, holes clockwise (§3.1.6). */
const turned = (shape: GeoJSON.Geometry) => rewind(shape, { mutate: true }) as GeoJSON.Geometry;

function rounded<Shape extends GeoJSON.Geometry>(shape: Shape): Shape {
	return JSON.parse(JSON.stringify(shape), (_, value) => (typeof value === 'number' ? degrees(value) : value));
}

const degrees = (value: number) => Number(value.toFixed(DECIMALS));
