import { type ShownReach, shownShares } from '#planning/mask-reach.ts';
import { reachMetres } from '#planning/reach.ts';
import type { Section } from '#planning/section.ts';
import type { ReachAnswer } from '#planning/topics/reach.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { estimatedSaid, metresSaid, shareSaid } from '#text/planning.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';
import { reachPictures } from './reach-pictures.ts';

const FIVE_KM = 2;
/** Limits that are told first: the near one, and the one beyond, each the first of these that may be told. */
const NEAR = [0, 1];
const MID = [2, 3, 4];
const METHOD = 'reach';

/** How far people have to a meeting place. */
export async function reachSection(site: Site, { area, choice }: Asked): Promise<Section> {
	const { answer, at } = await site.planning.ask('reach', { area, choice });
	const about = aboutOf({
		at,
		source: m.plan_reach_source({
			people: answer.estimated ? m.plan_reach_people_estimated() : m.plan_reach_people_counted(),
		}),
		uncertainty: m.plan_reach_uncertain(),
		label: m.plan_reach_method(),
		method: METHOD,
	});
	const empty = answer.all.persons === null || !answer.lived || answer.half === null;
	return {
		key: 'reach',
		title: m.plan_reach_title(),
		sentences: [...sentences(answer, area.name), ...(await originSaid(site, area))],
		pictures: empty ? [] : reachPictures(answer, about),
		tables: [],
	};
}

/** Who made what was imported, of when it is and on what terms: told where it is used. */
async function originSaid({ store }: Site, { municipalities }: Asked['area']): Promise<string[]> {
	const [code, another] = municipalities;
	const level = code && !another ? await store.population.levelOf(code) : undefined;
	if (!level) return [];
	const standing = (await store.population.standing(code!)).filter((one) => one.level === level);
	const parts = standing.map(({ import: { source, date, licence } }) =>
		[source, date, licence].filter(Boolean).join(', '),
	);
	const told = [...new Set(parts)].filter(Boolean);
	return told.length ? [m.ground_rests({ parts: told.join('; ') })] : [];
}

function sentences(answer: ReachAnswer, name: string): string[] {
	if (!answer.lived) return [m.plan_reach_nobody()];
	const said: string[] = [];
	if (answer.none) said.push(m.plan_reach_none());
	else
		said.push(
			leadSaid(name, answer.all),
			...(answer.half === null ? [] : [halfSaid(answer.half, answer.ninety)]),
			...ruralSaid(answer),
		);
	said.push(
		answer.rough
			? m.plan_reach_places({ places: number(answer.places), rough: number(answer.rough) })
			: m.plan_reach_places_all({ count: answer.places, shown: number(answer.places) }),
	);
	if (answer.unplaced) said.push(m.plan_reach_unplaced({ count: number(answer.unplaced) }));
	said.push(answer.estimated ? estimatedSaid(answer.estimated) : m.plan_reach_counted());
	return said;
}

/** What is so for all is said of all; limits that may not be told are left out. */
function leadSaid(name: string, all: ShownReach): string {
	const shares = shownShares(all);
	const firstOf = (limits: readonly number[]) => limits.find((at) => shares[at] !== null);
	const [first, second] = [firstOf(NEAR), firstOf(MID)];
	const [km, further] = [first, second].map((at) => (at === undefined ? '' : metresSaid(reachMetres[at]!)));
	if (first !== undefined && shares[first] === 1) return m.plan_reach_lead_all({ name, km: km! });
	if (first === undefined && second === undefined) return m.plan_reach_lead_few({ name });
	if (first === undefined || second === undefined) {
		const only = first ?? second!;
		return m.plan_reach_lead_one({ name, share: shareSaid(shares[only]!), km: km || further! });
	}
	const near = shareSaid(shares[first]!);
	if (shares[second] === 1) return m.plan_reach_lead_near({ name, near, km: km!, further: further! });
	return m.plan_reach_lead({ name, near, km: km!, mid: shareSaid(shares[second]!), further: further! });
}

const halfSaid = (half: number, ninety: number | null) =>
	ninety === null
		? m.plan_reach_half_none({ half: metresSaid(half) })
		: m.plan_reach_half({ half: metresSaid(half), ninety: metresSaid(ninety) });

function ruralSaid({ bySettlement }: ReachAnswer): string[] {
	const outside = bySettlement.find(({ settlement }) => settlement === 'outside');
	const largest = bySettlement.at(-1);
	if (!outside || !largest || largest === outside) return [];
	const [rural, larger] = [outside, largest].map(({ reach }) => shownShares(reach)[FIVE_KM]!);
	if (rural === null || larger === null || (rural === 1 && larger === 1)) return [];
	return [m.plan_reach_rural({ outside: shareSaid(rural!), larger: shareSaid(larger!) })];
}
