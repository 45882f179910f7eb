/** Lower case, punctuation to single blanks, diacritics kept: "ÖSTRA  LJUNGBY," gives "östra ljungby". */
export function tidy(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/['’´`:.]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** As `tidy`, and without diacritics: "Åre" gives "are", "Ærø" gives "aero". */
export function fold(text: string): string {
	return tidy(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/g, 'o').replace(/æ/g, 'ae');
}

const POINTS: Record<string, string> = { v: 'västra', ö: 'östra', o: 'östra', n: 'norra', s: 'södra' };
const WORDS: Record<string, string> = { st: 'sankt', sta: 'sankta', gla: 'gamla', lla: 'lilla', sthlm: 'stockholm' };

/** Written-out forms of the abbreviations of Swedish addresses: "V FRÖLUNDA" gives "västra frölunda". */
export function unabbreviate(tidied: string): string {
	const [first = '', ...rest] = tidied.split(' ');
	const written = rest.length > 0 ? (POINTS[first] ?? WORDS[first] ?? first) : (WORDS[first] ?? first);
	return [written, ...rest].join(' ');
}

/** A part of a URL: "Malung-Sälen" gives "malung-salen". */
export const slugOf = (text: string): string => fold(text).replaceAll(' ', '-');
