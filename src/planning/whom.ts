import { type Theme, themeParent, themes } from '../domain/theme.ts';
import { perThousand } from './basis.ts';
import { ageBands } from './ground.ts';
import { figure, type Tally } from './measures.ts';
import { toldPeople } from './told-people.ts';

/** Activities by the ages that may come, beside how many of that age live there. */
export interface AgeRow {
	/** Ages from and to, in years; `to` null at the end. */
	from: number;
	to: number | null;
	/** Activities to which somebody of that age may come, and of these those that not all ages may come to. */
	open: number;
	aimed: number;
	/** Residents of that age; null when nobody knows the ages, or when they are not told. */
	persons: number | null;
	/** They are fewer than five, or than may be told of a part: neither they nor what is of 1 000 of them is told. */
	masked: boolean;
	/** Of 1 000 of that age. */
	openPerThousand: number | null;
	aimedPerThousand: number | null;
}

/** Activities by age; `persons` by `ageBands`, null where the ages of the people are not known, and told of an area as `round` does. */
export function byAge(
	tally: Tally,
	persons: readonly number[] | null,
	round: (persons: number) => number | null = (same) => same,
): AgeRow[] {
	const told = toldPeople(ageBands.map((_, band) => persons?.[band] ?? null));
	return ageBands.map((from, band) => {
		const open = figure(tally, `activity.open.${band as 0}`);
		const aimed = figure(tally, `activity.aimed.${band as 0}`);
		const { persons: exact, masked: isSmall } = told[band]!;
		const living = exact === null ? null : round(exact);
		const masked = isSmall || (exact !== null && living === null);
		const of = (count: number) => (living === null ? null : perThousand(count, living));
		const next = ageBands[band + 1];
		return {
			from,
			to: next === undefined ? null : next - 1,
			...{ open, aimed, masked, persons: living, openPerThousand: of(open), aimedPerThousand: of(aimed) },
		};
	});
}

/** A theme with activities that few carry, or that nobody has confirmed for long. */
export interface Fragile {
	theme: Theme;
	activities: number;
	/** Who hold them; 0 when it is told of none. */
	hosts: number;
	/** Entries on the theme (activities and associations) that are silent, and of how many. */
	old: number;
	entries: number;
	/** Entries that somebody with an account looks after. */
	kept: number;
	why: ('one_host' | 'old')[];
}

/** From this share on, entries that are silent are said to be stale; and at least so many. */
const OLD = 0.5;
const LEAST_OLD = 2;

/**
 * Themes that hang on one organiser, or whose entries are mostly silent, those with most activities first. How many leaders
 * an activity has is told to nobody: who holds it stands in for that. A theme above others is left out: they tell it better.
 */
export function fragileThemes(tally: Tally): Fragile[] {
	const above = new Set(themes.map(themeParent));
	return themes
		.filter((theme) => !above.has(theme))
		.map((theme) => fragile(theme, tally))
		.filter(({ why }) => why.length > 0)
		.sort((a, b) => b.why.length - a.why.length || b.activities - a.activities || b.entries - a.entries);
}

function fragile(theme: Theme, tally: Tally): Fragile {
	const both = (what: '' | '.old' | '.kept') =>
		figure(tally, `activity.theme.${theme}${what}`) + figure(tally, `organisation.theme.${theme}${what}`);
	const activities = figure(tally, `activity.theme.${theme}`);
	const hosts = figure(tally, `activity.theme.${theme}.hosts`);
	const [entries, old] = [both(''), both('.old')];
	const why: Fragile['why'] = [];
	if (activities > 0 && hosts === 1) why.push('one_host');
	if (old >= LEAST_OLD && old >= entries * OLD) why.push('old');
	return { theme, activities, hosts, old, entries, kept: both('.kept'), why };
}
