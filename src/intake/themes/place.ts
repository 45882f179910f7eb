import { type Theme, themeParent } from '../../domain/theme.ts';
import { certainThemesOf, likelyThemesOf, matching } from './names.ts';
import { labelRules, weakRules } from './rules.ts';

/** What a register says on an entry. */
export interface Labels {
	name: string;
	/** What sort of association it is. */
	types: readonly string[];
	/** What it does. */
	activities: readonly string[];
}

/** The themes found, and the labels that told nothing though they should. */
export interface Placed {
	themes: Theme[];
	unplaced: string[];
}

/** Labels that say nothing on what an association does, and are not reported as unknown. */
const SAYS_NOTHING =
	/^(övri|annan|diverse|div\b|blandad|möte|möten|medlem|styrelse|årsmöte|sammantr|sammankomst|information|informera|föreningsverk|föreningsliv|föreningsakt|föreningsmöte|ideell?|idéb|ideb|idéf|sociala akt|social gem|valborg|midsommar|nationaldag|jul|lov|sommarl|guidning|mässa|loppis|loppm|gruppv|gruppakt|workshop|samtal|träning|lokal f|lokaler|utfärd|rekreation|nöjen|uppvis|visningar|intresse|förbund|organisation|\(?saknas|verksamhetsuppgift|uppdatering|extern|intern|privat|arrangemang|arrangör|aktivitet|olika akt|verksamhet för denna ålders|aktiviteter som riktar|ansluten|fritidskortet|bidrag|lok-st|aktivitetsbidrag|allmän|resor|utflykt|fest|kalas|läger|konferens|event|tävling|marknad|nätverk|försäljning|servering|stiftelse|ekonomisk förening|frivillig|fritid|samverkan|kommun|administration|övernatt|trivsel|lotteri|underhåll|utveckling|projekt|annat|förening|distriktsf|krets|central|stipend|studiebesök)|^\W*$|\(?\d+ ?[-–] ?\d+ ?år\)?|^\d+[+-]|^vux(en|na)/;

interface Reading {
	strong: Theme[];
	weak: Theme[];
	saysNothing: boolean;
}

const readings = new Map<string, Reading>();

/** A label in lower case without dots and doubled blanks: registers cut labels ("Musik..."). */
export const labelKey = (label: string): string =>
	label
		.toLowerCase()
		.replace(/\.{2,}|…/g, '')
		.replace(/\s+/g, ' ')
		.trim();

function read(label: string): Reading {
	const key = labelKey(label);
	const known = readings.get(key);
	if (known) return known;
	const strong = matching(labelRules, key);
	const weak = matching(weakRules, key);
	const reading = { strong, weak, saysNothing: SAYS_NOTHING.test(key) };
	if (readings.size < 20_000) readings.set(key, reading);
	return reading;
}

/**
 * The themes of an entry by its labels. What it does counts before what sort it is; a sort that names several things
 * at once, the name, and what is said on the side count only as far as nothing better is known. Never guesses: no
 * theme is better than a wrong one.
 */
export function placeThemes({ name, types, activities }: Labels): Placed {
	const doing = activities.map(read);
	const being = types.map(read);
	const found = new Set(doing.flatMap((it) => it.strong));
	for (const { strong } of being) if (strong.length === 1) found.add(strong[0]!);
	for (const theme of certainThemesOf(name)) found.add(theme);
	if (isVague(found)) for (const theme of likelyThemesOf(name)) found.add(theme);
	if (found.size === 0) for (const { strong } of being) for (const theme of strong) found.add(theme);
	if (found.size === 0) for (const { weak } of [...doing, ...being]) for (const theme of weak) found.add(theme);
	return { themes: withoutImplied(found), unplaced: unplacedOf([...types, ...activities]) };
}

/** Whether what is known is only a top theme, such as sport or culture, or nothing. */
const isVague = (found: ReadonlySet<Theme>) => [...found].every((theme) => themeParent(theme) === null);

/** A theme says its parent too; "other sport" says nothing beside a sport that has a name. */
function withoutImplied(found: ReadonlySet<Theme>): Theme[] {
	const parents = new Set([...found].map(themeParent));
	return [...found].filter((theme) => !parents.has(theme)).sort();
}

function unplacedOf(labels: readonly string[]): string[] {
	return labels.filter((label) => {
		const { strong, weak, saysNothing } = read(label);
		return strong.length === 0 && weak.length === 0 && !saysNothing;
	});
}
