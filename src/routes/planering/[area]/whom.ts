import type { Language } from '#domain/taxonomies.ts';
import { ageBands } from '#planning/ground.ts';
import type { Section } from '#planning/section.ts';
import type { WhomAnswer } from '#planning/topics/whom.ts';
import type { AgeRow, Fragile } from '#planning/whom.ts';
import { listed, lowerFirst, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { getLocale } from '#text/generated/runtime.js';
import { languageLabel, themeLabel } from '#text/labels.ts';
import { ageSaid, shareSaid } from '#text/planning.ts';
import { daySaid, rateSaid } from '#text/planning-here.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { aboutOf } from './about.ts';
import { whomPictures, whomTables } from './whom-pictures.ts';

/** So many languages and themes are named in a sentence. */
const NAMED = 5;

/** Whom activities are for, beside who lives there, and which themes hang on few. */
export async function whomSection(site: Site, { area, month }: Asked): Promise<Section> {
	const { answer } = await site.planning.ask('whom', { area, month });
	const section = { key: 'whom', title: m.plan_whom_title(), pictures: [], tables: [] };
	if (!answer) return { ...section, sentences: [m.plan_here_not_kept()] };
	if (answer.activities === 0) return { ...section, sentences: [m.plan_whom_none({ name: area.name })] };
	const agesKnown = answer.ages.some(({ persons, masked }) => persons !== null || masked);
	const about = (label: string) =>
		aboutOf({
			at: answer.at,
			source: m.plan_whom_source({ ages: agesKnown ? m.plan_whom_source_read() : m.plan_whom_source_none() }),
			uncertainty: m.plan_whom_uncertain(),
			label,
			method: 'whom-activities-reach',
		});
	return {
		...section,
		sentences: [
			...(month === null ? [] : [m.plan_here_month({ date: daySaid(answer.at) })]),
			...sentences(answer, agesKnown),
		],
		pictures: whomPictures(answer, about(m.plan_whom_method())),
		tables: whomTables(answer, about(m.plan_whom_fragile_method())),
	};
}

/** What a band of ages is called: its next begins where it ends. */
export const bandSaid = ({ from }: AgeRow): string => ageSaid(from, ageBands[ageBands.indexOf(from as 0) + 1]);

function sentences(answer: WhomAnswer, agesKnown: boolean): string[] {
	return [
		agesLead(answer.ages, agesKnown),
		...withoutSaid(answer),
		...(agesKnown ? [] : [m.plan_whom_ages_unknown()]),
		...languagesSaid(answer),
		m.plan_whom_languages_unknown(),
		...fragileSaid(answer.fragile),
	];
}

function withoutSaid({ activities, withoutAges, withoutAudience, withoutLanguage }: WhomAnswer): string[] {
	const share = (count: number) => ({ share: shareSaid(count / activities) });
	const parts = [
		...(withoutAges > 0 ? [m.plan_whom_without_ages(share(withoutAges))] : []),
		...(withoutAudience > 0 ? [m.plan_whom_without_audience(share(withoutAudience))] : []),
		...(withoutLanguage > 0 ? [m.plan_whom_without_language(share(withoutLanguage))] : []),
	];
	return parts.length > 0 ? [m.plan_whom_without({ parts: listed(parts) })] : [];
}

function agesLead(ages: readonly AgeRow[], known: boolean): string {
	const value = (row: AgeRow) => (known ? row.openPerThousand : row.open);
	const told = ages.filter((row) => value(row) !== null).sort((a, b) => value(b)! - value(a)!);
	const [most, least] = [told[0], told.at(-1)];
	if (!most || !least || value(most) === 0) return m.plan_whom_no_lead();
	const said = { most: bandSaid(most), least: bandSaid(least) };
	if (!known) return m.plan_whom_lead({ ...said, high: number(most.open), low: number(least.open) });
	return m.plan_whom_lead_rate({ ...said, high: rateSaid(value(most)!), low: rateSaid(value(least)!) });
}

/** English writes languages with a capital letter. */
export const languageWithin = (language: Language): string =>
	getLocale() === 'sv' ? lowerFirst(languageLabel(language)) : languageLabel(language);

function languagesSaid({ languages }: WhomAnswer): string[] {
	const spoken = languages.filter(({ activities }) => activities > 0);
	if (spoken.length === 0) return [];
	const named = spoken
		.slice(0, NAMED)
		.map(({ language, activities }) =>
			m.plan_whom_language_one({ language: languageWithin(language), count: number(activities) }),
		);
	return [m.plan_whom_languages({ count: spoken.length, shown: number(spoken.length), languages: listed(named) })];
}

function fragileSaid(fragile: readonly Fragile[]): string[] {
	const because = (why: Fragile['why'][number]) =>
		fragile.filter((one) => one.why.includes(why)).map(({ theme }) => lowerFirst(themeLabel(theme)));
	const said = (names: readonly string[]) =>
		names.length > NAMED
			? m.plan_whom_more({
					themes: names.slice(0, NAMED).join(', '),
					count: names.length - NAMED,
					shown: number(names.length - NAMED),
				})
			: listed(names);
	const [single, old] = [because('one_host'), because('old')];
	return [
		...(single.length > 0 ? [m.plan_whom_one_host({ count: single.length, themes: said(single) })] : []),
		...(old.length > 0 ? [m.plan_whom_old({ themes: said(old) })] : []),
		m.plan_whom_leaders_unknown(),
	];
}
