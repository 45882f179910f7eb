import { asc, eq, sql } from 'drizzle-orm';
import { activities, schedules } from '../../db/schema.ts';
import type { Activity } from '../domain/listing.ts';
import type { Connection } from './connection.ts';
import { occurrenceWriter } from './occurrences.ts';

/** What only an activity has: who, where, and when. */
export function activityParts(connection: Connection) {
	const { db, sqlite } = connection;
	const occurrences = occurrenceWriter(connection);
	const byId = db
		.select()
		.from(activities)
		.where(eq(activities.id, sql.placeholder('id')))
		.prepare();
	const schedulesOf = db
		.select({
			start: schedules.start,
			minutes: schedules.minutes,
			rule: schedules.rule,
			except: schedules.except,
			extra: schedules.extra,
		})
		.from(schedules)
		.where(eq(schedules.activity, sql.placeholder('id')))
		.orderBy(asc(schedules.place))
		.prepare();
	const write = sqlite.prepare(`
		INSERT INTO activities (id, organisation, venue, online_url, free, price, drop_in)
		VALUES (@id, @organisation, @venue, @onlineUrl, @free, @price, @dropIn)
		ON CONFLICT (id) DO UPDATE SET organisation = excluded.organisation, venue = excluded.venue,
			online_url = excluded.online_url, free = excluded.free, price = excluded.price, drop_in = excluded.drop_in`);
	const clear = sqlite.prepare('DELETE FROM schedules WHERE activity = ?');
	const add = sqlite.prepare(`
		INSERT INTO schedules (activity, place, start, minutes, rule, except_dates, extra_times)
		VALUES (@activity, @place, @start, @minutes, @rule, @except, @extra)`);

	return {
		read(id: number) {
			const { id: _id, ...own } = byId.get({ id })!;
			return { ...own, schedules: schedulesOf.all({ id }) };
		},
		write(id: number, activity: Activity): void {
			const { organisation, venue, onlineUrl, price } = activity;
			write.run({ id, organisation, venue, onlineUrl, price, free: bit(activity.free), dropIn: bit(activity.dropIn) });
			clear.run(id);
			activity.schedules.forEach(({ start, minutes, rule, except, extra }, place) => {
				const lists = { except: JSON.stringify(except), extra: JSON.stringify(extra) };
				add.run({ activity: id, place, start, minutes, rule, ...lists });
			});
			occurrences.write(id, activity.schedules);
		},
	};
}

const bit = (value: boolean | null) => (value === null ? null : Number(value));
