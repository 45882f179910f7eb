/** A municipality among those it may be compared with. */
export interface Candidate {
	code: string;
	/** SKR's group of 2023. */
	skrGroup: string;
	population: number;
}

/** Those that a municipality is compared with, and by which rule they were found. */
export interface Peers {
	/** SCB codes, the most alike in population first; never the municipality itself. */
	codes: string[];
	/** `size`: all of its group with half to double its population; `nearest`: too few were, and the nearest in size were taken. */
	rule: 'size' | 'nearest';
	/** The smallest and largest population among them; 0 when there is nobody. */
	from: number;
	to: number;
}

/** So many are compared with at least, where the group has them. */
export const LEAST_PEERS = 5;
/** "The same size": at least so large a part of its population, and at most its inverse. */
const PART = 0.5;

/** Finds those of the same SKR group and of about the same size. Throws when the municipality is not among all. */
export function peersOf(code: string, all: readonly Candidate[]): Peers {
	const own = all.find((one) => one.code === code);
	if (!own) throw new Error(`no municipality has the code ${code}`);
	const unlike = ({ population }: Candidate) =>
		Math.abs(Math.log(Math.max(1, population) / Math.max(1, own.population)));
	const group = all
		.filter((one) => one.skrGroup === own.skrGroup && one.code !== code)
		.sort((a, b) => unlike(a) - unlike(b) || a.code.localeCompare(b.code));
	// A hair more than the logarithm, so that exactly half and exactly double are in.
	const same = group.filter((one) => unlike(one) <= -Math.log(PART) + 1e-12);
	const rule = same.length >= LEAST_PEERS || same.length === group.length ? 'size' : 'nearest';
	const chosen = rule === 'size' ? same : group.slice(0, LEAST_PEERS);
	const sizes = chosen.map(({ population }) => population);
	return {
		codes: chosen.map((one) => one.code),
		rule,
		from: sizes.length > 0 ? Math.min(...sizes) : 0,
		to: sizes.length > 0 ? Math.max(...sizes) : 0,
	};
}
