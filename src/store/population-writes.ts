import type { MultiPolygon } from '../domain/geo.ts';
import type { AreaFigures, PopulationContent, PopulationLevel, PopulationOrigin } from '../domain/population.ts';
import type { Connection } from './connection.ts';
import { type Part, populationBefore } from './population-before.ts';

/** Writing of what is imported; each within the transaction of whoever calls. */
export function populationWrites({ sqlite }: Connection) {
	const begin = sqlite.prepare(
		`INSERT INTO population_imports (what, level, file, sha256, source, date, licence, at, rows)
		VALUES (@what, @level, @file, @sha256, @source, @date, @licence, @at, @rows)`,
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
	const before = populationBefore({ sqlite });

	/** The municipalities that a file tells of are told of anew: what they had of the same kind is put away. */
	function replace<T extends { municipality: string }>(
		{ id, part, level }: { id: number; part: Part; level: PopulationLevel },
		rows: readonly T[],
		insert: (row: T) => void,
	): void {
		for (const municipality of new Set(rows.map((row) => row.municipality)))
			before.putAway(id, { part, level, municipality });
		rows.forEach(insert);
	}

	const insertFigures = (id: number) => (row: AreaFigures) =>
		figures.run({ ...row, ages: text(row.ages), women: text(row.women), import: id });

	function keep(content: PopulationContent, origin: PopulationOrigin): number {
		const { what, level } = content;
		const rows = countOf(content);
		const id = Number(begin.run({ licence: null, ...origin, what, level, rows }).lastInsertRowid);
		if (what === 'areas') {
			replace({ id, part: 'areas', level }, content.areas, ({ polygon, ...row }) => {
				area.run({ ...row, ...boxOf(polygon.coordinates), polygon: JSON.stringify(polygon), import: id });
			});
			replace({ id, part: 'area_population', level }, content.figures, insertFigures(id));
		}
		if (what === 'figures') replace({ id, part: 'area_population', level }, content.figures, insertFigures(id));
		if (what === 'cells')
			replace({ id, part: 'population_cells', level }, content.cells, (row) =>
				cell.run({ ...row, ages: text(row.ages), import: id }),
			);
		if (what === 'classes') {
			// Types are told one by one: those that a file says nothing of stay.
			for (const municipality of new Set(content.classes.map(({ code }) => code.slice(0, 4))))
				before.keep(id, { part: 'area_classes', level, municipality });
			for (const row of content.classes) classed.run({ ...row, import: id });
		}
		return id;
	}

	/** Puts away what stands of a level; null where nothing does. */
	function remove(level: PopulationLevel, municipality: string | null, at: number): Removed | null {
		const places = before.placesOf(level).filter((place) => !municipality || place.municipality === municipality);
		const rows = places.reduce((sum, { count }) => sum + count, 0);
		if (rows === 0) return null;
		const id = noted(level, rows, at);
		for (const { part, municipality } of places) before.putAway(id, { part, level, municipality });
		return { id, rows };
	}

	/** A change that is no import is a row too: the newest is the version of it all. */
	const noted = (level: PopulationLevel, rows: number, at: number) =>
		Number(begin.run({ ...NOTHING, what: 'removed', level, at, rows }).lastInsertRowid);

	/** Puts back what imports and removals put away, the newest first; throws `Conflict` where something stands on it, or it is too old. */
	function undo(ids: readonly number[], at: number): void {
		for (const id of ids.toSorted((a, b) => b - a)) {
			const { level, rows } = before.putBack(id, at);
			noted(level, rows, at);
		}
	}

	return { keep, remove, undo, forget: before.forget };
}

/** What a removal was, and how many rows went. */
export interface Removed {
	id: number;
	rows: number;
}

const NOTHING = { file: '', sha256: '', source: null, date: null, licence: null };
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
