import { areaLevels, gridLevels, type PopulationImport, type StandingLayer } from '../domain/population.ts';
import type { Connection } from './connection.ts';

type Row = Omit<StandingLayer, 'import'> & { id: number };

/** The larger first. */
const ORDER: readonly string[] = [...areaLevels, ...gridLevels];

/** Reads what stands of what was imported, counted by where it comes from. */
export function standingQueries({ sqlite }: Connection) {
	const counted = (where: (municipality: string) => string) => `
		SELECT level, import AS id, sum(part = 'areas') AS areas, sum(part = 'counted') AS counted, sum(part = 'cells') AS cells,
			sum(part = 'classes') AS classes, total(persons) AS persons, count(DISTINCT municipality) AS municipalities
		FROM (
			SELECT level, import, 'areas' AS part, municipality, 0 AS persons FROM areas INDEXED BY areas_import ${where('municipality')}
			UNION ALL SELECT level, import, 'counted', municipality, persons FROM area_population ${where('municipality')}
			UNION ALL SELECT level, import, 'cells', municipality, persons FROM population_cells ${where('municipality')}
			UNION ALL SELECT level, import, 'classes', substr(code, 1, 4), 0 FROM area_classes ${where('substr(code, 1, 4)')}
		) GROUP BY level, import`;
	const everywhere = sqlite.prepare<[], Row>(counted(() => ''));
	const here = sqlite.prepare<{ municipality: string }, Row>(counted((column) => `WHERE ${column} = @municipality`));
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
