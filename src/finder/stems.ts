import { stemmer } from '@orama/stemmers/swedish';

const stems = new Map<string, string>();

/** The stem of a folded word. Words that mean the same share one: "pingis" and "bordtennis", "segling" and "seglare". */
export function stemOf(word: string): string {
	const known = stems.get(word);
	if (known !== undefined) return known;
	const own = STEMMED.test(word) ? settled(ownStemOf(word)) : word;
	const stem = own.length >= 4 || own !== word || SHORT.has(own) ? (sameAs.get(own) ?? own) : own;
	if (stems.size > 200_000) stems.clear();
	stems.set(word, stem);
	return stem;
}

/** What a compound holds that is about a word: its own stem as it is written, and those of words that mean the same. */
export function rootsOf(word: string): string[] {
	const own = STEMMED.test(word) ? ownStemOf(word) : word;
	const roots = [own, ...(meaning.get(stemOf(word)) ?? [])].flatMap((root) => [root, settled(root), withVowel(root)]);
	return [...new Set(roots)].filter((root) => root.length >= 4);
}

/** Not "Västerås" and "Strängnäs": what looks like an ending there is half of the name. */
const STEMMED = /^(?=[a-z]{4,}$)(?!.*(?<![aeo]rn)as$)/;

/**
 * Words, and ends of compounds, that only look as if they had an ending: a stemmer makes "kur" of "kurs", "heml" of "hemlandet"
 * and "kallb" of "kallbad".
 */
const HEAD =
	/^(.*(?:(?:hem|ut|in|hog|norr|grann)land|band|stand|bad|blad|grad|(?<=s)rad|harad|stad|kurs|plats|(?<![aeio])vers|hons|krets|kids|cirkus))(?:e[nt]s?)?$/;
/** "Datorn" and "cykeln": an n that a stemmer leaves. */
const WITHOUT_N = /(?<=(?:[aeiou]k?t|past|ment)or|.{2}[bdfgkmnstv]el)ns?$/;

function ownStemOf(word: string): string {
	const head = HEAD.exec(word)?.[1];
	return head ?? actOf(shortNoun(stemmer(word.replace(WITHOUT_N, ''))));
}

/** "korer", "koren" and "kor" meet: an ending that the Snowball stemmer leaves on a word of five or six letters goes. */
function shortNoun(stem: string): string {
	if (stem.length < 5 || stem.endsWith('ering')) return stem;
	return stem.replace(/(?:erna|arna|orna|en|et|er|ar|or|(?<=.{4})an)$/, (end) =>
		stem.length - end.length >= 3 ? '' : end,
	);
}

/** What is done and who does it: "biodling" is "biodl" as "biodlare" is. Not "forening", "bildning", "orientering", nor the English "parking". */
const actOf = (stem: string): string => stem.replace(/(?<=.{4})(?:(?<!fore|bild)ning|(?<!n|er|park)ing)$/, '');

/**
 * A vowel that comes and goes: "fagel" and "faglar", "orkester" and "orkestrar", "lager" and "lagret". An m that is doubled: "rummet".
 * An n behind a vowel that is no ending of its own: "innebandyn", "demokratin", "judon", but "station". A stemmer takes a t too many.
 */
const settled = (stem: string): string =>
	stem
		.replace(/(?<=[a-z]{2}[bdfgkmnstv])el$/, 'l')
		.replace(/(?<=[a-z]{3}t|[a-z]{2}(?:g|dd|ff))r$/, '')
		.replace(/(?<=ru|he|gy|si)mm$/, 'm')
		.replace(/(?<=[a-z]{3}(?:y|(?<!m)u|(?<!i|m)o)|[a-z]{4}i|radio|studio)n$/, '')
		.replace(/(?<=[ck]af)e$/, '')
		.replace(/(?<=[a-z]{3}al|ell)t$/, '')
		.replace(/skyt$/, 'skytt');

const withVowel = (root: string): string => root.replace(/(?<=[a-z]{2}[bdfgkmnstv])l$/, 'el');

/** What means the same, or is formed otherwise than the rules see: a stem, and the stems and short words that are it. */
const meaning = new Map(
	Object.entries({
		bordtennis: 'pingis',
		gaming: 'datorspel tvspel esport',
		brott: 'brottas',
		gymnastik: 'gympa gymp jympa jymp gymnast',
		motorcykl: 'mc motorcycl',
		senior: 'pension pensionar seni aldr',
		biograf: 'bio bion',
		museum: 'muse',
		krist: 'kristn',
		vap: 'vapn',
		yog: 'yogan',
		aul: 'aulan',
		funktionshind:
			'handikap handikapp funktionsned funktionsnedsat funktionsnedsatt funktionsnedsattning funktionshindr funktionsvariation',
		fackforen: 'fackforening fackforbund',
		nykt: 'nykter nykterist',
		cykl: 'cyklist',
		segl: 'segel',
		rid: 'ridning',
		sim: 'simning simm',
		box: 'boxning',
		dyk: 'dykning',
		lop: 'lopning',
		vav: 'vavning',
		tran: 'traning',
		odl: 'odling',
		dans: 'dan',
		sang: 'sjung',
		skytt: 'skjut',
		jakt: 'jag jagar',
	}).map(([stem, words]): [string, string[]] => [stem, [stem, ...words.split(' ')]]),
);
/** Of words too short for a stem only these: "Dan" is a name, and "jag" no hunter. */
const SHORT = new Set(['mc', 'bio', 'sim', 'rid']);
const sameAs = new Map([...meaning].flatMap(([stem, words]) => words.map((word): [string, string] => [word, stem])));
