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
		'meeting meetings party parties birthday wedding conference reception',
	].flatMap((line) => line.split(' ')),
);
/** "Var kan vi ha fest", "where can we have a meeting": a room, though nobody says so. Folded. */
const WHERE = /(?:^| )(?:kan (?:vi|man|jag) (?:ha|halla|fira)|can (?:we|i) (?:have|hold))(?: |$)/;

/** Whether any word of a folded sentence, or how it asks, is of a room by whatever name. */
export const asksForRoom = (words: readonly string[]): boolean => words.some(isRoom) || WHERE.test(words.join(' '));

const isRoom = (word: string) => ANY.test(word) || ROOM.test(word);
const isPurpose = (word: string) => PURPOSES.has(word);

/** Any room, by words that say nothing of which. */
export const isAnyRoom = (word: string): boolean => ANY.test(word);

/**
 * Of the telling words of a sentence that asks for a room, those to look for: a purpose or a sort of room that is a word for some.
 * Null when they tell of anything else. `given`: the same words as they were written.
 */
export function roomWords(telling: readonly string[], given: readonly string[]): string[] | null {
	if (!telling.every((word) => isRoom(word) || isPurpose(word))) return null;
	return given.filter((_, at) => !ANY.test(telling[at]!) && conceptsOf(telling[at]!).length > 0);
}

/** Whether anything is to be done in it. */
export const hasPurpose = (telling: readonly string[]): boolean => telling.some(isPurpose);
