import { create, insertMultiple, search } from '@orama/orama';
import { language, stemmer } from '@orama/stemmers/swedish';
import type { Build } from './peer.ts';

/** So many entries are given at a time. */
const AT_ONCE = 2000;

/** Orama with its Swedish stemmer; one letter may differ, every word must be met. */
export const build: Build = async (docs, fields) => {
	const names = fields.map(({ name }) => name);
	const index = create({
		schema: Object.fromEntries(names.map((name) => [name, 'string' as const])),
		components: { tokenizer: { language, stemming: true, stemmer } },
	});
	let waiting: Record<string, string>[] = [];
	for (const { id, texts } of docs) {
		waiting.push({ id: String(id), ...Object.fromEntries(names.map((name, place) => [name, texts[place]!])) });
		if (waiting.length < AT_ONCE) continue;
		await insertMultiple(index, waiting, AT_ONCE);
		waiting = [];
	}
	await insertMultiple(index, waiting, AT_ONCE);
	const boost = Object.fromEntries(fields.map(({ name, weight }) => [name, weight]));
	return {
		async text(term, limit) {
			const { hits } = await search(index, { term, limit, boost, tolerance: 1, threshold: 0 });
			return hits.map(({ id }) => Number(id));
		},
	};
};
