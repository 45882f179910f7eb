import type { MultiPolygon } from '../domain/geo.ts';
import type { AreaFigures, PopulationContent, PopulationLevel, PopulationOrigin } from '../domain/population.ts';
import type { Connection } from './connection.ts';

const TABLES = ['areas', 'area_population', 'population_cells'] as const;

/** Writing of what is imported; each within the transaction of whoever calls. */
export function populationWrites({ sqlite }: Connection) {
	const begin = sqlite.prepare(
		`INSERT INTO population_imports (what, level, file, sha256, source, date, at, rows)
		VALUES (@what, @level, @file, @sha256, @source, @date, @at, @rows)`,
	);
	const area = sqlite.prepare(
		`INSERT INTO areas (level, code, name, municipality, polygon, lon, lat, west, south, east, north, import)
		VALUES (@level, @code, @name, @municipality, @polygon, @lon, @lat, @west, @south, @east, @north, @import)`,
	);
	const figures = sqlite.prepare(
		`INSERT INTO area_population (level, code, municipality, persons, ages, women, import)
		VALUES (@level, @code, @municipality, @persons, @ages, @women, @import)`,
	);
	const cell = sqlite.prepare(
		`INSERT INTO population_cells (level, municipality, east, north, lon, lat, persons, ages, import)
		VALUES (@level, @municipality, @east, @north, @lon, @lat, @persons, @ages, @import)`,
	);
	const classed = sqlite.prepare(
		`INSERT INTO area_classes (level, code, class, import) VALUES (@level, @code, @class, @import)
		ON CONFLICT (level, code) DO UPDATE SET class = excluded.class, import = excluded.import`,
	);
	const clear = new Map(
		TABLES.map((table) => [table, sqlite.prepare(`DELETE FROM ${table} WHERE level = ? AND municipality = ?`)]),
	);
	const clearAll = [...TABLES, 'area_classes'].map((table) => sqlite.prepare(`DELETE FROM ${table} WHERE level = ?`));
	const clearClasses = sqlite.prepare("DELETE FROM area_classes WHERE level = ? AND code LIKE ? || '%'");

	/** The municipalities that a file tells of are told of anew: what they had of the same kind goes. */
	function replace<T extends { municipality: string }>(
		table: (typeof TABLES)[number],
		level: PopulationLevel,
		rows: readonly T[],
		insert: (row: T) => void,
	): void {
		for (const municipality of new Set(rows.map((row) => row.municipality))) clear.get(table)!.run(level, municipality);
		rows.forEach(insert);
	}

	const insertFigures = (id: number) => (row: AreaFigures) =>
		figures.run({ ...row, ages: text(row.ages), women: text(row.women), import: id });

	function keep(content: PopulationContent, origin: PopulationOrigin): number {
		const { what, level } = content;
		const id = Number(begin.run({ ...origin, what, level, rows: countOf(content) }).lastInsertRowid);
		if (what === 'areas') {
			replace('areas', level, content.areas, ({ polygon, ...row }) => {
				area.run({ ...row, ...boxOf(polygon.coordinates), polygon: JSON.stringify(polygon), import: id });
			});
			replace('area_population', level, content.figures, insertFigures(id));
		}
		if (what === 'figures') replace('area_population', level, content.figures, insertFigures(id));
		if (what === 'cells')
			replace('population_cells', level, content.cells, (row) =>
				cell.run({ ...row, ages: text(row.ages), import: id }),
			);
		if (what === 'classes') for (const row of content.classes) classed.run({ ...row, import: id });
		return id;
	}

	function remove(level: PopulationLevel, municipality: string | null, at: number): number {
		let rows = 0;
		if (municipality === null) for (const statement of clearAll) rows += statement.run(level).changes;
		else {
			for (const statement of clear.values()) rows += statement.run(level, municipality).changes;
			rows += clearClasses.run(level, municipality).changes;
		}
		if (rows > 0) begin.run({ what: 'removed', level, file: '', sha256: '', source: null, date: null, at, rows });
		return rows;
	}

	return { keep, remove };
}

const text = (bands: readonly number[] | null) => (bands ? JSON.stringify(bands) : null);

function countOf(content: PopulationContent): number {
	if (content.what === 'areas') return content.areas.length;
	if (content.what === 'figures') return content.figures.length;
	return content.what === 'cells' ? content.cells.length : content.classes.length;
}

function boxOf(polygons: MultiPolygon['coordinates']) {
	const box = { west: 180, south: 90, east: -180, north: -90 };
	for (const [lon, lat] of polygons.flat(2) as [number, number][]) {
		box.west = Math.min(box.west, lon);
		box.east = Math.max(box.east, lon);
		box.south = Math.min(box.south, lat);
		box.north = Math.max(box.north, lat);
	}
	return box;
}
