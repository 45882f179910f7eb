import type { Connection } from './connection.ts';

/** A month in which figures were kept. */
export interface KeptMonth {
	/** "2026-11", in Swedish time. */
	month: string;
	/** Unix seconds. */
	takenAt: number;
}

/** The figures of one municipality in a month, in the order of `measures`. */
export interface KeptFigures extends KeptMonth {
	municipality: string;
	/** As it was known then. */
	population: number;
	measures: readonly string[];
	figures: readonly number[];
}

type Row = KeptMonth & { municipality: string; population: number; figures: string };

/** The figures of municipalities, kept once a month. Writes inside `transaction`. */
export function monthlyFigureQueries({ sqlite }: Connection) {
	const has = sqlite.prepare<[string], number>('SELECT 1 FROM monthly_snapshots WHERE month = ?').pluck();
	const months = sqlite.prepare<[], KeptMonth>(
		'SELECT month, taken_at AS takenAt FROM monthly_snapshots ORDER BY month',
	);
	const measures = sqlite.prepare<[string], string>('SELECT measures FROM monthly_snapshots WHERE month = ?').pluck();
	const begin = sqlite.prepare(
		'INSERT OR IGNORE INTO monthly_snapshots (month, taken_at, measures) VALUES (@month, @takenAt, @measures)',
	);
	const add = sqlite.prepare(
		'INSERT INTO monthly_figures (municipality, month, population, figures) VALUES (@municipality, @month, @population, @figures)',
	);
	const columns = 'f.municipality, f.month, s.taken_at AS takenAt, f.population, f.figures';
	const course = sqlite.prepare<[string], Row>(
		`SELECT ${columns} FROM monthly_figures f JOIN monthly_snapshots s ON s.month = f.month
		WHERE f.municipality IN (SELECT value FROM json_each(?)) ORDER BY f.month, f.municipality`,
	);
	const ofMonth = sqlite.prepare<[string], Row>(
		`SELECT ${columns} FROM monthly_figures f JOIN monthly_snapshots s ON s.month = f.month
		WHERE f.month = ? ORDER BY f.municipality`,
	);

	/** What was counted in a month; months have it mostly in common, so each is read once. */
	function reader(): (row: Row) => KeptFigures {
		const names = new Map<string, readonly string[]>();
		return (row) => {
			const counted = names.get(row.month) ?? (JSON.parse(measures.get(row.month)!) as string[]);
			names.set(row.month, counted);
			return { ...row, measures: counted, figures: JSON.parse(row.figures) as number[] };
		};
	}

	return {
		/** Whether the figures of a month were kept. */
		has: async (month: string): Promise<boolean> => has.get(month) === 1,
		/** The months of which figures were kept, oldest first. */
		months: async (): Promise<KeptMonth[]> => months.all(),
		/** Begins to keep a month. False, and nothing done, when it was kept already. */
		begin: async (month: string, takenAt: number, names: readonly string[]): Promise<boolean> =>
			begin.run({ month, takenAt, measures: JSON.stringify(names) }).changes === 1,
		/** Keeps one municipality's figures of a month that was begun. */
		add: async (of: { municipality: string; month: string; population: number; figures: readonly number[] }) =>
			void add.run({ ...of, figures: JSON.stringify(of.figures) }),
		/** What was kept of some municipalities, oldest first. */
		course: async (municipalities: readonly string[]): Promise<KeptFigures[]> =>
			course.all(JSON.stringify(municipalities)).map(reader()),
		/** What was kept of every municipality in a month. */
		ofMonth: async (month: string): Promise<KeptFigures[]> => ofMonth.all(month).map(reader()),
	};
}
