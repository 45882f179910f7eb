import { type Kind, kinds } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import type { Change } from '#planning/change.ts';
import type { Picture, Section } from '#planning/section.ts';
import type { About, Table } from '#planning/table.ts';
import type { ChangeAnswer } from '#planning/topics/change.ts';
import { isoTime, listed, month, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { kindsLabel, themeLabel } from '#text/labels.ts';
import { shareSaid } from '#text/planning.ts';
import { daySaid, kindsWithin } from '#text/planning-here.ts';
import { line } from '../../../charts/line.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';

const NAMED = 3;
const LISTED = 12;
/** Months that the table tells, the newest. */
const MONTHS = 24;

/** How the figures have changed since they were kept. */
export async function changeSection(site: Site, { area, whole, slug }: Asked): Promise<Section> {
	const { answer } = await site.planning.ask('change', { area });
	const about = aboutOf({
		at: answer.at,
		source: m.plan_change_source(),
		uncertainty: m.plan_change_uncertain(),
		label: m.plan_change_method(),
		method: 'change-over-time',
	});
	const part = area === whole ? [] : [m.plan_change_part({ name: whole.name })];
	const told = answer.since !== null;
	return {
		key: 'change',
		title: m.plan_change_title(),
		sentences: [...(told ? sentences(answer) : [m.plan_change_none()]), ...part],
		pictures: told ? kinds.flatMap((kind) => courseOf(answer, kind)) : [],
		tables: told ? [monthTable(answer, slug, about), ...themeTables(answer, about)] : [],
	};
}

/** "mars 2026", of "2026-03". */
const monthSaid = (of: string): string => month(Date.parse(`${of}-15T12:00Z`) / 1000);

function sentences({ since, changes, themes, registers }: ChangeAnswer): string[] {
	const month = monthSaid(since!.month);
	const by = (measure: string) => changes.find((one) => one.measure === measure)!;
	const said = kinds.flatMap((kind) => changeSaid(kind, by(kind)));
	const lead =
		said.length > 0 ? m.plan_change_since({ month, changes: listed(said) }) : m.plan_change_nothing({ month });
	const named = themes
		.filter(({ before }) => before !== null)
		.slice(0, NAMED)
		.map(({ measure, before, now }) =>
			m.plan_change_theme({
				kinds: kindsWithin[measure.split('.')[0] as Kind](),
				theme: themeLabel(measure.split('.')[2] as Theme),
				before: number(before!),
				now: number(now),
			}),
		);
	const last = Math.max(0, ...registers.map(({ readAt }) => readAt));
	return [
		lead,
		...(last > 0 ? [m.plan_change_registers({ date: daySaid(last) })] : []),
		...termSaid(by),
		...(named.length > 0 ? [m.plan_change_themes({ themes: listed(named) })] : []),
	];
}

function changeSaid(kind: Kind, { before, now }: Change): string[] {
	if (before === null || before === now) return [];
	const said = {
		kinds: kindsWithin[kind](),
		diff: number(Math.abs(now - before)),
		before: number(before),
		now: number(now),
	};
	return [now > before ? m.plan_change_more(said) : m.plan_change_fewer(said)];
}

/** How much is confirmed in time, of all kinds together. */
function termSaid(by: (measure: string) => Change): string[] {
	const sum = (of: (change: Change) => number | null, what: '' | '.term') =>
		kinds.reduce((total, kind) => total + (of(by(`${kind}${what}`)) ?? 0), 0);
	const was = ({ before }: Change) => before;
	const is = ({ now }: Change) => now;
	if (sum(was, '') === 0 || sum(is, '') === 0) return [];
	const before = shareSaid(sum(was, '.term') / sum(was, ''));
	const now = shareSaid(sum(is, '.term') / sum(is, ''));
	return before === now ? [] : [m.plan_change_term({ before, now })];
}

function courseOf({ course }: ChangeAnswer, kind: Kind): Picture[] {
	const known = course.flatMap(({ month, at, counts }) =>
		counts[kind] === null ? [] : [{ month, at, value: counts[kind] }],
	);
	if (known.length < 2) return [];
	const [first, last] = [known[0]!, known.at(-1)!];
	return [
		{
			key: `change-${kind}`,
			caption: m.plan_change_caption({ kinds: kindsLabel(kind) }),
			alt: m.plan_change_alt({
				before: number(first.value),
				from: monthSaid(first.month ?? ''),
				now: number(last.value),
			}),
			svg: line(known, number),
			table: null,
		},
	];
}

function monthTable({ course }: ChangeAnswer, slug: string, about: About): Table {
	return {
		key: 'change-months',
		title: m.plan_change_table(),
		columns: [
			{ key: 'month', label: m.plan_change_col_month(), kind: 'text' },
			{ key: 'kept_on', label: m.plan_change_col_date(), kind: 'date' },
			{ key: 'persons', label: m.plan_change_col_population(), kind: 'count' },
			...kinds.map((kind) => ({ key: `${kind}s`, label: kindsLabel(kind), kind: 'count' as const })),
		],
		rows: course.slice(-MONTHS - 1).map(({ month, at, population, counts }) => ({
			cells: [
				month === null
					? m.plan_change_now()
					: { text: monthSaid(month), href: `/planering/${slug}?asOf=${isoTime(at).slice(0, 10)}` },
				isoTime(at).slice(0, 10),
				population,
				...kinds.map((kind) => counts[kind]),
			],
		})),
		notes: [],
		about,
	};
}

function themeTables({ themes, since }: ChangeAnswer, about: About): Table[] {
	if (themes.length === 0) return [];
	return [
		{
			key: 'change-themes',
			title: m.plan_change_themes_caption({ month: monthSaid(since!.month) }),
			columns: [
				{ key: 'theme', label: m.plan_change_col_theme(), kind: 'text' },
				{ key: 'kind', label: m.plan_here_col_kind(), kind: 'text' },
				{ key: 'before', label: m.plan_change_col_before(), kind: 'count' },
				{ key: 'now', label: m.plan_change_col_now(), kind: 'count' },
				{ key: 'difference', label: m.plan_change_col_diff(), kind: 'count' },
			],
			rows: themes.slice(0, LISTED).map(({ measure, before, now }) => ({
				cells: [
					themeLabel(measure.split('.')[2] as Theme),
					kindsLabel(measure.split('.')[0] as Kind),
					before,
					now,
					before === null ? null : now - before,
				],
			})),
			notes: [],
			about,
		},
	];
}
