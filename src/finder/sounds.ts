import { spell } from './fold.ts';

/**
 * How a Swedish name can be written by ear in Cyrillic, Arabic or Ethiopic letters, as a pattern of the Swedish letters that each
 * foreign one can stand for: "Malmö" is مالمو, Мальме and ማልሞ. For names that no table has.
 */

const ANY = '[aeiouyåäö]';
/** Sounds that Swedish writes in several ways: "Köping", "Sjöbo", "Stjärnhov", "Tjörn". */
const SH = '(?:s[kt]?j?|sch|rs|tj|kj?|ch)';
const J = '(?:[gdhl]?j|g|y)';

/** Arabic and Persian, folded. Short vowels are not written. */
const ARABIC: Record<string, string> = {
	ب: '[bp]',
	پ: 'p',
	ت: '[td]',
	ط: '[td]',
	ث: 't',
	ج: `(?:${J}|k)`,
	چ: SH,
	ح: '[hk]',
	خ: '(?:[hk]|sk|ch)',
	د: '[dt]',
	ض: 'd',
	ذ: 'd',
	ر: 'r',
	ز: 's',
	ظ: 's',
	ژ: `(?:${J}|${SH})`,
	س: 's',
	ص: 's',
	ش: SH,
	ع: ANY,
	غ: `(?:g|${J})`,
	ف: '[fv]',
	ڤ: 'v',
	ق: '[kg]',
	ك: '[kg]',
	گ: `(?:[gk]|${J})`,
	ل: 'l',
	م: 'm',
	// "ng" is one sound
	ن: 'n[gk]?',
	ه: '(?:h|[aeäå])',
	ا: '[aeoåäö]',
	و: '(?:[oueyåäö]+|v)',
	ي: `(?:j?[eiyåäö]+|${J})`,
};

const SOFT = '[gdhl]?j?';
const CYRILLIC: Record<string, string> = {
	а: '[aåä]',
	б: 'b',
	в: 'v',
	г: '[gh]',
	ґ: 'g',
	д: 'd',
	е: `${SOFT}[eäöå]`,
	є: `(?:g|${SOFT})[eäö]`,
	ж: `(?:${J}|${SH})`,
	з: '[sz]',
	и: '[iye]',
	і: '[iye]',
	ї: 'j?[iye]',
	ы: '[iy]',
	э: '[eäö]',
	й: J,
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: '[oåöu]',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: '[uoåy]',
	ф: '[fv]',
	х: '(?:[hk]|ch)',
	ц: '(?:ts|s|c)',
	ч: SH,
	ш: SH,
	щ: SH,
	ь: '',
	ъ: '',
	ю: `${SOFT}[uyöo]`,
	я: `${SOFT}[aäe]`,
};

/** Rows of the Ethiopic block, eight letters each, that are left after folding: a consonant, by its first letter. */
const ETHIOPIC: Record<string, string> = {
	ሀ: 'h',
	ለ: 'l',
	ሐ: 'h',
	መ: 'm',
	ረ: 'r',
	ሰ: 's',
	ሸ: SH,
	ቀ: 'k',
	በ: 'b',
	ቨ: 'v',
	ተ: 't',
	ቸ: SH,
	ነ: 'n',
	ኘ: 'nj?',
	አ: '',
	ከ: '[kh]',
	ወ: '(?:v|o)?',
	ዐ: '',
	ዘ: 's',
	ዠ: SH,
	የ: J,
	ደ: 'd',
	ጀ: J,
	ገ: `(?:g|${J})`,
	ጠ: 't',
	ጨ: SH,
	ጸ: 's',
	ፈ: '[fv]',
	ፐ: 'p',
};
/** Its seven vowels; the sixth is none, or a short one. */
const ORDERS = [ANY, '[uoåyö]', '(?:[iyeä]|g)', '[aåä]', '[eäiö]', `${ANY}?`, '[oåöu]'];

/** A Swedish name as it sounds, roughly: one letter for what is written in several ways, none twice in a row. */
export const soundOf = (name: string): string =>
	spell(name)
		.replace(/[^\p{L}]/gu, '')
		.replace(/é/g, 'e')
		.replace(/x/g, 'ks')
		.replace(/ck|q/g, 'k')
		.replace(/w/g, 'v')
		.replace(/z/g, 's')
		.replace(/ph/g, 'f')
		.replace(/th/g, 't')
		.replace(/c(?=[eiy])/g, 's')
		.replace(/c(?!h)/g, 'k')
		.replace(/(.)\1+/g, '$1');

/** The pattern that the sound of a Swedish name meets when it is written like a folded word; null when that is in other letters. */
export function patternOf(folded: string): RegExp | null {
	const letters = [...folded.replace(/(.)\1+/g, '$1')];
	const read = /^[\u0400-\u04ff]+$/.test(folded)
		? each(letters, (letter) => CYRILLIC[letter])
		: /^[\u0600-\u06ff]+$/.test(folded)
			? arabic(letters)
			: /^[\u1200-\u137f]+$/.test(folded)
				? each(letters, ethiopic)
				: null;
	return read === null ? null : new RegExp(`^${read}$`);
}

/** All letters one after the other; null when one is unknown. */
function each(letters: readonly string[], read: (letter: string) => string | undefined): string | null {
	const parts = letters.map(read);
	return parts.includes(undefined) ? null : parts.join('');
}

function arabic(letters: readonly string[]): string | null {
	const [first, second] = letters;
	if (first !== 'ا') return spoken(letters);
	// An alif carries any vowel, one that is written after it too; before an s and another consonant it is only a help.
	const rest = spoken(letters.slice(second === 'و' || second === 'ي' ? 2 : 1));
	return rest === null ? null : `${second === 'س' ? `${ANY}?` : `${ANY}+`}${rest}`;
}

/** Between two consonants there can be a vowel that nobody writes. */
function spoken(letters: readonly string[]): string | null {
	const parts = letters.map((letter) => ARABIC[letter]);
	return parts.includes(undefined) ? null : parts.join(`${ANY}?`);
}

function ethiopic(letter: string): string | undefined {
	const code = letter.charCodeAt(0);
	const consonant = ETHIOPIC[String.fromCharCode(code & ~7)];
	const vowel = ORDERS[code & 7];
	if (consonant === undefined || vowel === undefined) return undefined;
	return consonant === '' && (code & 7) === 5 ? ANY : consonant + vowel;
}
