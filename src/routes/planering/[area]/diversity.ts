import type { Section } from '#planning/section.ts';
import { DIVERSITY_METRES, type DiversityAnswer } from '#planning/topics/diversity.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { themeLabel } from '#text/labels.ts';
import { metresSaid, shareSaid } from '#text/planning.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';
import { diversityPictures } from './diversity-pictures.ts';

/** The distance in words. */
export const LIMIT = (): string => metresSaid(DIVERSITY_METRES);
/** A mean of kinds, to a tenth. */
export const meanSaid = (mean: number): string => number(Math.round(mean * 10) / 10);

/** How much there is to choose from. */
export async function diversitySection(site: Site, { area, choice, weights }: Asked): Promise<Section> {
	const { answer, at } = await site.planning.ask('diversity', { area, choice, weights });
	const section = { key: 'diversity', title: m.plan_diversity_title(), pictures: [], tables: [] };
	if (Math.round(answer.persons) === 0) return { ...section, sentences: [m.plan_diversity_nobody()] };
	const about = aboutOf({
		at,
		source: m.plan_reach_source({
			people: answer.estimated ? m.plan_reach_people_estimated() : m.plan_reach_people_counted(),
		}),
		uncertainty: m.plan_diversity_uncertain(),
		label: m.plan_diversity_method(),
		method: 'diversity',
	});
	const nothing = answer.kinds.every(({ share }) => !share);
	return {
		...section,
		sentences: nothing ? [m.plan_diversity_none({ limit: LIMIT(), name: area.name })] : sentences(answer, area.name),
		pictures: nothing ? [] : await diversityPictures(answer, about),
	};
}

function sentences(answer: DiversityAnswer, name: string): string[] {
	const { kinds } = answer;
	const order = [...kinds].sort((a, b) => b.share! - a.share!);
	const [first, last] = [order[0]!, order.at(-1)!];
	const said = [leadSaid(answer, name)];
	if (first !== last)
		said.push(
			m.plan_diversity_widest({
				first: themeLabel(first.theme),
				firstShare: shareSaid(first.share),
				last: themeLabel(last.theme),
				lastShare: shareSaid(last.share),
			}),
		);
	const outside = answer.bySettlement.find(({ settlement }) => settlement === 'outside');
	const largest = answer.bySettlement.at(-1);
	if (outside && largest && outside !== largest)
		said.push(m.plan_diversity_rural({ outside: meanSaid(outside.mean), larger: meanSaid(largest.mean) }));
	return said;
}

/** What half of the people have: the median is what at least half have, and at least half have no more. */
function leadSaid({ half, most, kinds }: DiversityAnswer, name: string): string {
	if (!half) return m.plan_diversity_lead_half_none({ name, limit: LIMIT() });
	const lead = kinds.some(({ weight }) => weight !== 1) ? m.plan_diversity_lead_weighed : m.plan_diversity_lead;
	return lead({ name, half: number(half), most: number(most), limit: LIMIT() });
}
