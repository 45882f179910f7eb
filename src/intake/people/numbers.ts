/** A count as tables write it: a number, `hidden` where it is left out or covered ("..", "x", ""), or null for anything else. */
export function countOf(text: string | undefined): number | 'hidden' | null {
	const plain = (text ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
	if (/^(|\.\.?|…|x|-|–|null|nan)$/i.test(plain)) return 'hidden';
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Whom a row counts: everybody, women, or men; null for what is none of it. */
export function sexOf(text: string): 'all' | 'women' | 'men' | null {
	const plain = text.trim().toLowerCase();
	if (/^(1\+2|tot|totsa|totalt|total|samtliga|båda.*|both.*|totalt, .*|t)$/.test(plain)) return 'all';
	if (/^(2|k|kv|kvinna|kvinnor|f|female|females|women)$/.test(plain)) return 'women';
	return /^(1|m|man|män|male|males|men)$/.test(plain) ? 'men' : null;
}

const CLASSES: readonly [pattern: RegExp, value: 1 | 2 | 3 | 4 | 5][] = [
	[/stora socioekonomiska utmaningar/, 1],
	[/socioekonomiska utmaningar/, 2],
	[/blanda/, 3],
	[/mycket goda/, 5],
	[/goda/, 4],
];

/** The socio-economic type that a text names: "3", "Områdestyp 3", "3 Socioekonomiskt blandade områden", or the words alone. */
export function classOf(text: string): 1 | 2 | 3 | 4 | 5 | null {
	const plain = text.trim().toLowerCase();
	const digit = /^(?:områdestyp|typ|klass)?\s*([1-5])(?:\.0+)?(?!\d)/.exec(plain)?.[1];
	if (digit) return Number(digit) as 1 | 2 | 3 | 4 | 5;
	return CLASSES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
