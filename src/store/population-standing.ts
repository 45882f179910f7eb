import { areaLevels, gridLevels, type PopulationImport, type StandingLayer } from '../domain/population.ts';
import type { Connection } from './connection.ts';

type Row = Omit<StandingLayer, 'import'> & { id: number };

/** The larger first. */
const ORDER: readonly string[] = [...areaLevels, ...gridLevels];

/** Reads what stands of what was imported, counted by where it comes from. */
export function standingQueries({ sqlite }: Connection) {
	const counted = (areas: string, squares: string, types: string) => `
		SELECT level, import AS id, sum(part = 'areas') AS areas, sum(part = 'counted') AS counted, sum(part = 'cells') AS cells,
			sum(part = 'classes') AS classes, total(persons) AS persons, count(DISTINCT municipality) AS municipalities
		FROM (
			SELECT level, import, 'areas' AS part, municipality, 0 AS persons FROM areas INDEXED BY areas_import ${areas}
			UNION ALL SELECT level, import, 'counted', municipality, persons FROM area_population ${areas}
			UNION ALL SELECT level, import, 'cells', municipality, persons FROM population_cells ${squares}
			UNION ALL SELECT level, import, 'classes', substr(code, 1, 4), 0 FROM area_classes ${types}
		) GROUP BY level, import`;
	const everywhere = sqlite.prepare<[], Row>(counted('', '', ''));
	// The level is named so that a municipality is found by the keys, which begin with it.
	const among = (levels: readonly string[]) => `WHERE level IN (${levels.map((level) => `'${level}'`).join(', ')})`;
	const here = sqlite.prepare<{ municipality: string }, Row>(
		counted(
			`${among(areaLevels)} AND municipality = @municipality`,
			`${among(gridLevels)} AND municipality = @municipality`,
			`${among(['regso', 'deso'])} AND code >= @municipality AND code < @municipality || 'a'`,
		),
	);
	const origin = sqlite.prepare<[number], PopulationImport>(
		'SELECT id, what, level, file, sha256, source, date, licence, at, rows FROM population_imports WHERE id = ?',
	);
	return {
		of: (municipality: string | null): StandingLayer[] =>
			(municipality === null ? everywhere.all() : here.all({ municipality }))
				.map(({ id, ...row }) => ({ ...row, import: origin.get(id)! }))
				.sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || b.import.id - a.import.id),
	};
}
