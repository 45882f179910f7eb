import type { SettlementClass } from '#planning/ground.ts';
import { kilometres, number } from './format.ts';
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';

const KM = 1000;

/** A distance as people say it: "850 m", "3,2 km". Metres. */
export const metresSaid = (metres: number): string =>
	metres < KM ? `${number(Math.round(metres / 10) * 10)} m` : kilometres(Math.round(metres / 100) / 10);

/** A share (0 to 1) in whole per cent: "62 %"; what is almost nothing or almost all is not said to be so. Null is unknown. */
export function shareSaid(share: number | null): string {
	if (share === null) return m.plan_unknown();
	const percent = Math.round(share * 100);
	const sign = getLocale() === 'sv' ? '\u00a0%' : '%';
	if (percent === 0 && share > 0) return m.planning_under({ percent: `1${sign}` });
	if (percent === 100 && share < 1) return m.planning_over({ percent: `99${sign}` });
	return `${percent}${sign}`;
}

/** What a class of settlement is called within a sentence. */
export const settlementName = {
	outside: m.plan_reach_outside,
	under200: m.plan_reach_under200,
	under1000: m.plan_reach_under1000,
	under10000: m.plan_reach_under10000,
	larger: m.plan_reach_larger,
} satisfies Record<SettlementClass, () => string>;

/** "6–15 år"; without an end "80 år och äldre". `next` is where the next band begins. */
export const ageSaid = (from: number, next: number | undefined): string =>
	next === undefined ? m.plan_reach_age_last({ from }) : m.plan_reach_age({ from, to: next - 1 });

/** That it is an estimate where so many of the people live: a share of them, 0 to 1. */
export const estimatedSaid = (share: number): string =>
	share === 1 ? m.plan_reach_estimated_all() : m.plan_reach_estimated({ share: shareSaid(share) });
