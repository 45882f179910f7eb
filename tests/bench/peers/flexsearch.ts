import { Charset, Document } from 'flexsearch';
import type { Build } from './peer.ts';

/** FlexSearch with beginnings of words and its charset that hears alike letters as one. It has no weights but the order of the fields. */
export const build: Build = async (docs, fields) => {
	const names = fields.map(({ name }) => name);
	const index = new Document({
		document: { id: 'id', index: names },
		tokenize: 'forward',
		encoder: Charset.LatinBalance,
	});
	for (const { id, texts } of docs)
		index.add({ id, ...Object.fromEntries(names.map((name, place) => [name, texts[place]!])) });
	return {
		text(q, limit) {
			// One list for each field; the first field that has an entry places it.
			const found = index.search(q, { limit }) as { result: (number | string)[] }[];
			return [...new Set(found.flatMap(({ result }) => result.map(Number)))].slice(0, limit);
		},
	};
};
