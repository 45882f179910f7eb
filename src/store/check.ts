import { occurrencesOf } from '../domain/schedule.ts';
import type { Connection } from './connection.ts';

const AHEAD = 188 * 86_400;

/** What a check of the whole store looks at. Each gives what is wrong, in words for an operator. */
export function checkQueries({ sqlite }: Connection) {
	const schedules = sqlite.prepare<
		[],
		{ activity: number; start: string; minutes: number; rule: string | null; except_dates: string; extra_times: string }
	>('SELECT activity, start, minutes, rule, except_dates, extra_times FROM schedules ORDER BY activity');
	const occurrences = sqlite.prepare<[], { activity: number; start: number; end: number }>(
		'SELECT activity, start, end FROM occurrences ORDER BY activity, start',
	);
	const until = sqlite.prepare<[], string>("SELECT value FROM meta WHERE key = 'occurrences_until'").pluck();
	const stray = sqlite
		.prepare<[], string>(`
		SELECT kind || ' ' || id FROM listings l WHERE NOT EXISTS (
			SELECT 1 FROM organisations WHERE id = l.id UNION ALL SELECT 1 FROM venues WHERE id = l.id
			UNION ALL SELECT 1 FROM activities WHERE id = l.id)
		UNION ALL SELECT 'organisations ' || id FROM organisations WHERE id NOT IN (SELECT id FROM listings WHERE kind = 'organisation')
		UNION ALL SELECT 'venues ' || id FROM venues WHERE id NOT IN (SELECT id FROM listings WHERE kind = 'venue')
		UNION ALL SELECT 'activities ' || id FROM activities WHERE id NOT IN (SELECT id FROM listings WHERE kind = 'activity')
		UNION ALL SELECT 'merged ' || id FROM listings WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT id FROM listings)`)
		.pluck();

	return {
		/** Lets this connection grow the file by so many pages and no more: how a full disk is rehearsed. */
		limitGrowth: async (pages: number): Promise<void> => {
			const now = sqlite.pragma('page_count', { simple: true }) as number;
			sqlite.pragma(`max_page_count = ${now + pages}`);
		},

		/** What SQLite itself finds damaged. */
		damage: async (): Promise<string[]> => {
			const rows = sqlite.pragma('integrity_check') as { integrity_check: string }[];
			return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
		},

		/** Rows that refer to what is not there, and entries whose parts do not fit together. */
		orphans: async (): Promise<string[]> => {
			const rows = sqlite.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
			return [...rows.map(({ table, rowid, parent }) => `${table} ${rowid ?? ''} → ${parent}`), ...stray.all()];
		},

		/** Activities whose occurrences are not those of their schedules. */
		occurrences: async (): Promise<string[]> => {
			const to = Number(until.get() ?? 0);
			const kept = Map.groupBy(occurrences.all(), (row) => row.activity);
			const made = Map.groupBy(schedules.all(), (row) => row.activity);
			const wrong: string[] = [];
			for (const activity of new Set([...kept.keys(), ...made.keys()])) {
				const wanted = new Set(
					(made.get(activity) ?? []).flatMap(({ except_dates, extra_times, ...rest }) => {
						const schedule = { ...rest, except: JSON.parse(except_dates), extra: JSON.parse(extra_times) };
						return occurrencesOf(schedule, to - AHEAD, to).map(({ start }) => start);
					}),
				);
				const there = new Set((kept.get(activity) ?? []).map(({ start }) => start));
				if (wanted.size !== there.size || [...wanted].some((start) => !there.has(start))) wrong.push(String(activity));
			}
			return wrong;
		},
	};
}
