import { ageBands } from '#planning/ground.ts';
import { steppedShare } from '#planning/mask.ts';
import { type ShownReach, type Stretch, shownShares } from '#planning/mask-reach.ts';
import { reachMetres } from '#planning/reach.ts';
import type { Picture } from '#planning/section.ts';
import { type About, type Cell, type Column, isMasked } from '#planning/table.ts';
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

/** A figure in a table: masked where it is not told. */
const cell = (value: number | null): Cell => (value === null ? { under: null } : value);
/** A share in words, where it is told. */
const said = (share: number | null): string => (share === null ? m.plan_withheld() : shareSaid(share));

function within({ all }: ReachAnswer, about: About): Picture {
	const shares = shownShares(all);
	const rows = reachMetres.map((metres, at) => ({ metres, share: shares[at]!, persons: all.within[at]! }));
	const told = rows.flatMap(({ metres, share }) =>
		share === null ? [] : m.plan_reach_within_part({ share: shareSaid(share), km: metresSaid(metres) }),
	);
	const cells = rows.map(({ metres, persons, share }): Cell[] => [metres, cell(persons), cell(share)]);
	return {
		key: 'reach-within',
		caption: m.plan_reach_within(),
		alt: m.plan_reach_within_alt({ what: told.length > 0 ? listed(told) : m.plan_withheld() }),
		svg: bars(
			rows.map(({ metres, share }) => ({ label: metresSaid(metres), value: share, said: said(share) })),
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
			rows: cells.map((row) => ({ cells: row })),
			notes: notesOf(cells),
			about,
		},
	};
}

/** Why something is not told, where something is not. */
const notesOf = (rows: readonly (readonly Cell[])[]): string[] =>
	rows.some((cells) => cells.some(isMasked)) ? [m.plan_reach_masked()] : [];

function spread(answer: ReachAnswer, about: About): Picture {
	const { histogram, step, half, ninety, all } = answer;
	const columnOf = ({ from, to, persons }: Stretch) =>
		to === null ? [] : { from: from / KM, to: to / KM, value: (persons * step) / (to - from) };
	const stretches = histogram.flatMap(columnOf);
	const end = stretches.at(-1)?.to ?? 0;
	const marks = [
		{ at: half, label: m.plan_reach_half_word() },
		{ at: ninety, label: m.plan_reach_ninety_word() },
	].flatMap(({ at, label }) => (at !== null && at / KM <= end ? [{ at: at / KM, label }] : []));
	const rows = histogram.map(({ from, to, persons }) => ({
		cells: [
			to === null
				? m.plan_reach_stretch_last({ from: number(from / KM) })
				: m.plan_reach_stretch({ from: number(from / KM), to: number(to / KM) }),
			persons,
			persons / all.persons!,
		],
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
			rows,
			notes: isJoined(answer) ? [m.plan_reach_joined()] : [],
			about,
		},
	};
}

/** Whether stretches were put together, since few are in them. */
const isJoined = ({ histogram, step }: ReachAnswer): boolean =>
	histogram.at(-1)?.to !== null || histogram.some(({ from, to }) => to !== null && to - from > step);

/** A column for each distance, as they stand behind a label. */
const withinColumns = (digits: number): Column[] =>
	reachMetres.map((metres) => ({
		key: `share_within_${metres}_m`,
		label: m.plan_reach_col_within({ km: metresSaid(metres) }),
		kind: 'share',
		digits,
	}));

function settlements({ bySettlement }: ReachAnswer, about: About): Picture {
	const groups = bySettlement.map(({ settlement, reach, median }) => ({
		name: settlementName[settlement](),
		reach,
		shares: shownShares(reach),
		more: [reach.persons === null ? { under: null } : median],
	}));
	return byGroup(groups, about, {
		key: 'reach-settlements',
		title: m.plan_reach_settlements(),
		shown: FIVE_KM,
		first: { key: 'settlement', label: m.plan_reach_col_where(), kind: 'text' },
		digits: 1,
		more: [{ key: 'median_m', label: m.plan_reach_col_median(), kind: 'number', unit: 'm' }],
	});
}

function ages({ byAge, rounded }: ReachAnswer, about: About): Picture {
	const groups = byAge.map(({ reach, persons }, band) => ({
		name: ageSaid(ageBands[band]!, ageBands[band + 1]),
		reach,
		persons,
		// Who asks of many choices of places must not learn how old the few are who live between them.
		shares: shownShares(reach).map((share) => steppedShare(share, reach.persons ?? 0)),
		more: [],
	}));
	return byGroup(groups, about, {
		key: 'reach-ages',
		title: m.plan_reach_ages(),
		shown: THREE_KM,
		first: { key: 'age', label: m.plan_reach_col_age(), kind: 'text' },
		digits: 0,
		more: [],
		notes: rounded ? [m.plan_ages_rounded()] : [],
	});
}

interface Grouped {
	key: string;
	title: string;
	/** Which of `reachMetres` the bars show. */
	shown: number;
	first: Column;
	/** Decimals of the shares, in per cent. */
	digits: number;
	/** Columns behind the shares. */
	more: Column[];
	notes?: string[];
}

/** Reach of groups of people beside each other: bars of one distance, and a table of all. */
function byGroup(
	groups: readonly {
		name: string;
		reach: ShownReach;
		persons?: number | null;
		shares: readonly (number | null)[];
		more: Cell[];
	}[],
	about: About,
	{ key, title, shown, first, digits, more, notes = [] }: Grouped,
): Picture {
	const drawn = groups.map(({ name, shares }) => ({ label: name, value: shares[shown]!, said: said(shares[shown]!) }));
	const cells = groups.map(({ name, reach, persons = reach.persons, shares, more: last }) => [
		name,
		cell(persons),
		...shares.map(cell),
		...last,
	]);
	return {
		key,
		caption: title,
		alt: m.plan_reach_within_alt({ what: listed(drawn.map((bar) => `${bar.label} ${bar.said}`)) }),
		svg: bars(drawn, { most: 1 }),
		table: {
			key,
			title,
			columns: [
				first,
				{ key: 'persons', label: m.plan_reach_col_people(), kind: 'count' },
				...withinColumns(digits),
				...more,
			],
			rows: cells.map((row) => ({ cells: row })),
			notes: [...notesOf(cells), ...notes],
			about,
		},
	};
}
