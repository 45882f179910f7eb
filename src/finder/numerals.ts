const small = 'noll ett tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton femton'.split(' ');
const tens = 'tjugo trettio fyrtio femtio sextio sjuttio attio nittio hundra'.split(' ');
const english = 'twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(' ');

const large = new Map([
	...[tens, english].flatMap((words) => words.map((word, place) => [word, (place + 2) * 10] as const)),
	...small.slice(1, 10).map((word, place) => [`${word}hundra`, (place + 1) * 100] as const),
]);

/** What a small number is in Swedish, folded, 0 to 15; null for another word. */
export function smallNumber(word: string): number | null {
	const place = small.indexOf(word);
	return place < 0 ? null : place;
}

/** How many people a folded word tells of: a whole ten, or whole hundreds, in Swedish and English; null for another word. */
export const wholeTens = (word: string): number | null => large.get(word) ?? null;
