import { bodies, forms, sections, shortened, silent, spelled } from './words.ts';

/** A name taken apart, for being held beside others. Words without marks and inflection. */
export interface NameParts {
	words: string[];
	/** The words in order of letters, as one text: the same for names that differ by the order of words. */
	sorted: string;
	/** All letters and digits in a row: blanks and hyphens do not count. */
	letters: string;
}

/** How two names stand to each other, the nearest first. */
export type NameLikeness =
	/** The same but for case, marks, signs, inflection or the order of words. */
	| 'same'
	/** The same when abbreviations are written out. */
	| 'spelled'
	/** One has words that name no other body: "ideella föreningen", or the place where both are. */
	| 'near'
	/** A letter apart. */
	| 'misspelt'
	/** The same if what is in short stands for what the other has in full, where it may stand for more ("SK"). */
	| 'initials'
	/** One has more words, which may tell it from the other. */
	| 'more'
	/** Much in common. */
	| 'alike'
	/** One of them says that it is a section, a branch or for some: another body. */
	| 'section'
	/** Each names another place: two branches. */
	| 'elsewhere'
	/** Other numbers. */
	| 'numbers'
	| 'different';

/** Letters without marks, in lower case: "Språkkafé" gives "sprakkafe". */
const plain = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.replace(/ø/g, 'o')
		.replace(/æ/g, 'a')
		.replace(/['’´`]/g, '');

/** Without a genitive, a definite ending or the plural of a body: "föreningens", "klubben" as "klubb". */
function stem(word: string): string {
	if (word.length < 5) return word;
	const bare = word.replace(/(?<=[^s])s$/, '');
	return bare.replace(/(forening|klubb|sallskap|korps|lag|gille)(en|et)$/, '$1').replace(/kretsen$/, 'krets');
}

/** A name taken apart. */
export function nameParts(name: string): NameParts {
	let text = plain(name)
		.replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
		.replace(/\([^)]*(vilande|avvecklad|upplost|avslutad)[^)]*\)/g, ' ')
		.replace(/(\S)&(\S)/g, '$1 $2')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	for (const [short, full] of spelled) text = ` ${text} `.replace(` ${full} `, ` ${short} `).trim();
	const said = text
		.split(' ')
		.filter((word, place) => word !== '' && !silent.has(word) && (word !== 'o' || place === 0));
	const words = said.map((word, place) => (place === 0 && shortened[word]) || stem(word));
	return { words, sorted: [...words].sort().join(), letters: said.join('') };
}

/** Whether one is the other in short: "if", "idrottsforening". */
const abbreviates = (short: string, word: string): boolean => bodies[short]?.includes(word) ?? false;

/** Whether one may be the other in short: "hk", "handbollsklubb"; or is cut off: "reumatikerforen". */
function mayAbbreviate(short: string, word: string): boolean {
	if (short.length >= 6) return word.startsWith(short);
	const head = /(klubb|forening|sallskap)$/.exec(word)?.[0];
	return (
		Boolean(head) &&
		/^[a-z]{2,3}$/.test(short) &&
		short[0] === word[0] &&
		short.at(-1) === head![0] &&
		(short.length === 2 || word.slice(1).includes(short[1]!))
	);
}

/** Letters to be added, taken, changed or turned round to make one word the other; above `most` it says `most` + 1. */
export function editsBetween(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			row[j] = Math.min(old[j]! + 1, row[j - 1]! + 1, old[j - 1]! + cost);
			if (cost && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				row[j] = Math.min(row[j]!, older[j - 2]! + 1);
		}
		[older, old] = [old, row];
	}
	return Math.min(old[b.length]!, most + 1);
}

const isNumber = (word: string) => /\d/.test(word) || /^[ivx]{2,4}$/.test(word);

/** A letter too many, too few, turned round, or another: not one of the first three, since "Ansmark" is not "Anumark". */
function isMisspelt(one: string, other: string): boolean {
	if (Math.min(one.length, other.length) < 6 || isNumber(one) || isNumber(other) || one[0] !== other[0]) return false;
	if (editsBetween(one, other, 1) > 1) return false;
	const turned = one.length === other.length && [...one].sort().join() === [...other].sort().join();
	return turned || one.length !== other.length || one.slice(0, 3) === other.slice(0, 3);
}

/** What pairing the words of two names leaves, and how the pairs are alike. */
interface Paired {
	left: [string[], string[]];
	/** Letters of words that pair, of all letters. */
	share: number;
	short: boolean;
	initials: boolean;
	misspelt: boolean;
}

function pairWords(a: readonly string[], b: readonly string[]): Paired {
	const left: [string[], string[]] = [[], [...b]];
	const result = { left, share: 0, short: false, initials: false, misspelt: false };
	let open = [...a];
	const take = (fits: (one: string, other: string) => boolean): boolean => {
		const still = open.filter((word) => {
			const place = left[1].findIndex((other) => fits(word, other));
			if (place >= 0) left[1].splice(place, 1);
			return place < 0;
		});
		const found = still.length < open.length;
		open = still;
		return found;
	};
	take((one, other) => one === other);
	result.short = take((one, other) => abbreviates(one, other) || abbreviates(other, one));
	result.misspelt = take(isMisspelt);
	result.initials = take((one, other) => mayAbbreviate(one, other) || mayAbbreviate(other, one));
	left[0] = open;
	const letters = (words: readonly string[]) => words.reduce((sum, { length }) => sum + length, 0);
	const all = letters(a) + letters(b);
	result.share = all ? 1 - (letters(left[0]) + letters(left[1])) / all : 0;
	return result;
}

const isSection = (word: string) =>
	sections.has(word) ||
	/(sektion|avdelning|kvinnor|ungdom|distrikt|krets|forbund|supporter|junior|veteran|damer|herrar)/.test(word);

/** The words of places, as `placeWords` gives them. */
type Places = Pick<ReadonlySet<string>, 'has'>;

/** How two names stand to each other. `places`: words of the places where both are. */
export function compareNames(a: NameParts, b: NameParts, places: Places): NameLikeness {
	if (a.letters === b.letters || a.sorted === b.sorted) return 'same';
	const { left, share, short, initials, misspelt } = pairWords(a.words, b.words);
	if (share === 0) return 'different';
	const [own, other] = left.map((words) => words.filter((word) => !forms.has(word))) as [string[], string[]];
	const numbers = [own, other].map((words) => words.filter(isNumber).join());
	if (numbers[0] !== numbers[1]) return 'numbers';
	if (own.some(isSection) || other.some(isSection)) return 'section';
	if (!own.length && !other.length) {
		if (initials) return 'initials';
		if (misspelt) return 'misspelt';
		return left.flat().length ? 'near' : short ? 'spelled' : 'same';
	}
	// A blank or a hyphen more, and a letter: what pairing words can't see.
	if (Math.min(a.letters.length, b.letters.length) > 10 && a.letters[0] === b.letters[0] && differsWithin(a, b))
		return 'misspelt';
	const places2 = [own, other].map((words) => words.filter((word) => places.has(word)).length);
	if (places2[0] && places2[1]) return 'elsewhere';
	const rest = [...own, ...other].filter((word) => !places.has(word));
	// What is left must name it: "Alnö IF" is not "Alnö".
	if (!rest.length) return namesBody(a, left[0], places) ? 'near' : 'alike';
	if ((!own.length || !other.length) && share >= 0.5) return 'more';
	return share >= 0.6 ? 'alike' : 'different';
}

/** Whether the words that pair say more than a place and "förening". */
function namesBody({ words }: NameParts, left: readonly string[], places: Places): boolean {
	const paired = words.filter((word) => !left.includes(word));
	return paired.some((word) => !forms.has(word) && !places.has(word));
}

function differsWithin(a: NameParts, b: NameParts): boolean {
	return a.words.length !== b.words.length && editsBetween(a.letters, b.letters, 1) <= 1;
}

/** The words of places, as names are taken apart: of a municipality, a post town, a settlement. */
export function placeWords(...names: (string | null)[]): Set<string> {
	return new Set(names.flatMap((name) => (name ? nameParts(name).words : [])));
}
