import type { Query } from '#domain/query.ts';
import type { Facets } from '#domain/search.ts';
import { accessFacts, audiences, dayParts, equipment, languages, venueKinds, weekdays } from '#domain/taxonomies.ts';
import { childThemes, type Theme, topThemes } from '#domain/theme.ts';
import { upperFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import {
	accessMetLabel,
	audienceLabel,
	dayPartLabel,
	equipmentLabel,
	languageLabel,
	themeLabel,
	venueKindLabel,
	weekdayLabel,
} from '#text/labels.ts';

/** One value that can be ticked, with how many are left for it. */
export interface Choice {
	value: string;
	label: string;
	count: number;
	/** Under another choice. */
	child?: boolean;
}

/** A list of boxes to tick: its parameter, what it asks, what can be ticked, and what is. */
export interface Boxes {
	name: string;
	legend: string;
	choices: Choice[];
	chosen: readonly string[];
}

type Ticked = {
	[K in keyof Query & keyof Facets]: Query[K] extends readonly string[] ? K : never;
}[keyof Query & keyof Facets];

const byName = new Intl.Collator('sv');

/** Every list of boxes that a search can be narrowed by, with the counts of its answer. */
export function boxesOf(query: Query, facets: Facets, municipalities: Record<string, string>) {
	const choice = <C extends string>(name: Ticked, value: C, label: (code: C) => string): Choice => ({
		value,
		label: upperFirst(label(value)),
		count: facets[name][value] ?? 0,
	});
	const boxes = <C extends string>(name: Ticked, legend: string, codes: readonly C[], label: (code: C) => string) => ({
		name,
		legend,
		choices: codes.map((code) => choice(name, code, label)),
		chosen: query[name],
	});
	const theme = (code: Theme) => choice('theme', code, themeLabel);
	const named = (code: string) => municipalities[code] ?? code;
	const offered = Object.keys(facets.municipality).sort((a, b) => byName.compare(named(a), named(b)));
	return {
		time: [
			boxes('weekday', m.filter_weekday(), weekdays, weekdayLabel),
			boxes('part', m.filter_part(), dayParts, dayPartLabel),
		],
		theme: {
			name: 'theme',
			legend: m.filter_theme(),
			choices: topThemes.flatMap((top) => [
				theme(top),
				...childThemes(top).map((child) => ({ ...theme(child), child: true })),
			]),
			chosen: query.theme,
		},
		audience: boxes('audience', m.filter_who(), audiences, audienceLabel),
		language: boxes('language', m.filter_language(), languages, languageLabel),
		venue: [
			boxes('venueKind', m.filter_venue_kind(), venueKinds, venueKindLabel),
			boxes('equipment', m.filter_equipment(), equipment, equipmentLabel),
		],
		access: boxes('access', m.filter_access(), accessFacts, accessMetLabel),
		municipality: boxes('municipality', m.filter_municipality(), offered, named),
	};
}

/** Whether there is anything to tick: a filter without any value only takes room. */
export const anyIn = (...lists: readonly Boxes[]): boolean =>
	lists.some(({ choices, chosen }) => chosen.length > 0 || choices.some(({ count }) => count > 0));
