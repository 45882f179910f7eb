import { type Kind, kinds } from '../domain/taxonomies.ts';
import { isTheme, themes, withParents } from '../domain/theme.ts';
import { bandsOf } from './ages.ts';
import { ageBands } from './ground.ts';
import type { Entry } from './inventory.ts';
import { emptyTally, measures, placeOf, type Tally, type Whereabouts } from './measures.ts';

/** What counting needs to know beside the entries. */
export interface Counting {
	/** What was confirmed then or before is silent now, by kind; unix seconds (`reached('silent', now)` of the domain). */
	silent: Record<Kind, number>;
	/** Where an entry lies. */
	where: (entry: Entry) => Whereabouts;
}

/** Places of measures under a name, by the last part of theirs: found once, since half a million entries ask for them. */
function placesUnder(name: string): Map<string, number> {
	const parts = measures.flatMap((measure, place) => {
		const rest = measure.startsWith(`${name}.`) ? measure.slice(name.length + 1) : '.';
		return rest.includes('.') ? [] : [[rest, place] as const];
	});
	return new Map(parts);
}

const placesOf = Object.fromEntries(
	kinds.map((kind) => [
		kind,
		{
			self: placeOf(kind)!,
			state: placesUnder(kind),
			where: placesUnder(`${kind}.where`),
			by: placesUnder(`${kind}.by`),
			theme: placesUnder(`${kind}.theme`),
			audience: placesUnder(`${kind}.audience`),
			language: placesUnder(`${kind}.language`),
			venueKind: placesUnder(`${kind}.kind`),
		},
	]),
);
const [open, aimed] = ['open', 'aimed'].map((name) => placesUnder(`activity.${name}`)) as [
	Map<string, number>,
	Map<string, number>,
];
const agesNone = placeOf('activity.ages.none')!;
/** Of a theme: itself and what lies above it. */
const under = new Map<string, readonly string[]>(themes.map((theme) => [theme, withParents(theme)]));
const number = new Map<string, number>(themes.map((theme, place) => [theme, place]));
const [oldOf, keptOf, hostsOf] = ['old', 'kept', 'hosts'].map(
	(what) =>
		new Map(themes.flatMap((theme) => kinds.map((kind) => [kind + theme, placeOf(`${kind}.theme.${theme}.${what}`)]))),
) as [Map<string, number>, Map<string, number>, Map<string, number>];

/** Counts entries of one municipality, or some of them. An entry counts under a theme once, and under what lies above it. */
export function tallyOf(entries: Iterable<Entry>, { silent, where }: Counting): Tally {
	const tally = emptyTally();
	const hosts = new Set<number>();
	const count = (place: number | undefined, by = 1) => {
		// A code that this version has no measure for counts in none.
		if (place !== undefined) tally[place]! += by;
	};

	function standing(entry: Entry, old: boolean): void {
		const { self, state, where: lies, by } = placesOf[entry.kind]!;
		count(self);
		count(lies.get(where(entry)));
		count(state.get(old ? 'old' : 'term'));
		count(entry.confirmedBy ? by.get(entry.confirmedBy) : state.get('unconfirmed'));
		if (entry.kept) count(state.get('kept'));
		if (entry.registered) count(state.get('registered'));
		count(state.get('told'), entry.told);
		count(state.get('tellable'), entry.tellable);
	}

	function about({ kind, themes: told, audiences, languages, kept, host }: Entry, old: boolean): void {
		const { theme: places, audience, language } = placesOf[kind]!;
		const found = themesOf(told);
		for (const theme of found) {
			count(places.get(theme));
			if (old) count(oldOf.get(kind + theme));
			if (kept) count(keptOf.get(kind + theme));
			if (host !== null) hosted(host, theme);
		}
		if (found.size === 0) count(places.get('none'));
		for (const code of audiences.length > 0 ? audiences : ['none']) count(audience.get(code));
		for (const code of languages.length > 0 ? languages : ['none']) count(language.get(code));
	}

	function hosted(host: number, theme: string): void {
		const key = host * themes.length + number.get(theme)!;
		if (hosts.has(key)) return;
		hosts.add(key);
		count(hostsOf.get(`activity${theme}`));
	}

	function invited(entry: Entry): void {
		const bands = bandsOf(entry);
		if (!bands) count(agesNone);
		for (const band of bands ?? []) {
			count(open.get(String(band)));
			if (bands!.length < ageBands.length) count(aimed.get(String(band)));
		}
	}

	for (const entry of entries) {
		const old = entry.since <= silent[entry.kind];
		standing(entry, old);
		if (entry.kind !== 'venue') about(entry, old);
		if (entry.kind === 'activity') invited(entry);
		if (entry.venueKind) count(placesOf.venue!.venueKind.get(entry.venueKind));
	}
	return tally;
}

function themesOf(told: readonly string[]): ReadonlySet<string> {
	const found = new Set<string>();
	for (const theme of told) for (const one of isTheme(theme) ? under.get(theme)! : []) found.add(one);
	return found;
}
