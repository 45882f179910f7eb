import { type Kind, kinds } from '#domain/taxonomies.ts';
import { lowerFirst, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { kindLabel, kindsLabel } from '#text/labels.ts';

/** What lies at a spot, in words: "12 träffar: 8 föreningar, 3 lokaler, 1 aktivitet". */
export function spotWords(spot: Record<Kind, number> & { count: number }): string {
	const said = kinds
		.filter((kind) => spot[kind] > 0)
		.map((kind) =>
			spot[kind] === 1 ? `1 ${lowerFirst(kindLabel(kind))}` : `${number(spot[kind])} ${lowerFirst(kindsLabel(kind))}`,
		);
	return `${m.search_results({ count: spot.count, shown: number(spot.count) })}: ${said.join(', ')}`;
}
