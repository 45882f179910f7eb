import { Conflict } from '../domain/errors.ts';
import type { PopulationLevel } from '../domain/population.ts';
import type { Connection } from './connection.ts';

/** Where what is imported lies, and by which columns a row is put back. */
const COLUMNS = {
	areas: ['level', 'code', 'name', 'municipality', 'polygon', 'lon', 'lat', 'west', 'south', 'east', 'north', 'import'],
	area_population: ['level', 'code', 'municipality', 'persons', 'ages', 'women', 'import'],
	population_cells: ['level', 'municipality', 'east', 'north', 'lon', 'lat', 'persons', 'ages', 'import'],
	area_classes: ['level', 'code', 'class', 'import'],
} as const;
export type Part = keyof typeof COLUMNS;
const PARTS = Object.keys(COLUMNS) as Part[];

/** Rows of one table: of one level and one municipality. */
interface Place {
	part: Part;
	level: PopulationLevel;
	municipality: string;
}

/** Of which municipality a row is: types have it in their codes alone. */
const whose = (part: Part) => (part === 'area_classes' ? 'substr(code, 1, 4)' : 'municipality');

/** What was there before an import or a removal, so that it can be put back. For a transaction. */
export function populationBefore({ sqlite }: Pick<Connection, 'sqlite'>) {
	const of = <T>(make: (part: Part) => T) => new Map(PARTS.map((part) => [part, make(part)]));
	const save = of((part) =>
		sqlite.prepare<Place & { id: number }>(
			`INSERT INTO population_before (import, part, level, municipality, rows)
			SELECT @id, @part, @level, @municipality, json_group_array(json_object(${COLUMNS[part].map((name) => `'${name}', ${name}`).join(', ')}))
			FROM ${part} WHERE level = @level AND ${whose(part)} = @municipality`,
		),
	);
	const clear = of((part) =>
		sqlite.prepare<Place>(`DELETE FROM ${part} WHERE level = @level AND ${whose(part)} = @municipality`),
	);
	const restore = of((part) =>
		sqlite.prepare<Place & { id: number }>(
			`INSERT INTO ${part} (${COLUMNS[part].join(', ')})
			SELECT ${COLUMNS[part].map((name) => `value ->> '${name}'`).join(', ')}
			FROM population_before b, json_each(b.rows) WHERE b.import = @id AND b.part = @part AND b.municipality = @municipality`,
		),
	);
	const count = of((part) =>
		sqlite.prepare<[string], { municipality: string; count: number }>(
			`SELECT ${whose(part)} AS municipality, count(*) AS count FROM ${part} WHERE level = ? GROUP BY 1`,
		),
	);
	const touched = sqlite.prepare<[number], Place & { kept: number }>(
		'SELECT part, level, municipality, rows IS NOT NULL AS kept FROM population_before WHERE import = ?',
	);
	const covering = sqlite
		.prepare<[number], number>(
			`SELECT EXISTS (SELECT 1 FROM population_before a JOIN population_before b USING (part, level, municipality)
			WHERE a.import = ? AND b.import > a.import AND b.import NOT IN (SELECT import FROM population_undone))`,
		)
		.pluck();
	const isUndone = sqlite.prepare<[number], number>('SELECT 1 FROM population_undone WHERE import = ?').pluck();
	const undone = sqlite.prepare('INSERT INTO population_undone (import, at) VALUES (?, ?)');
	const old = sqlite.prepare(
		`UPDATE population_before SET rows = NULL
		WHERE rows IS NOT NULL AND import IN (SELECT id FROM population_imports WHERE at < ?)`,
	);

	const keep = (id: number, place: Place): void => void save.get(place.part)!.run({ ...place, id });
	return {
		/** Remembers what stands in a place. */
		keep,
		/** Remembers what stands in a place, and takes it away. */
		putAway(id: number, place: Place): void {
			keep(id, place);
			clear.get(place.part)!.run(place);
		},
		/** Puts back what an import or a removal found. Throws `Conflict` (`population.covered`, `population.undone`, `population.too_old`). */
		putBack(id: number, at: number): { level: PopulationLevel; rows: number } {
			const places = touched.all(id);
			if (isUndone.get(id)) throw new Conflict('population.undone');
			if (places.length === 0 || places.some(({ kept }) => !kept)) throw new Conflict('population.too_old');
			if (covering.get(id)) throw new Conflict('population.covered');
			let rows = 0;
			for (const { kept: _, ...place } of places) {
				rows += clear.get(place.part)!.run(place).changes;
				restore.get(place.part)!.run({ ...place, id });
			}
			undone.run(id, at);
			return { level: places[0]!.level, rows };
		},
		/** In which places something of a level stands, and how much. */
		placesOf: (level: PopulationLevel): (Place & { count: number })[] =>
			PARTS.flatMap((part) =>
				count
					.get(part)!
					.all(level)
					.map((row) => ({ ...row, part, level })),
			),
		/** What was put away before a time can't be put back any more. */
		forget: (since: number): void => void old.run(since),
	};
}
