/** Words of addresses that say nothing of what was looked for. */
const empty = new Set(['fel', 'error', 'index', 'html', 'php', 'aspx']);

/** What a person may have looked for at an address that leads nowhere: the words of its last telling part. */
export function wordsOfPath(path: string): string {
	const parts = path.split('/').map(wordsOf).filter(Boolean);
	return parts.at(-1) ?? '';
}

function wordsOf(part: string): string {
	const words = decoded(part)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word && !empty.has(word.toLowerCase()));
	return words.some((word) => /\p{L}{2}/u.test(word)) ? words.join(' ').slice(0, 80).trim() : '';
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return '';
	}
}
