import { listingPath } from '#domain/paths.ts';
import { shareStep } from '#planning/mask.ts';
import type { Section } from '#planning/section.ts';
import type { Cell, Linked } from '#planning/table.ts';
import type { GapRow, GapsAnswer } from '#planning/topics/gaps.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { getLocale } from '#text/generated/runtime.js';
import { estimatedSaid, metresSaid, shareSaid } from '#text/planning.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';
import { gapsPictures, gapsTable } from './gaps-pictures.ts';

/** So many places are named in a sentence. */
const NAMED = 3;

/** A gap with its names. */
export interface NamedGap extends GapRow {
	name: string;
	/** The place that is the nearest to most. */
	to: Linked | null;
}

/** Where people have no meeting place near. */
export async function gapsSection(site: Site, { area, choice }: Asked): Promise<Section> {
	const { answer, at } = await site.planning.ask('gaps', { area, choice });
	const section = { key: 'gaps', title: m.plan_gaps_title(), pictures: [], tables: [] };
	if (Math.round(answer.persons) === 0) return { ...section, sentences: [m.plan_reach_nobody()] };
	const gaps = await named(site, answer.gaps);
	const about = aboutOf({
		at,
		source: m.plan_reach_source({
			people: answer.estimated ? m.plan_reach_people_estimated() : m.plan_reach_people_counted(),
		}),
		uncertainty: m.plan_gaps_uncertain(),
		label: m.plan_gaps_method(),
		method: 'gaps',
	});
	const nothing = answer.hexagons.every(({ median }) => median === null);
	return {
		...section,
		sentences: nothing ? [m.plan_reach_none()] : sentences(answer, gaps, area.name),
		pictures: nothing ? [] : await gapsPictures(answer, gaps, about),
		tables: nothing || gaps.length === 0 ? [] : [gapsTable(answer, gaps, about)],
	};
}

function sentences(answer: GapsAnswer, gaps: readonly NamedGap[], name: string): string[] {
	const { total, persons, limit, estimated } = answer;
	const [lead, first] = [leadSaid(answer, name), gaps.flatMap((gap) => gapSaid(gap) ?? []).slice(0, NAMED)];
	return [
		total === null ? m.plan_gaps_lead_few({ name, limit: metresSaid(limit) }) : lead,
		...(first.length ? [m.plan_gaps_first({ places: first.join('; ') })] : []),
		...(estimated ? [estimatedSaid(estimated / persons)] : []),
	];
}

function leadSaid({ total, persons, limit }: GapsAnswer, name: string): string {
	if (!total) return m.plan_gaps_lead_none({ name, limit: metresSaid(limit) });
	// Of few people a share in whole per cent would tell how many they are, which the number does already.
	const share = shareStep(persons) === null ? m.plan_unknown() : shareSaid(total / persons);
	return m.plan_gaps_lead({ name, limit: metresSaid(limit), persons: number(total), share });
}

/** "Hoting (620 people, half have further than 31 km)"; undefined where it may not be told. */
function gapSaid({ name, persons, median }: NamedGap): string | undefined {
	if (persons === null || median === null) return undefined;
	return m.plan_gaps_first_part({ place: name, persons: number(persons), median: metresSaid(median) });
}

async function named({ store }: Site, gaps: readonly GapRow[]): Promise<NamedGap[]> {
	const settlements = new Map((await store.geography.localities()).map(({ id, name }) => [id, name]));
	const ids = gaps.flatMap(({ nearest }) => nearest ?? []);
	const entries = new Map(
		(await store.faces.named([...new Set(ids)], getLocale())).map(({ id, kind, slug, name }) => [
			id,
			{ text: name, href: listingPath(kind, slug) },
		]),
	);
	return gaps.map((gap) => ({
		...gap,
		name: nameOf(gap, settlements.get(gap.locality)),
		to: (gap.nearest === null ? undefined : entries.get(gap.nearest)) ?? null,
	}));
}

function nameOf({ around }: GapRow, settlement: string | undefined): string {
	if (settlement === undefined) return m.plan_gaps_outside();
	return around ? m.plan_gaps_around({ name: settlement }) : settlement;
}

/** A count of people in a table: masked where it is not told. */
export const personsCell = (persons: number | null): Cell => (persons === null ? { under: null } : persons);
