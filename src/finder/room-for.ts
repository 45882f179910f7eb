import { wholeTens } from './numerals.ts';

/** What some words say of how many are to have room. */
export interface RoomFor {
	/** How many words that takes. */
	length: number;
	people: number;
	/** Seats are asked for by that name, or of something that is a room: else it is told of something else. */
	ofRoom: boolean;
}

/** What leads to a number of people in a room, whatever it is said of. */
const LEADS = [
	['plats', 'for'],
	['platser', 'for'],
	['sittplatser', 'for'],
	['utrymme', 'for'],
	['room', 'for'],
	['space', 'for'],
	['seats', 'for'],
	['seating', 'for'],
	['som', 'rymmer'],
	['rymmer'],
	['that', 'seats'],
	['that', 'holds'],
];
const ABOUT = [
	['minst'],
	['ca'],
	['cirka'],
	['omkring'],
	['ungefar'],
	['max'],
	['upp', 'till'],
	['over'],
	['mer', 'an'],
	['about'],
	['around'],
	['at', 'least'],
	['up', 'to'],
	['more', 'than'],
];
const PEOPLE =
	/^(?:personer|pers|person|st|gaster|deltagare|manniskor|people|persons|guests|participants|hengelle|henkilolle|henkea|شخص|اشخاص|نفر|осіб|людей|гостей|ሰባት|qof)$/;
const SEATS = /^(?:platser|sittplatser|sittande|stolar|seats|chairs|places)$/;
const AGE = /^(?:ar|aring(?:ar)?|years?|-?aring)/;
/** "80", or as many as the end of "80-100". */
const NUMBER = /^(?:\d{1,4}[-–])?(\d{1,4})$/;

const led = (words: readonly string[], at: number, leads: readonly string[][]): number =>
	leads.find((lead) => lead.every((word, place) => words[at + place] === word))?.length ?? 0;

/**
 * "för 80 personer", "plats för 50", "minst 100 sittplatser", "room for 40 people": folded words from a place on. `ofVenue`:
 * somebody looks for a room, so that "för 80" is enough.
 */
export function roomFor(words: readonly string[], at: number, ofVenue: boolean): RoomFor | null {
	const lead = led(words, at, LEADS);
	const loose = lead === 0 && ['for', 'med', 'till', 'with', 'на', 'برای', 'ل'].includes(words[at] ?? '') ? 1 : 0;
	const about = led(words, at + lead + loose, ABOUT);
	const start = lead + loose + about;
	const amount = words[at + start] ?? '';
	const people = Number(NUMBER.exec(amount)?.[1] ?? wholeTens(amount) ?? 0);
	if (people === 0) return null;
	const next = words[at + start + 1] ?? '';
	const named = SEATS.test(next);
	if (named || PEOPLE.test(next)) return { length: start + 2, people, ofRoom: ofVenue || named || lead > 0 };
	// "Hyra sal 100", "lokal 50": the last that is said.
	const last = ofVenue && about + loose === 0 && at > 0 && next === '' && people >= 10;
	const enough = lead > 0 || last || (ofVenue && words[at] === 'for' && !AGE.test(next));
	return enough ? { length: start + 1, people, ofRoom: true } : null;
}
