import type { Untold } from '../domain/search.ts';
import { asksForRoom, hasPurpose, isAnyRoom, isLent, isVenueWord, roomWords, wordsOfRoomFor } from './any-room.ts';
import { fold, stopWords } from './fold.ts';
import { dateReaders } from './read-date.ts';
import { roomReaders } from './read-room.ts';
import { lateTimeReaders, phrase, timeReaders } from './read-time.ts';
import { lateWhereReaders, placeNearby, whereReaders } from './read-where.ts';
import { whoReaders } from './read-who.ts';
import type { Around, Said, SentenceReader } from './reader.ts';
import { fillers, kin, type Meaning } from './sayings.ts';

/** A sentence, understood: the words that are left to be searched for, and what the others ask for. */
export interface Understood {
	text: string;
	meaning: Meaning;
}

/** The first that knows what some words say is heeded. */
const readers: readonly SentenceReader[] = [
	placeNearby,
	...dateReaders,
	...timeReaders,
	...roomReaders,
	...whoReaders,
	...whereReaders,
	...lateTimeReaders,
	...lateWhereReaders,
];

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const possessive = /^(?:min|mina|mitt|var|vara|my|our)$/;
/** What is done with a room: no word of which. */
const venueDeeds = new Set('hyra boka lana rent book'.split(' '));
/** Small words that led to what was read, and stand alone when it is gone: "fotboll för" of "fotboll för 7-åringar". */
const LOOSE = new Set(
	'for med till av en ett och som pa i vid om att eller sa samt dar finns dig mig oss the a an for with of and to at on in or'.split(
		' ',
	),
);

const bare = (word: string) => fold(word).replace(EDGES, '');

/**
 * Reads a sentence in Swedish or English: "gratis språkkafé på tisdagar i Sollefteå" is the text "språkkafé", free of charge, on
 * Tuesdays, near Sollefteå. What it does not know stays text. A sentence in quotation marks is left alone. `isPlace` tells
 * whether a text names a place; `somewhere` that one has been given beside it; `today` is the civil date, for dates without a year.
 */
export function understand(
	q: string,
	isPlace: Around['isPlace'],
	{ somewhere = false, today = null }: { somewhere?: boolean; today?: string | null } = {},
): Understood {
	if (/^["”“].*["”“]$/s.test(q.trim())) return { text: q, meaning: {} };
	const given = q.split(/\s+/).filter(Boolean);
	const words = given.map(bare);
	const { left, meaning } = readIn(given, { isPlace, given, ofVenue: words.some(isVenueWord), today });
	const spoken = left.length < given.length ? withoutLoose(left) : left;
	const understood = Object.keys(meaning).length > 0;
	const saying = spoken.filter((word) => !stopWords.has(fold(word)) && !venueDeeds.has(fold(word)));
	const telling = saying.map(bare);
	if (telling.length === 0) return understood ? { text: '', meaning: ofSeats(meaning) } : { text: q, meaning };
	const room = roomAsked({ words, spoken, saying, telling }, { understood, somewhere });
	if (room) return { text: room.join(' '), meaning: ofRoom(meaning) };
	return { text: spoken.join(' '), meaning: ofSeats(meaning) };
}

/** What the words of a sentence say, and the words that are left, as they were written. */
function readIn(given: readonly string[], around: Around): { left: string[]; meaning: Meaning } {
	const words = given.map(bare);
	const plain = given.map((word) => word.toLowerCase().replace(/[.,;:!?]+$/, ''));
	const left: string[] = [];
	const meaning: Meaning = {};
	for (let at = 0; at < given.length; ) {
		const leading = [4, 3, 2, 1].find((length) => fillers.has(plain.slice(at, at + length).join(' ')));
		// "Där jag" leads to a question, "där jag bor" says something.
		if (leading && (phrase(words, at, around)?.length ?? 0) <= leading) {
			at += leading;
			continue;
		}
		const read = readers.reduce<Said | null>((found, reader) => found ?? reader(words, at, around), null);
		if (!read) {
			// Whose it is says nothing of what it is: "min dotter vill rida".
			const owned = meaning.age !== undefined || possessive.test(words[at - 1] ?? '');
			if (!(owned && kin.has(words[at]!))) left.push(given[at]!);
			at++;
			continue;
		}
		add(meaning, read.meaning);
		at += read.length;
	}
	return { left, meaning };
}

function withoutLoose(left: readonly string[]): readonly string[] {
	const tells = (word: string) => !LOOSE.has(bare(word)) && bare(word) !== '';
	return left.slice(left.findIndex(tells), left.findLastIndex(tells) + 1);
}

interface Spoken {
	words: readonly string[];
	spoken: readonly string[];
	saying: readonly string[];
	telling: readonly string[];
}

/** The words to look for of a sentence that asks for a room; null of any other. */
function roomAsked(
	{ words, spoken, saying, telling }: Spoken,
	{ understood, somewhere }: { understood: boolean; somewhere: boolean },
): string[] | null {
	const rooms = asksForRoom(words) ? roomWords(telling, saying) : null;
	if (rooms && (understood || hasPurpose(telling) || (somewhere && rooms.length === 0))) return rooms;
	const led = wordsOfRoomFor(spoken.map(bare), understood);
	if (led) return led.map((place) => spoken[place]!);
	return words.some(isLent) && words.some(isVenueWord) && understood
		? saying.filter((word) => !isLent(bare(word)) && !isAnyRoom(bare(word)))
		: null;
}

/** What is asked of any room: when one is free, and what it costs whom, is known by those who lend it alone. */
function ofRoom({ when, date, weekday, part, free, untold = [], ...rest }: Meaning): Meaning {
	const unmet: Untold[] = [
		...untold,
		...(when || date || weekday || part ? ['hours' as const] : []),
		...(free ? ['price' as const] : []),
	];
	return { ...rest, kind: ['venue'], ...(unmet.length ? { untold: unmet } : {}) };
}

/** Only rooms have seats: when, said beside how many are to have room, is when one is free. */
const ofSeats = (meaning: Meaning): Meaning =>
	meaning.seats && (meaning.when || meaning.date || meaning.weekday || meaning.part) ? ofRoom(meaning) : meaning;

/** Adds what was read; the first of what there can be only one of stays. */
function add(to: Meaning, read: Meaning): void {
	if (read.free) to.free = true;
	if (read.place !== undefined) to.place ??= read.place.replace(/[.,;:!?،؟]+$/, '');
	for (const key of ['when', 'date', 'age', 'seats', 'radius'] as const)
		if (read[key] !== undefined) to[key] ??= read[key] as never;
	for (const key of ['weekday', 'part', 'language', 'access', 'equipment', 'untold'] as const) {
		const more = read[key];
		if (more) to[key] = [...new Set([...(to[key] ?? []), ...more])] as never;
	}
}
