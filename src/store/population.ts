import type {
	Area,
	AreaFigures,
	AreaLevel,
	PeopleLevel,
	PopulationContent,
	PopulationImport,
	PopulationLevel,
	PopulationOrigin,
	StandingLayer,
} from '../domain/population.ts';
import type { People } from '../planning/ground.ts';
import { withCounted } from '../planning/imported-people.ts';
import type { Connection } from './connection.ts';
import { packagePeople } from './package-people.ts';
import { countedQueries } from './population-counted.ts';
import { standingQueries } from './population-standing.ts';
import { populationWrites, type Removed } from './population-writes.ts';

/** The estimate is the same for every store of the process: made once. */
let estimate: People | null = null;
const estimated = () => (estimate ??= packagePeople());

/** Where people live: an estimate by the package, and what somebody has imported instead. */
export function populationQueries(connection: Connection) {
	const { sqlite } = connection;
	const version = sqlite
		.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'population_imports'")
		.pluck();
	const imports = sqlite.prepare<[], PopulationImport>(
		'SELECT id, what, level, file, sha256, source, date, licence, at, rows FROM population_imports ORDER BY id DESC LIMIT 500',
	);
	const polygons = sqlite.prepare<[string], string>('SELECT code FROM areas WHERE level = ?').pluck();
	const others = sqlite
		.prepare<{ level: string }, string>(
			`SELECT code FROM area_population WHERE level = @level UNION SELECT code FROM area_classes WHERE level = @level
			UNION SELECT printf('%06d%07d', east, north) FROM population_cells WHERE level = @level`,
		)
		.pluck();
	const counted = countedQueries(connection);
	const standing = standingQueries(connection);
	const writes = populationWrites(connection);
	let kept: { version: number; people: People } | null = null;
	return {
		/** Grows by one with each import and removal: what was reckoned from people is as of a version. */
		version: async (): Promise<number> => version.get() ?? 0,
		/**
		 * Where people live: for each municipality the finest that is imported (250 m squares, 1 km squares, DeSO, RegSO), else
		 * the estimate of docs/planning-method.md. Kept until something is imported; about a second of work.
		 */
		people: async (): Promise<People> => {
			const now = version.get() ?? 0;
			if (kept?.version === now) return kept.people;
			const imported = counted.read();
			const people = imported ? withCounted(estimated(), imported) : estimated();
			kept = { version: now, people };
			return people;
		},
		/** From what each municipality's people come, by its code; the others' are an estimate. */
		levels: async (): Promise<Map<string, PeopleLevel>> => counted.levels(),
		/** The same of one municipality; undefined where it is an estimate. */
		levelOf: async (code: string): Promise<PeopleLevel | undefined> => counted.levelOf(code),
		/** Who lives in a whole municipality by age, where it was imported. */
		municipality: async (code: string): Promise<AreaFigures | undefined> => counted.figures('municipality', code),
		/** Codes of a level that are kept: of polygons, and of anything at all (a square's is its corner, east before north). */
		codes: async (level: PopulationLevel): Promise<{ polygons: Set<string>; all: Set<string> }> => {
			const drawn = new Set(polygons.all(level));
			return { polygons: drawn, all: new Set([...drawn, ...others.all({ level })]) };
		},
		/** What was imported and removed, the newest first. */
		imports: async (): Promise<PopulationImport[]> => imports.all(),
		/** Keeps an import in place of what was there of its kind for the same municipalities; gives its id. For a transaction. */
		keep: async (content: PopulationContent, origin: PopulationOrigin): Promise<number> => writes.keep(content, origin),
		/** Takes away what is imported of a level, of one municipality or of all; null where nothing is. For a transaction. */
		remove: async (level: PopulationLevel, municipality: string | null, at: number): Promise<Removed | null> =>
			writes.remove(level, municipality, at),
		/**
		 * Puts back what imports or removals put away. For a transaction. Throws `Conflict`: `population.covered` where a later one
		 * stands on it, `population.undone`, `population.too_old`.
		 */
		undo: async (ids: readonly number[], at: number): Promise<void> => writes.undo(ids, at),
		/** Forgets what was put away before a time: it can't be put back then. */
		forget: async (since: number): Promise<void> => writes.forget(since),
		/** What stands, by level and where it comes from: of one municipality, or of all together. */
		standing: async (municipality: string | null): Promise<StandingLayer[]> => standing.of(municipality),
	};
}

/** Imported areas with their polygons. */
export function areaQueries({ sqlite }: Connection) {
	type Row = Omit<Area, 'polygon'> & { polygon: string; class: Area['class']; persons: number | null };
	const COLUMNS = `a.level, a.code, a.name, a.municipality, a.polygon, a.lon, a.lat, c.class, p.persons
		FROM areas a LEFT JOIN area_classes c USING (level, code) LEFT JOIN area_population p USING (level, code)`;
	const of = sqlite.prepare<[string, string], Row>(
		`SELECT ${COLUMNS} WHERE a.municipality = ? AND a.level = ? ORDER BY a.code`,
	);
	const one = sqlite.prepare<[string, string], Row>(`SELECT ${COLUMNS} WHERE a.level = ? AND a.code = ?`);
	const levels = sqlite.prepare<[string], { level: AreaLevel; count: number }>(
		'SELECT level, count(*) AS count FROM areas WHERE municipality = ? GROUP BY level ORDER BY level',
	);
	const named = sqlite.prepare<[string], { level: 'district' | 'regso'; code: string; name: string }>(
		"SELECT level, code, name FROM areas WHERE municipality = ? AND level IN ('district', 'regso') ORDER BY level, name",
	);
	const all = sqlite.prepare<[string], Row>(`SELECT ${COLUMNS} WHERE a.level = ? ORDER BY a.code`);
	const whole = (row: Row): Area => ({ ...row, polygon: JSON.parse(row.polygon) });
	return {
		/** A municipality's areas of a level, by code. */
		of: async (municipality: string, level: AreaLevel): Promise<Area[]> => of.all(municipality, level).map(whole),
		/** What a municipality's own districts and RegSO are called, by name: those that one can ask about. */
		named: async (municipality: string) => named.all(municipality),
		/** All areas of a level, by code. */
		all: async (level: AreaLevel): Promise<Area[]> => all.all(level).map(whole),
		get: async (level: AreaLevel, code: string): Promise<Area | undefined> => {
			const row = one.get(level, code);
			return row && whole(row);
		},
		/** Which levels a municipality has areas of, and how many. */
		levels: async (municipality: string) => levels.all(municipality),
	};
}
