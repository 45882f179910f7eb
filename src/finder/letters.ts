/**
 * Letters that people write in more than one way though they mean the same, in the scripts of Sweden's newcomers. Only what
 * two literate people would spell differently is folded; letters that tell words apart stay.
 */

/** Whether there is anything here to do: Cyrillic, Arabic or Ethiopic letters, or a mark that only those scripts need. */
const concerned = /[\u0400-\u04ff\u0600-\u06ff\u1200-\u137f]/;

/** Arabic and Persian keyboards have letters of their own for the same sound; hamza and dots of the last letter are left out. */
const ARABIC: Record<string, string> = {
	ٱ: 'ا',
	ی: 'ي',
	ى: 'ي',
	ے: 'ي',
	ک: 'ك',
	ة: 'ه',
	ە: 'ه',
	ہ: 'ه',
};

/** Rows of the Ethiopic block with as many letters: homophones in Tigrinya, and k and q that soften after a vowel. */
const ETHIOPIC_ROWS: [from: number, to: number, letters: number][] = [
	[0x1220, 0x1230, 8], // ሠ ሰ
	[0x1340, 0x1338, 8], // ፀ ጸ
	[0x1280, 0x1210, 8], // ኀ ሐ
	[0x1250, 0x1240, 16], // ቐ ቀ
	[0x12b8, 0x12a8, 16], // ኸ ከ
];
/** First letters that are said as the fourth: አ as ኣ, ሀ as ሃ, ሐ as ሓ, ዐ as ዓ. ሀ, ሐ and አ, ዐ are sounds of their own. */
const ETHIOPIC_OPEN = new Set([0x12a0, 0x1200, 0x1210, 0x12d0]);
/** Rows with a w in them, each after its plain row: ቈ is written ቆ, ቍ and ቊ are written ቁ. */
const ETHIOPIC_ROUND = new Set([0x1240, 0x12a8, 0x1308]);

/** The letters that any of this changes. */
const ETHIOPIC =
	/[\u1200\u1210\u1220-\u1227\u1248-\u124d\u1250-\u125d\u1280-\u1287\u12a0\u12b0-\u12b5\u12b8-\u12c5\u12d0\u1310-\u1315\u1340-\u1347]/g;

function ethiopic(letter: string): string {
	let code = letter.charCodeAt(0);
	const found = ETHIOPIC_ROWS.find(([from, , letters]) => code >= from && code < from + letters);
	if (found) code += found[1] - found[0];
	const row = (code & ~7) - 8;
	if (ETHIOPIC_ROUND.has(row)) {
		const order = code & 7;
		if (order === 0) code = row + 6;
		if (order === 2 || order === 5) code = row + 1;
	}
	return String.fromCharCode(ETHIOPIC_OPEN.has(code) ? code + 3 : code);
}

/** A text in lower case, decomposed (NFKD), with й and ї in one piece again: they are letters, and not и and і with a mark. */
export const keepCyrillic = (text: string): string => text.replace(/\u0438\u0306/g, 'й').replace(/\u0456\u0308/g, 'ї');

/** Letters that mean the same as one letter, in a text without marks. Other scripts stay as they are. */
export function foldLetters(text: string): string {
	if (!concerned.test(text)) return text;
	return (
		text
			// "комп'ютер" is written with any of six signs, or none
			.replace(/(?<=[\u0430-\u045f])['’ʼ`´′](?=[\u0430-\u045f])/g, '')
			// tatweel stretches a word; a zero-width joiner or non-joiner only says how it looks
			.replace(/[\u0640\u200c\u200d]/g, '')
			.replace(/[ٱیىےکةەہ]/g, (letter) => ARABIC[letter]!)
			.replace(/ء(?![\u0621-\u064a])/g, '')
			.replace(ETHIOPIC, ethiopic)
	);
}

/**
 * An Arabic word without "the", "for the" or "in the", so that "المكتبة", "للأطفال" and "بالسويدية" meet their word. A word
 * that begins like an article (ألعاب) loses that too, with an article before it and without: the two still meet.
 */
export const withoutArticle = (word: string): string =>
	/^[ابل]/.test(word) ? word.replace(/^بال(?=.{4})/, '').replace(/^(?:ال|لل)+(?=.{3})/, '') : word;
