/** Persons are kept as multiples of this, so that any sum of them is exact. */
const UNIT = 1 / 64;

/**
 * Shares a whole number of persons out over weights: each gets its part rounded down to a 64th, and what is left goes, a 64th
 * each, to those that lost most by it (the first of equals). The parts sum exactly to the whole; all is given to the first
 * where no weight is above zero. Weights are finite and not negative.
 */
export function shareOut(persons: number, weights: ArrayLike<number>): Float64Array {
	const parts = new Float64Array(weights.length);
	if (parts.length === 0) return parts;
	let sum = 0;
	for (let i = 0; i < parts.length; i++) sum += weights[i]!;
	if (!(sum > 0)) {
		parts[0] = persons;
		return parts;
	}
	const units = Math.round(persons / UNIT);
	const lost = new Float64Array(parts.length);
	let left = units;
	for (let i = 0; i < parts.length; i++) {
		const exact = (units * weights[i]!) / sum;
		parts[i] = Math.floor(exact);
		lost[i] = exact - parts[i]!;
		left -= parts[i]!;
	}
	const order = left > 0 ? [...lost.keys()].sort((a, b) => lost[b]! - lost[a]! || a - b) : [];
	for (let i = 0; i < left; i++) parts[order[i % order.length]!]! += 1;
	for (let i = 0; i < parts.length; i++) parts[i]! *= UNIT;
	return parts;
}
