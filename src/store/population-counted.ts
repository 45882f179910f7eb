import { type AreaFigures, type AreaLevel, finestFirst, type PeopleLevel } from '../domain/population.ts';
import type { Counted, CountedArea, CountedCell } from '../planning/imported-people.ts';
import type { Connection } from './connection.ts';

type Text<T> = Omit<T, 'ages' | 'women'> & { ages: string | null; women: string | null };

/** Reads what stands instead of the estimate. */
export function countedQueries({ sqlite }: Connection) {
	// An area without a polygon could not be put on the map: its level does not stand for the municipality then.
	const complete = sqlite.prepare<[], { municipality: string; level: PeopleLevel }>(`
		SELECT p.municipality, p.level FROM area_population p LEFT JOIN areas a USING (level, code)
		WHERE p.level IN ('regso', 'deso') GROUP BY p.level, p.municipality
		HAVING sum(p.persons) > 0 AND sum(a.code IS NULL AND p.persons > 0) = 0
		UNION ALL SELECT DISTINCT municipality, level FROM population_cells`);
	const one = sqlite.prepare<{ code: string }, { level: PeopleLevel }>(`
		SELECT p.level FROM area_population p LEFT JOIN areas a USING (level, code)
		WHERE p.municipality = @code AND p.level IN ('regso', 'deso') GROUP BY p.level
		HAVING sum(p.persons) > 0 AND sum(a.code IS NULL AND p.persons > 0) = 0
		UNION ALL SELECT DISTINCT level FROM population_cells WHERE level IN ('grid1000', 'grid250') AND municipality = @code`);
	const areas = sqlite.prepare<
		[string, string],
		Omit<CountedArea, 'ages' | 'polygon' | 'municipality'> & { ages: string | null; polygon: string }
	>(`
		SELECT p.persons, p.ages, a.polygon, a.lon, a.lat
		FROM area_population p JOIN areas a USING (level, code) WHERE p.municipality = ? AND p.level = ? AND p.persons > 0 ORDER BY code`);
	const cells = sqlite.prepare<[string, string], Omit<CountedCell, 'ages' | 'municipality'> & { ages: string | null }>(
		'SELECT lon, lat, persons, ages FROM population_cells WHERE municipality = ? AND level = ? ORDER BY north, east',
	);
	const figures = sqlite.prepare<[string, string], Text<AreaFigures>>(
		'SELECT level, code, municipality, persons, ages, women FROM area_population WHERE level = ? AND code = ?',
	);
	const ages = sqlite.prepare<[], { code: string; ages: string }>(
		"SELECT code, ages FROM area_population WHERE level = 'municipality' AND ages IS NOT NULL",
	);

	function levels(): Map<string, PeopleLevel> {
		const found = new Map<string, PeopleLevel>();
		for (const { municipality, level } of complete.all()) {
			const known = found.get(municipality);
			if (!known || finestFirst.indexOf(level) < finestFirst.indexOf(known)) found.set(municipality, level);
		}
		return found;
	}

	/** What is imported, or null where nothing is. */
	function read(): Counted | null {
		const chosen = levels();
		const byAge = new Map(ages.all().map((row) => [Number(row.code), bands(row.ages)!]));
		if (chosen.size === 0 && byAge.size === 0) return null;
		const counted = { areas: [] as CountedArea[], cells: [] as CountedCell[] };
		for (const [code, level] of chosen) {
			const municipality = Number(code);
			if (level === 'deso' || level === 'regso')
				for (const { polygon, ages, ...row } of areas.all(code, level))
					counted.areas.push({ ...row, municipality, ages: bands(ages), polygon: JSON.parse(polygon) });
			else
				for (const { ages, ...row } of cells.all(code, level))
					counted.cells.push({ ...row, municipality, ages: bands(ages) });
		}
		return { ...counted, covered: new Set([...chosen.keys()].map(Number)), ages: byAge };
	}

	return {
		levels,
		levelOf: (code: string): PeopleLevel | undefined => {
			const found = one.all({ code }).map(({ level }) => level);
			return finestFirst.find((level) => found.includes(level));
		},
		read,
		figures: (level: AreaLevel, code: string): AreaFigures | undefined => {
			const row = figures.get(level, code);
			return row && { ...row, ages: bands(row.ages), women: bands(row.women) };
		},
	};
}

const bands = (text: string | null): number[] | null => (text === null ? null : JSON.parse(text));
