import { decodeHTMLStrict } from 'entities/decode';

/**
 * Zero-width characters, byte order marks, soft hyphens and control signs: never meant by anyone. Joiners stay where
 * they have a meaning: in Arabic and Persian script, and in emoji.
 */
const INVISIBLE = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}]|(?<![\p{Script=Arabic}\p{So}\p{Emoji}])[\u200c\u200d]/gu;

/** One line of text as a person meant it: entities decoded, invisible signs out, blanks single, NFC. */
export const cleanLine = (text: string): string => bare(text).replace(/\s+/g, ' ').trim();

/** A longer text: as a line, with its paragraphs kept and marks of HTML taken out. */
export function cleanText(text: string): string {
	const plain = withoutTags(bare(text).replace(/<\s*(br|\/p|\/li|\/div)\s*\/?>/gi, '\n'));
	const lines = plain.split(/\r\n|\n|\r/).map((line) => line.replace(/[^\S\n]+/g, ' ').trim());
	return lines
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** Without the marks of HTML. */
export const withoutTags = (text: string): string => text.replace(/<\/?[a-z][^<>]{0,500}>/gi, '');

/** Exports can be encoded twice ("&amp;amp;"), so entities are decoded until nothing changes. */
function bare(text: string): string {
	let plain = text;
	for (let before = ''; plain !== before && plain.includes('&'); ) {
		before = plain;
		plain = decodeHTMLStrict(plain);
	}
	return plain.normalize('NFC').replace(INVISIBLE, '').normalize('NFC');
}

/** Cleans again until nothing changes any more: taking one thing off can bare another. */
export function settled(clean: (text: string) => string, text: string): string {
	let result = clean(text);
	for (let round = 0; round < 8; round++) {
		const again = clean(result);
		if (again === result) return result;
		result = again;
	}
	return result;
}
