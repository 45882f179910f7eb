import type { z } from 'zod';
import type { ScheduleSchema } from '../../src/domain/schedule.ts';
import { weekdays } from '../../src/domain/taxonomies.ts';
import { civil } from '../../src/domain/time.ts';
import type { Chance } from './chance.ts';
import type { Pattern } from './subjects.ts';

const DAY = 86_400;

/**
 * When an activity is held: mostly weekly without an end, so that there is life whenever the demonstration is looked at;
 * some every other week, some monthly, some once within two months. Christmas Eve and New Year's Eve are left out of some.
 */
export function scheduleOf(pattern: Pattern, now: number, chance: Chance): z.input<typeof ScheduleSchema> {
	const day = chance.one(pattern.days);
	const hour = chance.one(pattern.hours);
	const minute = chance.one([0, 0, 0, 30]);
	const sort = chance.whole(1, 20);
	const week = chance.whole(-10, -1);
	const first = onWeekday(now + week * 7 * DAY, day);
	const at = (date: string) => `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
	const { minutes } = pattern;
	if (sort <= 3) return { start: at(onWeekday(now + chance.whole(0, 55) * DAY, day)), minutes };
	if (sort <= 6) return { start: at(first), minutes, rule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}` };
	if (sort <= 8)
		return { start: at(first), minutes, rule: `FREQ=MONTHLY;BYDAY=${chance.one(['1', '2', '3', '-1'])}${day}` };
	const year = civil(now).year;
	return {
		start: at(first),
		minutes,
		rule: `FREQ=WEEKLY;BYDAY=${day}`,
		except: chance.percent(60) ? [`${year}-12-24`, `${year}-12-25`, `${year}-12-31`] : [],
	};
}

/** The civil date of the first such weekday (RFC 5545 letters) from an instant on. */
function onWeekday(from: number, letters: string): string {
	const date = civil(from).toPlainDate();
	const wanted = weekdays.findIndex((day) => day.slice(0, 2).toUpperCase() === letters) + 1;
	return date.add({ days: (wanted - date.dayOfWeek + 7) % 7 }).toString();
}
