import { type Kind, kinds } from '../domain/taxonomies.ts';
import { figure, type Tally } from './measures.ts';
import { spreadOf } from './spread.ts';

/**
 * What figures on a municipality tell of: a thin register looks like a thin civil society, and it has to be said which it
 * is. The rule and its reasons stand in docs/planning-method.md.
 *
 * `none`: nothing is registered. `thin`: so little is that the figures tell of the register. `unconfirmed`: most of what is
 * registered has not been confirmed in term. `unread`: confirmed, but most came from no register that was read in: there are so
 * many at least. `alone`: in order, but there are too few to compare with. `few`: in order, and fewer than elsewhere. `sound`:
 * in order, and not fewer.
 */
export const bases = ['none', 'thin', 'unconfirmed', 'unread', 'alone', 'few', 'sound'] as const;
export type Basis = (typeof bases)[number];

/** A municipality's figures with how many people live there. */
export interface Counted {
	tally: Tally;
	population: number;
}

/** The same of a municipality, with the SKR group that tells what a full register is there. */
export interface Judged extends Counted {
	skrGroup: string;
}

/** What is known of a kind's entries in a municipality. */
export interface KindBasis {
	kind: Kind;
	basis: Basis;
	count: number;
	/** Of 1 000 inhabitants; null where nobody lives. */
	perThousand: number | null;
	/** Shares of the entries, 0 to 1; null when there are none: confirmed in term, in a register that was read in, looked after. */
	inTerm: number | null;
	registered: number | null;
	kept: number | null;
	/** How much is told of what helps readers, 0 to 1. */
	told: number | null;
	/** Among those compared with whose own figures are in order: how many they are, and the median of 1 000 inhabitants. */
	compared: number;
	median: number | null;
}

/**
 * Fewer associations of 1 000 inhabitants than this is no full register: of twenty real ones, one has so few. By the first
 * letter of the SKR group: large cities and about them, larger towns and about them, smaller towns and the countryside.
 */
export const FLOORS: Readonly<Record<string, number>> = { A: 1, B: 2, C: 4 };
/** At least so large a share is confirmed in term where figures are in order. */
const IN_TERM = 0.5;
/** Less than so large a part of the others' median is few. */
const FEW = 0.5;
/** At least so large a share came from a register that was read in: else nobody knows what is missing. */
const REGISTERED = 0.5;
/** Fewer than so many are none to compare with. */
export const LEAST_COMPARED = 3;

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Entries of 1 000 inhabitants; null where nobody lives. */
export const perThousand = (count: number, population: number): number | null =>
	population > 0 ? (count / population) * 1000 : null;

/** Whether a municipality's figures on a kind are in order, so that others may be compared with them. */
export function isUsable(kind: Kind, one: Judged): boolean {
	const { tally } = one;
	const count = figure(tally, kind);
	if (count === 0 || figure(tally, `${kind}.term`) / count < IN_TERM) return false;
	return kind === 'organisation' ? !isThin(one) : isUsable('organisation', one);
}

/** What the figures on each kind tell of, beside those of the municipalities that it is compared with. */
export function basesOf(own: Judged, peers: readonly Judged[]): Record<Kind, KindBasis> {
	const of = kinds.map((kind) => [kind, basisOf(kind, own, peers)] as const);
	return Object.fromEntries(of) as Record<Kind, KindBasis>;
}

function basisOf(kind: Kind, own: Judged, peers: readonly Judged[]): KindBasis {
	const { tally, population } = own;
	const usable = peers.filter((peer) => isUsable(kind, peer));
	const rates = usable.flatMap((peer) => perThousand(figure(peer.tally, kind), peer.population) ?? []);
	const count = figure(tally, kind);
	const facts = {
		kind,
		count,
		perThousand: perThousand(count, population),
		inTerm: share(figure(tally, `${kind}.term`), count),
		registered: share(figure(tally, `${kind}.registered`), count),
		kept: share(figure(tally, `${kind}.kept`), count),
		told: share(figure(tally, `${kind}.told`), figure(tally, `${kind}.tellable`)),
		compared: rates.length,
		median: rates.length < LEAST_COMPARED ? null : spreadOf(rates)!.median,
	};
	return { ...facts, basis: judged(facts, isThin(own)) };
}

/** Whether there are so few associations that the register can't be whole, whatever else is known. */
const isThin = ({ tally, population, skrGroup }: Judged): boolean =>
	(perThousand(figure(tally, 'organisation'), population) ?? 0) < FLOORS[skrGroup.charAt(0)]!;

function judged(facts: Omit<KindBasis, 'basis'>, thin: boolean): Basis {
	const { count, median } = facts;
	if (count === 0) return 'none';
	if (thin) return 'thin';
	if (facts.inTerm! < IN_TERM) return 'unconfirmed';
	const read = facts.registered! >= REGISTERED;
	if (median !== null && facts.perThousand! < median * FEW) return read ? 'few' : 'thin';
	if (!read) return 'unread';
	return median === null ? 'alone' : 'sound';
}
