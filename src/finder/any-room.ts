import { fold, stopWords } from './fold.ts';
import { conceptsOf } from './terms.ts';

/** Any room to meet in, by no other name. */
const ANY = /^(?:lokal(?:en|er|erna)?|rum(?:met)?|rooms?|venues?|premises|spaces?)$/;
/** A room by what is done in it; folded. */
const ROOM =
	/^(?:motes?|fest|kalas|konferens|sammantrades|hobby|studie|grupp|ovnings|aktivitets|tranings)(?:lokal(?:en|er|erna)?|rum(?:met)?)$|^halls?$/;
/** What people need a room for, and come to nowhere else. */
const PURPOSES = new Set(
	[
		'mote motet moten arsmote arsmotet styrelsemote medlemsmote sammantrade konferens fest festen fester kalas kalaset barnkalas',
		'fodelsedag fodelsedagskalas fodelsedagsfest brollop brollopsfest dop dopkaffe begravning minnesstund middag mottagning',
		'studiecirkel studiecirklar workshop forelasning foredrag utstallning konsert loppis disko disco repetition kurs kurser',
		'meeting meetings party parties birthday wedding conference reception workshops exhibition rehearsal',
	].flatMap((line) => line.split(' ')),
);
/** "Studentfest", "begravningskaffe", "symöten": what they end in tells that there is something to hold. */
const OCCASION = /^.{2,}(?:fest|kalas|middag|kaffe|mottagning|mote|ceremoni|bjudning|jubileum)(?:en|et|er|ar|n)?$/;
/** "Var kan vi ha fest", "where can we have a meeting": a room, though nobody says so. Folded. */
const WHERE =
	/(?:^| )(?:kan (?:vi|man|jag) (?:ha|halla|fira)|can (?:we|i) (?:have|hold)|(?:nagonstans|nanstans|stalle|plats) att (?:ha|halla|fira))(?: |$)/;
/** Somebody wants to have one for a while. Not "låna", "book": that is done with books. */
const LENT = /^(?:hyra|hyr|boka|rent|hire|ledigt?|lediga|bokningsbar[at]?|uthyres|uthyrning)$/;
/** What leads from a room to what it is for: surely, and where more shows that a room is meant. */
const LEADS_ON = /^(?:att|to|dar)$/;
const MAY_LEAD_ON = /^(?:for|till)$/;
/** Who has it says nothing of which. */
const WHOSE = /^(?:forening(?:ar|en|ars|s)?|privatpersoner|privat|allmanheten|associations?|clubs?)$/;
/** What can be told of a venue. */
const OF_VENUES: ReadonlySet<string> = new Set(['venueKinds', 'kinds', 'equipment']);

/** Whether any word of a folded sentence, or how it asks, is of a room by whatever name. */
export const asksForRoom = (words: readonly string[]): boolean => words.some(isRoom) || WHERE.test(words.join(' '));

/** Any room, or one by what is done in it: "festlokal". Folded. */
export const isRoom = (word: string) => ANY.test(word) || ROOM.test(word);
const isPurpose = (word: string) => PURPOSES.has(word) || OCCASION.test(word);
const tellsOfVenue = (word: string) => conceptsOf(word).some(({ set }) => OF_VENUES.has(set));

/** Any room, by words that say nothing of which. */
export const isAnyRoom = (word: string): boolean => ANY.test(word);

/** Whether a folded word says that somebody wants to have a room for a while: "hyra", "ledig". */
export const isLent = (word: string): boolean => LENT.test(word);

/**
 * Of the telling words of a sentence that asks for a room, those to look for: a purpose or a sort of room that is a word for some.
 * Null when they tell of anything else. `given`: the same words as they were written.
 */
export function roomWords(telling: readonly string[], given: readonly string[]): string[] | null {
	if (!telling.every((word) => isRoom(word) || isPurpose(word))) return null;
	return given.filter((_, at) => !ANY.test(telling[at]!) && tellsOfVenue(telling[at]!));
}

/**
 * The places of the words to look for in "rum att öva i" and "lokal för yoga på tisdag": of a room that is for something, whatever
 * that is; null for other sentences. `surely`: more than the words shows that a room is meant ("rum för alla" is a name, too).
 */
export function wordsOfRoomFor(words: readonly string[], surely: boolean): number[] | null {
	const at = words.findIndex((word) => !stopWords.has(word) && !isLent(word));
	const next = words[at + 1] ?? '';
	if (!isRoom(words[at] ?? '') || !(LEADS_ON.test(next) || (surely && MAY_LEAD_ON.test(next)))) return null;
	const rest = words.flatMap((word, place) => (place > at + 1 && !stopWords.has(word) ? [place] : []));
	const telling = rest.filter((place) => !WHOSE.test(words[place]!) && !isPurpose(words[place]!));
	return ANY.test(words[at]!) ? telling : [at, ...telling];
}

/** Whether anything is to be done in it. */
export const hasPurpose = (telling: readonly string[]): boolean => telling.some(isPurpose);

/** Whether a folded word is a sort of place to be in, or any room. */
export const isVenueWord = (word: string): boolean =>
	ANY.test(fold(word)) || conceptsOf(word).some(({ set }) => set === 'venueKinds');
