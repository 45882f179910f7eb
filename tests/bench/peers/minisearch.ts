import MiniSearch from 'minisearch';
import type { Build } from './peer.ts';

/** MiniSearch as its own guide sets it up: beginnings of words, a fifth of the letters may differ, every word must be met. */
export const build: Build = async (docs, fields) => {
	const names = fields.map(({ name }) => name);
	const index = new MiniSearch({
		fields: names,
		searchOptions: {
			boost: Object.fromEntries(fields.map(({ name, weight }) => [name, weight])),
			prefix: true,
			fuzzy: 0.2,
			combineWith: 'AND',
		},
	});
	for (const { id, texts } of docs)
		index.add({ id, ...Object.fromEntries(names.map((name, place) => [name, texts[place]])) });
	return {
		text: (q, limit) =>
			index
				.search(q)
				.slice(0, limit)
				.map(({ id }) => id as number),
	};
};
