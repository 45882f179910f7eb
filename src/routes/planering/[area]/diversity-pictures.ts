import type { Picture } from '#planning/section.ts';
import type { About, Table } from '#planning/table.ts';
import type { DiversityAnswer } from '#planning/topics/diversity.ts';
import { listed, lowerFirst, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { themeLabel } from '#text/labels.ts';
import { shareSaid } from '#text/planning.ts';
import { bars } from '../../../charts/bars.ts';
import { LIMIT, meanSaid } from './diversity.ts';
import { personsCell } from './gaps.ts';
import { byPersons, hexagonMap, SHOWN_HEXAGONS, shapeOf } from './hexagon-map.ts';

const STEPS = 5;

/** Which themes people have near, and where there is most to choose from. */
export async function diversityPictures(answer: DiversityAnswer, about: About): Promise<Picture[]> {
	const map = answer.most > 0 ? await mapPicture(answer, about) : undefined;
	return [kindsPicture(answer, about), ...(map ? [map] : [])];
}

function kindsPicture({ kinds }: DiversityAnswer, about: About): Picture {
	const rows = [...kinds].sort((a, b) => b.share! - a.share!);
	const title = m.plan_diversity_kinds({ limit: LIMIT() });
	return {
		key: 'diversity-kinds',
		caption: title,
		alt: m.plan_diversity_kinds_alt({
			what: listed(rows.map(({ theme, share }) => `${lowerFirst(themeLabel(theme))} ${shareSaid(share)}`)),
		}),
		svg: bars(
			rows.map(({ theme, share }) => ({ label: themeLabel(theme), value: share, said: shareSaid(share) })),
			{ most: 1 },
		),
		table: {
			key: 'diversity-kinds',
			title,
			columns: [
				{ key: 'theme', label: m.plan_diversity_col_theme(), kind: 'text' },
				{ key: 'share', label: m.plan_diversity_col_share(), kind: 'share' },
				{ key: 'median_m', label: m.plan_diversity_col_median(), kind: 'number', unit: 'm' },
				{ key: 'weight', label: m.plan_diversity_col_weight(), kind: 'number' },
			],
			rows: rows.map(({ theme, share, median, weight }) => ({ cells: [themeLabel(theme), share, median, weight] })),
			notes: [],
			about,
		},
	};
}

async function mapPicture(answer: DiversityAnswer, about: About): Promise<Picture | undefined> {
	const { hexagons, most } = answer;
	const svg = await hexagonMap(
		hexagons.map(({ id, persons, mean }) => ({
			id,
			look: mean === null ? 'none' : stepOf(mean, most),
			said:
				persons === null
					? m.plan_gaps_hidden()
					: m.plan_diversity_said({ persons: number(persons), mean: meanSaid(mean ?? 0), most: number(most) }),
		})),
	);
	if (!svg) return undefined;
	const hidden = hexagons.some(({ persons }) => persons === null);
	return {
		key: 'diversity-map',
		caption: m.plan_diversity_map(),
		alt: m.plan_diversity_map_alt({ limit: LIMIT() }),
		svg,
		legend: [
			...Array.from({ length: STEPS }, (_, step) => ({
				look: `step-${step + 1}`,
				label: m.plan_diversity_step({
					from: meanSaid((most * step) / STEPS),
					to: meanSaid((most * (step + 1)) / STEPS),
					most: number(most),
				}),
			})),
			...(hidden ? [{ look: 'none', label: m.plan_gaps_hidden() }] : []),
		],
		table: cellsTable(answer, about),
	};
}

const stepOf = (mean: number, most: number): string =>
	`step-${Math.min(STEPS, Math.max(1, Math.ceil((mean / most) * STEPS)))}`;

function cellsTable({ hexagons }: DiversityAnswer, about: About): Table {
	return {
		key: 'diversity-hexagons',
		title: m.plan_diversity_cells({ limit: LIMIT() }),
		columns: [
			{ key: 'h3_cell', label: m.plan_gaps_col_cell(), kind: 'text' },
			{ key: 'persons', label: m.plan_gaps_col_people(), kind: 'count' },
			{ key: 'mean_kinds', label: m.plan_diversity_col_mean(), kind: 'number', digits: 1 },
		],
		shown: SHOWN_HEXAGONS,
		rows: byPersons(hexagons).map(({ id, persons, mean }) => ({
			cells: [id, personsCell(persons), mean],
			shape: shapeOf(id),
		})),
		notes: [m.plan_gaps_note_mask()],
		about,
	};
}
