import { ageBands } from './ground.ts';

/** From 80 on: who may come until such an age may come at any. */
const NO_END = ageBands.at(-1)!;

/** The bands in which a group lives that is told without an age span; who belongs to the others can be of any age. */
const lived: Partial<Record<string, readonly number[]>> = {
	everyone: ageBands.map((_, band) => band),
	children: [0, 1],
	youth: [1, 2, 3],
	families: [0, 1, 4],
	seniors: [6, 7],
};

interface Invites {
	ageMin: number | null;
	ageMax: number | null;
	audiences: readonly string[];
}

/**
 * The age bands (places in `ageBands`) of which somebody may come: those that its age span touches; without one, those of
 * its audiences that tell an age. Null when nothing tells it.
 */
export function bandsOf({ ageMin, ageMax, audiences }: Invites): number[] | null {
	if (ageMin !== null && ageMax !== null) return bandsWithin(ageMin, ageMax);
	const told = audiences.flatMap((audience) => lived[audience] ?? []);
	return told.length === 0 ? null : [...new Set(told)].sort((a, b) => a - b);
}

function bandsWithin(min: number, max: number): number[] {
	const last = max >= NO_END ? Number.POSITIVE_INFINITY : max;
	return ageBands.flatMap((from, band) => {
		const until = ageBands[band + 1] ?? Number.POSITIVE_INFINITY;
		return min < until && last >= from ? [band] : [];
	});
}
