import { and, asc, eq, gt, gte, lt, sql } from 'drizzle-orm';
import { occurrences, schedules } from '../../db/schema.ts';
import { type Occurrence, occurrencesOf, type Schedule } from '../domain/schedule.ts';
import type { Connection } from './connection.ts';

const DAY = 86_400;
/** How far ahead instances are made, and how long past ones are kept, in days. */
const AHEAD_DAYS = 180;
const BEHIND_DAYS = 8;

/** Writes the instances of an activity within the store's window. */
export function occurrenceWriter({ sqlite }: Connection) {
	const until = sqlite.prepare<[], string>("SELECT value FROM meta WHERE key = 'occurrences_until'").pluck();
	const clear = sqlite.prepare('DELETE FROM occurrences WHERE activity = ?');
	const add = sqlite.prepare('INSERT OR IGNORE INTO occurrences (activity, start, end) VALUES (?, ?, ?)');
	return {
		write(activity: number, given: readonly Schedule[]): void {
			clear.run(activity);
			const to = Number(until.get() ?? 0);
			if (!to) return;
			const from = to - (AHEAD_DAYS + BEHIND_DAYS) * DAY;
			for (const { start, end } of given.flatMap((schedule) => occurrencesOf(schedule, from, to)))
				add.run(activity, start, end);
		},
	};
}

/** Dated instances of activities. */
export function occurrenceQueries(connection: Connection) {
	const { db, sqlite } = connection;
	const writer = occurrenceWriter(connection);
	const coming = db
		.select({ start: occurrences.start, end: occurrences.end })
		.from(occurrences)
		.where(and(eq(occurrences.activity, sql.placeholder('activity')), gt(occurrences.end, sql.placeholder('from'))))
		.orderBy(asc(occurrences.start))
		.limit(sql.placeholder('limit'))
		.prepare();
	const within = db
		.select({ activity: occurrences.activity, start: occurrences.start, end: occurrences.end })
		.from(occurrences)
		.where(and(gte(occurrences.start, sql.placeholder('from')), lt(occurrences.start, sql.placeholder('to'))))
		.orderBy(asc(occurrences.start))
		.prepare();
	const allSchedules = db.select().from(schedules).orderBy(asc(schedules.activity), asc(schedules.place)).prepare();
	const setUntil = sqlite.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('occurrences_until', ?)");
	const until = sqlite.prepare<[], string>("SELECT value FROM meta WHERE key = 'occurrences_until'").pluck();
	const announce = sqlite.prepare('INSERT OR REPLACE INTO changes (listing) SELECT id FROM activities');

	return {
		/** The next instances of an activity that are not over, soonest first. Times in unix seconds. */
		coming: async (activity: number, from: number, limit = 20): Promise<Occurrence[]> =>
			coming.all({ activity, from, limit }),

		/** All instances that begin in [from, to), unix seconds. */
		within: async (from: number, to: number) => within.all({ from, to }),

		/** Whether the window must be moved: it reaches less than its length minus a week ahead of `now`. */
		due: async (now: number) => Number(until.get() ?? 0) < now + (AHEAD_DAYS - 7) * DAY,

		/** Moves the window to `now`, makes what is new in it and forgets what is long past. Inside a transaction. */
		roll: async (now: number): Promise<void> => {
			setUntil.run(String(now + AHEAD_DAYS * DAY));
			for (const [activity, given] of Map.groupBy(allSchedules.all(), (row) => row.activity))
				writer.write(activity, given);
			announce.run();
		},
	};
}
