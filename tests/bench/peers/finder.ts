import { everything } from '../../../src/domain/query.ts';
import { SearchIndex } from '../../../src/finder/search-index.ts';
import type { Build } from './peer.ts';

/** Ours. Before each question something is written, so that nothing is remembered. */
export const build: Build = async (docs) => {
	const index = new SearchIndex(new Map());
	const now = Math.floor(Date.now() / 1000);
	let first: Parameters<typeof index.put>[0] | undefined;
	for (const { row } of docs) {
		first ??= row;
		index.put(row!);
	}
	index.search(everything, now);
	const ids = (query: Partial<typeof everything>, limit: number) =>
		index.top({ ...everything, ...query, limit }, now).map(({ id }) => id);
	return {
		text: (q, limit) => ids({ q, literal: true }, limit),
		radius: (near, radius, limit) => ids({ near, radius, sort: 'distance' }, limit),
		box: (bbox) => index.map({ ...everything, bbox }, 18, now),
		tile: (at) => index.tile(everything, at, now),
		forget: (words) => (words ? index.put(first!) : index.drop(-1)),
	};
};
