import type { Equipment } from '../domain/taxonomies.ts';
import { isRoom } from './any-room.ts';
import { phraseAt, phrases, type SentenceReader } from './reader.ts';
import { roomFor } from './room-for.ts';
import { conceptsOf } from './terms.ts';

/** "för 80 personer", "minst 100 sittplatser": of a room; how many come to anything else nothing can be found by. */
const seats: SentenceReader = (words, at, { ofVenue }) => {
	const read = roomFor(words, at, ofVenue);
	return read && { length: read.length, meaning: read.ofRoom ? { seats: read.people } : { untold: ['seats'] } };
};

const leads = phrases(
	'med tillgang till, dar det finns, som ocksa har, och tillgang till, with access to, som har, med, och, samt, plus, eller, that has, which has, with, and, has, har',
);
const HOW = /^(?:a|an|en|ett|bra|stort|stor|litet|liten|eget|egen|egna|fint|fullt|utrustat|good|big|large|own|the)$/;

/** The equipment that one or two words are a term for and nothing else; `led`: something else too. */
function thingAt(words: readonly string[], at: number, led: boolean): { length: number; code: Equipment } | null {
	for (const length of [2, 1]) {
		const phrase = words.slice(at, at + length);
		if (phrase.length < length) continue;
		const concepts = conceptsOf(phrase.join(' '));
		const found = concepts.find(({ set }) => set === 'equipment');
		if (found?.set === 'equipment' && (led || concepts.every(({ set }) => set === 'equipment')))
			return { length, code: found.code };
	}
	return null;
}

/** "med kök", "och en scen", "projektor", of a room; a choir "med piano" is another thing. */
const equipped: SentenceReader = (words, at, { ofVenue }) => {
	if (!ofVenue) return null;
	// A sign that stands by itself ("&") leads on, too.
	const lead = words[at] === '' ? 1 : phraseAt(words, at, leads);
	let start = at + lead;
	while (lead > 0 && HOW.test(words[start] ?? '')) start++;
	// By itself it is one behind a room or another: "lokal kök projektor".
	if (lead === 0 && !isRoom(words[at - 1] ?? '') && !thingAt(words, at - 1, true)) return null;
	const found = thingAt(words, start, lead > 0);
	return found && { length: start + found.length - at, meaning: { equipment: [found.code] } };
};

/** "Lokal rullstol": of a room, who is to get in; else a wheelchair is danced in as well. */
const wheelchair: SentenceReader = (words, at, { ofVenue }) =>
	ofVenue && /^(?:rullstol(?:ar)?|wheelchairs?)$/.test(words[at] ?? '')
		? { length: 1, meaning: { access: ['step_free_entrance'] } }
		: null;

/** What is said of a room. */
export const roomReaders: readonly SentenceReader[] = [seats, equipped, wheelchair];
