import { ageBands } from '#planning/ground.ts';
import { type Reach, reachMetres, sharesOf } from '#planning/reach.ts';
import type { Picture } from '#planning/section.ts';
import type { About, Column } from '#planning/table.ts';
import type { ReachAnswer } from '#planning/topics/reach.ts';
import { listed, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { ageSaid, metresSaid, settlementName, shareSaid } from '#text/planning.ts';
import { bars } from '../../../charts/bars.ts';
import { columns } from '../../../charts/columns.ts';

const THREE_KM = 1;
const FIVE_KM = 2;
const KM = 1000;

/** What the section on reach shows, each with the table behind it. */
export function reachPictures(answer: ReachAnswer, about: About): Picture[] {
	const pictures = [within(answer, about), spread(answer, about), settlements(answer, about)];
	return answer.byAge.length ? [...pictures, ages(answer, about)] : pictures;
}

function within({ all }: ReachAnswer, about: About): Picture {
	const shares = sharesOf(all);
	const rows = reachMetres.map((metres, at) => ({ metres, share: shares[at]!, persons: all.within[at]! }));
	const said = rows.map(({ metres, share }) =>
		m.plan_reach_within_part({ share: shareSaid(share), km: metresSaid(metres) }),
	);
	return {
		key: 'reach-within',
		caption: m.plan_reach_within(),
		alt: m.plan_reach_within_alt({ what: listed(said) }),
		svg: bars(
			rows.map(({ metres, share }) => ({ label: metresSaid(metres), value: share, said: shareSaid(share) })),
			{ most: 1 },
		),
		table: {
			key: 'reach-within',
			title: m.plan_reach_within(),
			columns: [
				{ key: 'distance_m', label: m.plan_reach_col_distance(), kind: 'number', unit: 'm' },
				{ key: 'persons', label: m.plan_reach_col_people(), kind: 'count' },
				{ key: 'share', label: m.plan_reach_col_share(), kind: 'share', digits: 1 },
			],
			rows: rows.map(({ metres, persons, share }) => ({ cells: [metres, persons, share] })),
			notes: [],
			about,
		},
	};
}

function spread(answer: ReachAnswer, about: About): Picture {
	const { edges, histogram, half, ninety, all } = answer;
	const stretches = edges.map((to, at) => ({ from: (edges[at - 1] ?? 0) / KM, to: to / KM, value: histogram[at]! }));
	const marks = [
		{ at: half, label: m.plan_reach_half_word() },
		{ at: ninety, label: m.plan_reach_ninety_word() },
	].flatMap(({ at, label }) => (at !== null && at <= edges.at(-1)! ? [{ at: at / KM, label }] : []));
	const last = { from: edges.at(-1)! / KM, value: histogram.at(-1)! };
	const rows = stretches.map(({ from, to, value }) => ({
		cells: [m.plan_reach_stretch({ from: number(from), to: number(to) }), value, value / all.persons],
	}));
	return {
		key: 'reach-spread',
		caption: m.plan_reach_spread(),
		alt: m.plan_reach_spread_alt({ half: half === null ? m.plan_unknown() : metresSaid(half) }),
		svg: columns(stretches, { x: m.plan_reach_distance(), y: m.plan_reach_people(), marks, number }),
		table: {
			key: 'reach-spread',
			title: m.plan_reach_spread(),
			columns: [
				{ key: 'distance_km', label: m.plan_reach_col_stretch(), kind: 'text' },
				{ key: 'persons', label: m.plan_reach_col_people(), kind: 'count' },
				{ key: 'share', label: m.plan_reach_col_share(), kind: 'share', digits: 1 },
			],
			rows: [
				...rows,
				{ cells: [m.plan_reach_stretch_last({ from: number(last.from) }), last.value, last.value / all.persons] },
			],
			notes: [],
			about,
		},
	};
}

/** A column for each distance, as they stand behind a label. */
const withinColumns = (): Column[] =>
	reachMetres.map((metres) => ({
		key: `share_within_${metres}_m`,
		label: m.plan_reach_col_within({ km: metresSaid(metres) }),
		kind: 'share',
		digits: 1,
	}));

function settlements({ bySettlement }: ReachAnswer, about: About): Picture {
	const groups = bySettlement.map(({ settlement, reach, median }) => ({
		name: settlementName[settlement](),
		reach,
		more: [median],
	}));
	return byGroup(groups, about, {
		key: 'reach-settlements',
		title: m.plan_reach_settlements(),
		shown: FIVE_KM,
		first: { key: 'settlement', label: m.plan_reach_col_where(), kind: 'text' },
		more: [{ key: 'median_m', label: m.plan_reach_col_median(), kind: 'number', unit: 'm' }],
	});
}

function ages({ byAge }: ReachAnswer, about: About): Picture {
	const groups = byAge.map((reach, band) => ({ name: ageSaid(ageBands[band]!, ageBands[band + 1]), reach, more: [] }));
	return byGroup(groups, about, {
		key: 'reach-ages',
		title: m.plan_reach_ages(),
		shown: THREE_KM,
		first: { key: 'age', label: m.plan_reach_col_age(), kind: 'text' },
		more: [],
	});
}

interface Grouped {
	key: string;
	title: string;
	/** Which of `reachMetres` the bars show. */
	shown: number;
	first: Column;
	/** Columns behind the shares. */
	more: Column[];
}

/** Reach of groups of people beside each other: bars of one distance, and a table of all. */
function byGroup(
	groups: readonly { name: string; reach: Reach; more: (number | null)[] }[],
	about: About,
	{ key, title, shown, first, more }: Grouped,
): Picture {
	const rows = groups.map((group) => ({ ...group, shares: sharesOf(group.reach) }));
	const drawn = rows.map(({ name, shares }) => ({
		label: name,
		value: shares[shown]!,
		said: shareSaid(shares[shown]!),
	}));
	return {
		key,
		caption: title,
		alt: m.plan_reach_within_alt({ what: listed(drawn.map(({ label, said }) => `${label} ${said}`)) }),
		svg: bars(drawn, { most: 1 }),
		table: {
			key,
			title,
			columns: [
				first,
				{ key: 'persons', label: m.plan_reach_col_people(), kind: 'count' },
				...withinColumns(),
				...more,
			],
			rows: rows.map((row) => ({ cells: [row.name, row.reach.persons, ...row.shares, ...row.more] })),
			notes: [],
			about,
		},
	};
}
