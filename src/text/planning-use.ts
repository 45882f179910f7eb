import { weekdays } from '#domain/taxonomies.ts';
import type { Reason } from '#planning/pairs.ts';
import type { PartOfDay } from '#planning/period.ts';
import { kilometres, listed, lowerFirst, number, upperFirst } from './format.ts';
import { m } from './generated/messages.js';
import { equipmentLabel, weekdayLabel } from './labels.ts';

/** What a part of the day is called within a sentence. */
export const partName = {
	night: m.plan_use_night,
	morning: m.plan_use_morning,
	day: m.plan_use_day,
	evening: m.plan_use_evening,
} satisfies Record<PartOfDay, () => string>;

/** Hours as people say them: whole, but for a few. */
export const hoursSaid = (hours: number): string =>
	number(hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours));

/** "onsdag kväll"; weekdays from 0, Monday. */
export const cellSaid = (weekday: number, part: PartOfDay): string =>
	m.plan_use_when({ weekday: weekdayLabel(weekdays[weekday]!), part: partName[part]() });

/** Why two fit, on one line: "12 lediga timmar vardagskvällar i veckan, 1,2 km bort, har kök". */
export const reasonsSaid = (reasons: readonly Reason[]): string => upperFirst(reasons.map(reasonSaid).join(', '));

function reasonSaid(reason: Reason): string {
	if (reason.is === 'times') return m.plan_use_why_times({ fit: number(reason.fit), of: number(reason.of) });
	if (reason.is === 'distance') return m.plan_use_why_distance({ km: kilometres(Math.round(reason.km * 10) / 10) });
	if (reason.is === 'equipment')
		return m.plan_use_why_equipment({ what: listed(reason.has.map((one) => lowerFirst(equipmentLabel(one)))) });
	if (reason.is === 'seats') return m.plan_use_why_seats({ seats: number(reason.seats) });
	if (reason.is === 'step_free') return m.plan_use_why_step_free();
	const hours = hoursSaid(reason.hours);
	return reason.at === 'evenings' ? m.plan_use_why_evenings({ hours }) : m.plan_use_why_daytime({ hours });
}
