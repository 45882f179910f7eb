import { venueKinds } from '#domain/taxonomies.ts';
import { type Theme, themes, topThemes } from '#domain/theme.ts';
import type { Comparison } from '#planning/compared.ts';
import { figure } from '#planning/measures.ts';
import type { Picture } from '#planning/section.ts';
import type { About, Column, Table } from '#planning/table.ts';
import type { HereAnswer } from '#planning/topics/here.ts';
import { listed, lowerFirst, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { themeLabel, venueKindLabel } from '#text/labels.ts';
import { rateSaid } from '#text/planning-here.ts';
import { bars } from '../../../charts/bars.ts';
import { spreads } from '../../../charts/spreads.ts';

/** What the section on what is here shows: themes beside similar municipalities where there are such, else by themselves. */
export function herePictures(answer: HereAnswer, name: string, about: About): Picture[] {
	const beside = (kind: 'organisation' | 'activity') =>
		answer.themes[kind].some(({ spread }) => spread) ? [besideOthers(answer, kind, name, about)] : [];
	const compared = [...beside('organisation'), ...beside('activity')];
	const own = compared.length > 0 ? [] : [themesAlone(answer, about)];
	const venues = figure(answer.tally, 'venue') > 0 ? [venuesByKind(answer, about)] : [];
	return [...compared, ...own, ...venues];
}

/** Every theme, also those that lie under another. */
function themeTable({ tally }: HereAnswer, about: About): Table {
	const found = themes.filter(
		(theme) => figure(tally, `organisation.theme.${theme}`) + figure(tally, `activity.theme.${theme}`) > 0,
	);
	return {
		key: 'here-themes',
		title: m.plan_here_themes_caption(),
		columns: [
			{ key: 'theme', label: m.plan_here_col_theme(), kind: 'text' },
			{ key: 'organisations', label: m.plan_here_col_organisations(), kind: 'count' },
			{ key: 'activities', label: m.plan_here_col_activities(), kind: 'count' },
		],
		rows: found.map((theme) => ({
			cells: [
				themeLabel(theme),
				figure(tally, `organisation.theme.${theme}`),
				figure(tally, `activity.theme.${theme}`),
			],
		})),
		notes: [],
		about,
	};
}

const themeCode = ({ measure }: Comparison) => measure.split('.')[2] as Theme;
const themeOf = (row: Comparison) => themeLabel(themeCode(row));

function besideOthers(answer: HereAnswer, kind: 'organisation' | 'activity', name: string, about: About): Picture {
	const all = answer.themes[kind].filter(({ count, spread }) => count > 0 || (spread?.upper ?? 0) > 0);
	const rows = all.filter((row) => topThemes.includes(themeCode(row)));
	const caption = kind === 'organisation' ? m.plan_here_compared_caption() : m.plan_here_compared_activities();
	const standing = (...those: Comparison['standing'][]) => {
		const names = rows.filter((row) => those.includes(row.standing)).map((row) => lowerFirst(themeOf(row)));
		return names.length > 0 ? listed(names) : m.plan_here_compared_nothing();
	};
	const compared = Math.max(...rows.map(({ spread }) => spread?.count ?? 0));
	return {
		key: `here-${kind}-themes`,
		caption,
		alt: m.plan_here_compared_alt({ more: standing('higher', 'above'), fewer: standing('lower', 'below') }),
		svg: spreads(
			rows.map((row) => ({
				label: themeOf(row),
				value: row.perThousand,
				said: row.perThousand === null ? m.plan_unknown() : rateSaid(row.perThousand),
				others: row.spread,
			})),
		),
		legend: [
			{ look: 'bar', label: m.plan_here_legend_own({ name }) },
			{ look: 'faint', label: m.plan_here_legend_half({ count: number(compared) }) },
			{ look: 'said', label: m.plan_here_legend_median() },
		],
		table: {
			key: `here-${kind}-themes`,
			title: caption,
			columns: [{ key: 'theme', label: m.plan_here_col_theme(), kind: 'text' }, ...comparisonColumns()],
			rows: all.map((row) => ({ cells: [themeOf(row), ...comparisonCells(row)] })),
			notes: [],
			about,
		},
	};
}

/** A count, its rate, and how it lies among others. */
export const comparisonColumns = (): Column[] => [
	{ key: 'count', label: m.plan_here_col_count(), kind: 'count' },
	{ key: 'per_1000', label: m.plan_here_col_rate(), kind: 'number', digits: 2 },
	{ key: 'others_lower_quartile', label: m.plan_here_col_lower(), kind: 'number', digits: 2 },
	{ key: 'others_median', label: m.plan_here_col_median(), kind: 'number', digits: 2 },
	{ key: 'others_upper_quartile', label: m.plan_here_col_upper(), kind: 'number', digits: 2 },
	{ key: 'others', label: m.plan_here_col_compared(), kind: 'count' },
];

/** What stands in these columns. */
export const comparisonCells = ({ count, perThousand, spread }: Comparison): (number | null)[] => [
	count,
	perThousand,
	spread?.lower ?? null,
	spread?.median ?? null,
	spread?.upper ?? null,
	spread?.count ?? null,
];

function themesAlone(answer: HereAnswer, about: About): Picture {
	const count = (theme: Theme) =>
		figure(answer.tally, `organisation.theme.${theme}`) + figure(answer.tally, `activity.theme.${theme}`);
	const rows = topThemes
		.map((theme) => ({ name: themeLabel(theme), value: count(theme) }))
		.filter(({ value }) => value > 0);
	return {
		key: 'here-themes',
		caption: m.plan_here_themes_caption(),
		alt: m.plan_here_themes_alt({
			what: listed(rows.map(({ name, value }) => `${lowerFirst(name)} ${number(value)}`)),
		}),
		svg: bars(rows.map(({ name, value }) => ({ label: name, value, said: number(value) }))),
		table: themeTable(answer, about),
	};
}

function venuesByKind({ tally }: HereAnswer, about: About): Picture {
	const rows = venueKinds
		.map((kind) => ({ name: venueKindLabel(kind), value: figure(tally, `venue.kind.${kind}`) }))
		.filter(({ value }) => value > 0)
		.sort((a, b) => b.value - a.value);
	return {
		key: 'here-venues',
		caption: m.plan_here_venues_caption(),
		alt: m.plan_here_themes_alt({
			what: listed(rows.map(({ name, value }) => `${lowerFirst(name)} ${number(value)}`)),
		}),
		svg: bars(rows.map(({ name, value }) => ({ label: name, value, said: number(value) }))),
		table: {
			key: 'here-venues',
			title: m.plan_here_venues_caption(),
			columns: [
				{ key: 'kind', label: m.plan_here_col_kind(), kind: 'text' },
				{ key: 'count', label: m.plan_here_col_count(), kind: 'count' },
			],
			rows: rows.map(({ name, value }) => ({ cells: [name, value] })),
			notes: [],
			about,
		},
	};
}
