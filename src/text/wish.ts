/** Languages whose readers are better served in Swedish than in English. */
const nordic = new Set(['sv', 'nb', 'nn', 'no', 'da']);

/** The language that a browser asks for first (RFC 9110 §12.5.4); null when it asks for none. */
export function wishedLocale(acceptLanguage: string | null): 'sv' | 'en' | null {
	const wishes = (acceptLanguage ?? '')
		.slice(0, 500)
		.split(',')
		.map((part) => {
			const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
			const quality = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
			return { language: tag.split('-')[0]!, quality };
		})
		.filter(({ language, quality }) => /^[a-z]{2,3}$/.test(language) && quality > 0)
		.sort((a, b) => b.quality - a.quality);
	const [first] = wishes;
	if (!first) return null;
	return nordic.has(first.language) ? 'sv' : 'en';
}
