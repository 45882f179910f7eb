import { type Way, ways } from '#domain/travel.ts';
import { sharesOf } from '#planning/reach.ts';
import type { Picture, Section } from '#planning/section.ts';
import type { About } from '#planning/table.ts';
import { type TravelAnswer, travelMinutes } from '#planning/topics/travel.ts';
import { listed, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { shareSaid } from '#text/planning.ts';
import { bars } from '../../../charts/bars.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';

const QUARTER = 1;
const wayNames = {
	foot: m.plan_travel_foot,
	bicycle: m.plan_travel_bicycle,
	car: m.plan_travel_car,
} satisfies Record<Way, () => string>;

/** How long it takes to a meeting place. */
export async function travelSection(site: Site, { area, choice }: Asked): Promise<Section> {
	const { answer, at } = await site.planning.ask('travel', { area, choice });
	const section = { key: 'travel', title: m.plan_travel_title(), pictures: [], tables: [] };
	if (Math.round(answer.persons) === 0) return { ...section, sentences: [m.plan_reach_nobody()] };
	const roads = answer.ways.some(({ used }) => used !== 'rule');
	const about = aboutOf({
		at,
		source: m.plan_reach_source({
			people: answer.estimated ? m.plan_reach_people_estimated() : m.plan_reach_people_counted(),
		}),
		uncertainty: roads ? m.plan_travel_uncertain_roads() : m.plan_travel_uncertain_rule(),
		label: m.plan_travel_method(),
		method: 'travel-time',
	});
	const nothing = answer.ways.every(({ half, reach }) => half === null && !reach.within.at(-1));
	return {
		...section,
		sentences: nothing ? [m.plan_reach_none()] : sentences(answer, area.name),
		pictures: nothing ? [] : [picture(answer, about)],
	};
}

/** Something of each way, by its name. */
const each = (answer: TravelAnswer, of: (way: TravelAnswer['ways'][number]) => string) =>
	Object.fromEntries(ways.map((way) => [way, of(answer.ways.find((one) => one.way === way)!)])) as Record<Way, string>;

function sentences(answer: TravelAnswer, name: string): string[] {
	const minutes = number(travelMinutes[QUARTER]);
	const lead = each(answer, ({ reach }) => shareSaid(sharesOf(reach)[QUARTER]!));
	const half = each(answer, (way) => minutesSaid(way.half));
	return [m.plan_travel_lead({ name, minutes, ...lead }), m.plan_travel_half(half), ...usedSaid(answer)];
}

const minutesSaid = (minutes: number | null) =>
	minutes === null ? m.plan_unknown() : m.plan_travel_minutes({ minutes: number(Math.max(1, Math.round(minutes))) });

function usedSaid({ ways: told, tooMany }: TravelAnswer): string[] {
	if (told.every(({ used }) => used === 'rule'))
		return [...(tooMany ? [m.plan_travel_too_many()] : []), m.plan_travel_rule()];
	const most = Math.max(...told.map(({ byRule }) => byRule));
	return [most === 0 ? m.plan_travel_roads() : m.plan_travel_both({ share: shareSaid(most) })];
}

function picture({ ways: told }: TravelAnswer, about: About): Picture {
	const rows = told.map(({ way, reach, half }) => ({ name: wayNames[way](), shares: sharesOf(reach), half }));
	const caption = m.plan_travel_picture({ minutes: number(travelMinutes[QUARTER]) });
	return {
		key: 'travel',
		caption,
		alt: m.plan_reach_within_alt({
			what: listed(rows.map(({ name, shares }) => `${name} ${shareSaid(shares[QUARTER]!)}`)),
		}),
		svg: bars(
			rows.map(({ name, shares }) => ({
				label: name,
				value: shares[QUARTER]!,
				said: shareSaid(shares[QUARTER]!),
			})),
			{ most: 1 },
		),
		table: {
			key: 'travel',
			title: m.plan_travel_table(),
			columns: [
				{ key: 'way', label: m.plan_travel_col_way(), kind: 'text' },
				...travelMinutes.map((minutes) => ({
					key: `share_within_${minutes}_min`,
					label: m.plan_travel_col_within({ minutes: number(minutes) }),
					kind: 'share' as const,
				})),
				{ key: 'median_min', label: m.plan_travel_col_half(), kind: 'number', unit: 'min' },
			],
			rows: rows.map(({ name, shares, half }) => ({ cells: [name, ...shares, half] })),
			notes: [],
			about,
		},
	};
}
