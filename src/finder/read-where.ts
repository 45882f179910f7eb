import { fold } from './fold.ts';
import { type Around, phraseAt, phrases, type Said, type SentenceReader } from './reader.ts';
import { conceptsOf } from './terms.ts';

const AROUND_IT =
	'i narheten av, inte langt fran, i trakten av, i utkanten av, strax utanfor, precis utanfor, norr om, soder om, oster om, vaster om, nara till, runt om, runt omkring, runt om i, close to, just outside, not far from';
const NEARBY = phrases(AROUND_IT);
const LEADS = phrases(
	`${AROUND_IT}, ${fold('i in nara near kring runt around omkring utanfor vid at outside في у в біля در نزدیک ኣብ ku').replaceAll(' ', ', ')}`,
);
/** A part of a place, before its name. */
const WITHIN =
	/^(?:the|centrala|norra|sodra|ostra|vastra|inre|hela|central|north|south|east|west|staden|kommunen|stadsdelen)$/;
/** What is around a place, behind its name. */
const BESIDE = phrases(
	'med omnejd, och omnejd, med omgivningar, och trakten, and surroundings, area, omradet, trakten, kommuns omrade',
);
const AROUND = /s?(?:trakten|området|omradet|regionen|bygden)$/i;
/** A county is no town: "Stockholms län". */
const COUNTY = /^(?:lan|lans|county)$/;
/** Words that are places too, when they are written as one: "Berg", "Sälen". */
const alsoWords = new Set(['berg', 'bro', 'salen']);
/** "På" leads to many things; to a place where it is an island, or is written as a name. */
const ISLAND = /^\p{Lu}|.{3,}(?:ö|o|land|holm|holmen)$/u;
/** A name of a place has at most so many words. */
const PLACE_WORDS = 3;

/** The name that stands at a place, and how many words it takes. */
function nameAt(words: readonly string[], at: number, { isPlace, given }: Around): Said | null {
	for (let length = PLACE_WORDS; length > 0; length--) {
		const name = words.slice(at, at + length);
		if (name.length < length) continue;
		if (alsoWords.has(name.join(' ')) && !/^[\p{Lu}]|ä/u.test(given[at]!)) continue;
		if (!isPlace(name.join(' '), true)) continue;
		if (COUNTY.test(words[at + length] ?? '')) return null;
		return { length, meaning: { place: given.slice(at, at + length).join(' ') } };
	}
	const [whole, own] = [given[at] ?? '', (given[at] ?? '').replace(AROUND, '')];
	if (own === whole || own.length < 2 || !isPlace(fold(own), true)) return null;
	return { length: 1, meaning: { place: own } };
}

/** The same with what is said about it. */
function placeAt(words: readonly string[], at: number, around: Around): Said | null {
	const whole = nameAt(words, at, around);
	const within = whole || !WITHIN.test(words[at] ?? '') ? null : nameAt(words, at + 1, around);
	const length = whole?.length ?? (within ? within.length + 1 : 0);
	const found = whole ?? within;
	return found && { ...found, length: length + phraseAt(words, at + length, BESIDE) };
}

/** "i närheten av Umeå": "i närheten" alone is near whoever asks. */
export const placeNearby: SentenceReader = (words, at, around) => {
	const lead = phraseAt(words, at, NEARBY);
	const found = lead > 0 ? placeAt(words, at + lead, around) : null;
	return found && { ...found, length: found.length + lead };
};

/** "i Sollefteå", "nära Upplands Väsby", "på Gotland": a place only behind a word that leads to one. */
const place: SentenceReader = (words, at, around) => {
	const island = words[at] === 'pa' && ISLAND.test(around.given[at + 1] ?? '');
	const lead = island ? 1 : phraseAt(words, at, LEADS);
	const found = lead > 0 ? placeAt(words, at + lead, around) : null;
	return found && { ...found, length: found.length + lead };
};

/** "Tukholmassa", "ستوكهولم": what can be nothing but a place. */
const placeAlone: SentenceReader = (words, at, { isPlace, given }) => {
	const length = [2, 1].find((one) => at + one <= words.length && isPlace(words.slice(at, at + one).join(' '), false));
	return length ? { length, meaning: { place: given.slice(at, at + length).join(' ') } } : null;
};

const MANY = /(?:(?<!k)ar|er|or|arna|erna|orna)$/;
/** "Körer" are several of what is known, "scoutkår" is not. */
const areMany = (word: string) => {
	const one = word.replace(MANY, '');
	return one !== word && conceptsOf(one).length > 0 && conceptsOf(word).length > 0;
};
/** A name has more words than "Umeås alla körer". */
const MOST_OF_PLACE = 3;

/** "Umeås körer", "Lunds alla kaféer": several of something; "Umeås schackklubb" is a name. */
const placeOf: SentenceReader = (words, at, { isPlace, given }) => {
	const rest = given.slice(1);
	if (at > 0 || rest.length === 0 || words.length > MOST_OF_PLACE || !words[0]!.endsWith('s')) return null;
	if (!areMany(words.at(-1)!) || rest.some((word) => /\p{Lu}/u.test(word))) return null;
	const name = [words[0]!.replace(/s$/, ''), words[0]!].find((one) => !alsoWords.has(one) && isPlace(one, true));
	return name ? { length: 1, meaning: { place: given[0]!.slice(0, name.length) } } : null;
};

const KM: Record<string, number> = {
	km: 1,
	kilometer: 1,
	kilometers: 1,
	kilometres: 1,
	mil: 10,
	mile: 1.6,
	miles: 1.6,
};
const atMost = phrases('som mest, upp till, inom, max, hogst, within');
const from = phrases('fran, av, runt, kring, omkring, from, of, around');
const FARTHEST = 1000;

/** "inom 5 km från Lund", "2 mil från Lund", "within 10 km of me". A distance that is from nowhere is anything: "5 km". */
const distance: SentenceReader = (words, at, around) => {
	const lead = phraseAt(words, at, atMost);
	const [amount, unit] = [words[at + lead] ?? '', words[at + lead + 1] ?? ''];
	const radius = Math.round(Number(amount.replace(',', '.')) * (KM[unit] ?? Number.NaN) * 10) / 10;
	if (amount === '' || !(radius > 0 && radius <= FARTHEST)) return null;
	const next = at + lead + 2;
	const where = phraseAt(words, next, from);
	const found = where > 0 ? placeAt(words, next + where, around) : null;
	if (found) return { length: next + where + found.length - at, meaning: { radius, ...found.meaning } };
	const me = where > 0 && /^(?:mig|oss|me|us|here|har)$/.test(words[next + where] ?? '');
	if (me) return { length: next + where + 1 - at, meaning: { radius, untold: ['me'] } };
	return lead > 0 ? { length: next - at, meaning: { radius } } : null;
};

/** What is said of where. */
export const whereReaders: readonly SentenceReader[] = [distance, place, placeOf];
/** The same, to be tried last. */
export const lateWhereReaders: readonly SentenceReader[] = [placeAlone];
