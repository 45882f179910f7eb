import { weekdays } from '#domain/taxonomies.ts';
import { cellOf, type PartOfDay } from '#planning/period.ts';
import type { Picture } from '#planning/section.ts';
import type { About, Column, Table } from '#planning/table.ts';
import type { UseAnswer } from '#planning/topics/use.ts';
import { number, upperFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { weekdayLabel } from '#text/labels.ts';
import { cellSaid, hoursSaid, partName } from '#text/planning-use.ts';
import { bars } from '../../../charts/bars.ts';
import { heat } from '../../../charts/heat.ts';

/** As a day goes. */
const PARTS: PartOfDay[] = ['morning', 'day', 'evening', 'night'];
const DAYS = weekdays.map((_, day) => day);

/** The weekday and part of the day with most idle hours; nobody looks for a room at night. */
export const most = (answer: UseAnswer) => outermost(answer, (a, b) => a > b);

function outermost({ idleByCell, openByCell }: UseAnswer, beats: (a: number, b: number) => boolean) {
	const cells = DAYS.flatMap((day) => PARTS.slice(0, 3).map((part) => ({ day, part, at: cellOf(day, part) })));
	const open = cells.filter(({ at }) => openByCell[at]!);
	const [first, ...others] = open.length ? open : cells;
	const found = others.reduce(
		(best, cell) => (beats(idleByCell[cell.at]!, idleByCell[best.at]!) ? cell : best),
		first!,
	);
	return { when: cellSaid(found.day, found.part), hours: idleByCell[found.at]! };
}

/** When the premises are idle, and what is known of their hours. */
export function usePictures(answer: UseAnswer, about: About): Picture[] {
	return answer.open ? [week(answer, about), known(answer, about)] : [known(answer, about)];
}

function week(answer: UseAnswer, about: About): Picture {
	const { idleByCell, openByCell } = answer;
	const { when, hours } = most(answer);
	const least = outermost(answer, (a, b) => a < b);
	const said = m.plan_use_most({ when, hours: hoursSaid(hours) });
	return {
		key: 'use-week',
		caption: m.plan_use_week(),
		alt:
			least.when === when
				? m.plan_use_week_alt_one({ most: said })
				: m.plan_use_week_alt({ most: said, least: least.when, hours: hoursSaid(least.hours) }),
		svg: heat(
			DAYS.flatMap((day) =>
				PARTS.map((part) => {
					const at = cellOf(day, part);
					const shade = { row: upperFirst(weekdayLabel(weekdays[day]!)), column: upperFirst(partName[part]()) };
					if (!openByCell[at]) return { ...shade, value: null, said: m.plan_use_closed_cell() };
					return { ...shade, value: idleByCell[at]!, said: hoursSaid(idleByCell[at]!) };
				}),
			),
		),
		legend: [
			{ look: 'step-1', label: m.plan_use_few() },
			{ look: 'step-5', label: m.plan_use_many() },
		],
		table: weekTable(answer, about),
	};
}

function weekTable({ idleByCell, openByCell }: UseAnswer, about: About): Table {
	const unit = m.plan_use_hours_unit();
	const column = (key: string, label: string): Column => ({ key, label, unit, kind: 'number', digits: 1 });
	const row = (days: number[]) =>
		PARTS.flatMap((part) =>
			[idleByCell, openByCell].map((cells) => days.reduce((sum, day) => sum + cells[cellOf(day, part)]!, 0)),
		);
	return {
		key: 'use-week',
		title: m.plan_use_week_table(),
		columns: [
			{ key: 'weekday', label: m.plan_use_col_weekday(), kind: 'text' },
			...PARTS.flatMap((part) => [
				column(`idle_${part}_hours`, m.plan_use_col_idle({ part: partName[part]() })),
				column(`open_${part}_hours`, m.plan_use_col_open({ part: partName[part]() })),
			]),
		],
		rows: [
			...DAYS.map((day) => ({ cells: [upperFirst(weekdayLabel(weekdays[day]!)), ...row([day])] })),
			{ cells: [m.plan_use_all_week(), ...row(DAYS)], total: true },
		],
		notes: [m.plan_use_part_hours()],
		about,
	};
}

function known({ venues }: UseAnswer, about: About): Picture {
	const rows = [
		{ label: m.plan_use_hours_known(), count: venues.known },
		{ label: m.plan_use_hours_agreement(), count: venues.agreement, look: 'other' },
		{ label: m.plan_use_hours_unknown(), count: venues.unknown, look: 'faint' },
	];
	const [told, agreement, unknown] = rows.map(({ count }) => number(count));
	return {
		key: 'use-hours',
		caption: m.plan_use_hours(),
		alt: m.plan_use_hours_alt({ known: told!, agreement: agreement!, unknown: unknown! }),
		svg: bars(
			rows.map(({ label, count, look }) => ({ label, value: count, said: number(count), ...(look && { look }) })),
		),
		table: {
			key: 'use-hours',
			title: m.plan_use_hours(),
			columns: [
				{ key: 'hours', label: m.plan_use_col_hours(), kind: 'text' },
				{ key: 'venues', label: m.plan_use_col_venues(), kind: 'count' },
			],
			rows: rows.map(({ label, count }) => ({ cells: [upperFirst(label), count] })),
			notes: [],
			about,
		},
	};
}
