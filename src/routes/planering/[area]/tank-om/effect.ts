import { maskOne, SMALL } from '#planning/mask.ts';
import type { ToldSide } from '#planning/scenario-effect.ts';
import type { About, Cell, Column, Table } from '#planning/table.ts';
import type { WhatIfAnswer } from '#planning/topics/what-if.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { metresSaid, shareSaid } from '#text/planning.ts';
import { aboutOf } from '../about.ts';

const FIVE_KM = 5000;
/** Fewer metres than this are none in words, which go by tens. */
const LEAST = 5;

/** What a scenario does, as sentences; the first carries the most. Nothing is tried: one sentence that says so. */
export function effectSentences(answer: WhatIfAnswer, name: string, tried: boolean): string[] {
	if (!tried) return [m.whatif_result_empty()];
	const { here, elsewhere, persons } = answer;
	const changed = here.gain.some || here.lose.some;
	const said = changed ? [gainSaid(here.gain), loseSaid(here.lose)] : [m.whatif_result_none()];
	const each = persons > 0 ? Math.round(here.personMetres / persons) : 0;
	if (each >= LEAST) said.push(m.whatif_shorter({ name, metres: metresSaid(each) }));
	if (each <= -LEAST) said.push(m.whatif_longer({ name, metres: metresSaid(-each) }));
	const five = here.within.find(({ limit }) => limit === FIVE_KM);
	if (changed && five && five.before !== five.after)
		said.push(
			m.whatif_within({ km: metresSaid(FIVE_KM), before: shareSaid(five.before), after: shareSaid(five.after) }),
		);
	const { before, after } = here.half;
	if (before !== null && after !== null && Math.round(before / 100) !== Math.round(after / 100))
		said.push(m.whatif_half({ before: metresSaid(before), after: metresSaid(after) }));
	if (elsewhere.gain.some) said.push(m.whatif_elsewhere_gain({ count: countSaid(elsewhere.gain) }));
	if (elsewhere.lose.some) said.push(m.whatif_elsewhere_lose({ count: countSaid(elsewhere.lose) }));
	if (answer.estimated && persons)
		said.push(m.plan_reach_estimated({ share: shareSaid(Math.min(1, answer.estimated / persons)) }));
	return said;
}

const countSaid = ({ persons }: ToldSide) => (persons === null ? m.whatif_few() : number(persons));

/** Metres of somebody's who has some: never "0 m". */
const nearlySaid = (metres: number) => metresSaid(Math.max(2 * LEAST, metres));

function gainSaid({ persons, some, metres }: ToldSide): string {
	if (!some) return m.whatif_gain_nobody();
	return persons === null
		? m.whatif_gain_few()
		: m.whatif_gain({ count: number(persons), metres: nearlySaid(metres!) });
}

function loseSaid({ persons, some, metres }: ToldSide): string {
	if (!some) return m.whatif_lose_nobody();
	return persons === null
		? m.whatif_lose_few()
		: m.whatif_lose({ count: number(persons), metres: nearlySaid(metres!) });
}

/** What the figures of a scenario rest on. */
export const effectAbout = (at: number, estimated: boolean): About =>
	aboutOf({
		at,
		source: m.plan_reach_source({
			people: estimated ? m.plan_reach_people_estimated() : m.plan_reach_people_counted(),
		}),
		uncertainty: m.plan_reach_uncertain(),
		label: m.whatif_method(),
		method: 'scenarios',
	});

/** A count that may be masked, as a cell. */
const counted = (persons: number | null): Cell => persons ?? { under: SMALL };

/** Who gains and who loses, by settlement; and the shares within some distances. */
export function effectTables({ here }: WhatIfAnswer, names: ReadonlyMap<number, string>, about: About): Table[] {
	const metres: Pick<Column, 'kind' | 'unit'> = { kind: 'number', unit: 'm' };
	return [
		{
			key: 'scenario-settlements',
			title: m.whatif_settlements_title(),
			columns: [
				{ key: 'settlement', label: m.whatif_col_place(), kind: 'text' },
				{ key: 'gain', label: m.whatif_col_gain(), kind: 'count' },
				{ key: 'gain_m', label: m.whatif_col_gain_metres(), ...metres },
				{ key: 'lose', label: m.whatif_col_lose(), kind: 'count' },
				{ key: 'lose_m', label: m.whatif_col_lose_metres(), ...metres },
			],
			rows: here.settlements.map(({ locality, gain, lose }) => ({
				cells: [
					names.get(locality) ?? m.whatif_outside(),
					counted(gain.persons),
					gain.metres,
					counted(lose.persons),
					lose.metres,
				],
			})),
			notes: [m.whatif_masked_note()],
			about,
		},
		{
			key: 'scenario-distances',
			title: m.whatif_distances_title(),
			columns: [
				{ key: 'distance_m', label: m.whatif_col_distance(), ...metres },
				{ key: 'before', label: m.whatif_col_before(), kind: 'share' },
				{ key: 'after', label: m.whatif_col_after(), kind: 'share' },
				{ key: 'gained', label: m.whatif_col_gained(), kind: 'count' },
				{ key: 'lost', label: m.whatif_col_lost(), kind: 'count' },
			],
			rows: here.within.map(({ limit, before, after, gained, lost }) => ({
				cells: [limit, before, after, counted(gained), counted(lost)],
			})),
			notes: [m.whatif_masked_note()],
			about,
		},
	];
}

/** How many persons a site brings, in words that give away nobody. */
export const broughtSaid = (persons: number): string => {
	const told = maskOne(persons);
	return told === null ? m.whatif_few() : number(told);
};
