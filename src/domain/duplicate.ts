import type { Queries } from '../store/open.ts';
import {
	areTwo,
	LIKELY,
	type Likeable,
	type Likeness,
	likenessOf,
	type Prepared,
	prepare,
	type Reason,
} from './duplicate/likeness.ts';
import { type Known, type LikelyPair, likelyPairs } from './duplicate/pairs.ts';
import { weights } from './duplicate/weights.ts';
import type { Position } from './geo.ts';
import type { Kind } from './taxonomies.ts';

/** What is known of an entry before it is made; more makes the answer surer. */
export interface NewEntry {
	kind: Kind;
	name: string;
	/** Code of the municipality. */
	municipality: string;
	postTown?: string | null;
	locality?: string | null;
	street?: string | null;
	position?: Position | null;
	/** Ten digits. */
	organisationNumber?: string | null;
	homepage?: string | null;
	email?: string | null;
	phone?: string | null;
	/** Id of who holds the activity or keeps the venue. */
	host?: number | null;
}

/** A standing entry that a new one may be. */
export interface PossibleDuplicate extends Likeness {
	id: number;
}

const ready = new WeakMap<Known, Prepared>();

/** Taking names apart is most of the work: done once for each entry as it stands, which the store gives as the same object. */
function prepared(entry: Known): Prepared {
	const known = ready.get(entry);
	if (known) return known;
	const made = prepare(entry);
	ready.set(entry, made);
	return made;
}

/** Kilometres around a new entry's place in which other municipalities' entries are held beside it too. */
const AROUND = 15;

/**
 * "Is it one of these?": the public entries that a new one may be, the likeliest first, at most `most`; those of its
 * municipality, those around its place, and whoever has its number. A score from 0.54 on is a likely duplicate; below
 * that, down to 0.2, it may be worth asking.
 */
export async function possibleDuplicates(
	store: Queries,
	entry: NewEntry,
	{ least = 0.2, most = 5 } = {},
): Promise<PossibleDuplicate[]> {
	const { kind, name, municipality, locality = null, postTown = null, street = null, position = null } = entry;
	const { organisationNumber = null, homepage = null, email = null, phone = null, host = null } = entry;
	const town = await store.geography.municipality(municipality);
	const value: Likeable = {
		...{ kind, name, municipality, street, position, organisationNumber, homepage, email, phone, host },
		places: [town?.name ?? null, locality, postTown],
	};
	const mine = prepare(value);
	const others = await store.duplicates.around({ kind, municipality, position, organisationNumber, km: AROUND });
	return others
		.filter((other) => !areTwo(mine, prepared(other), least))
		.map((other) => ({ id: other.id, ...likenessOf(mine, prepared(other))! }))
		.filter(({ score }) => score >= least)
		.sort((a, b) => b.score - a.score || a.id - b.id)
		.slice(0, most);
}

/**
 * The associations and premises of a municipality that are likely one, without those that somebody has said are not, the likeliest first.
 * Activities are left out: an association holds many of one name.
 */
export async function duplicatesIn(store: Queries, municipality: string): Promise<LikelyPair[]> {
	const known = await store.duplicates.of(municipality);
	const apart = await store.duplicates.apart(municipality);
	return likelyPairs(known, LIKELY).filter(({ one, other }) => !apart.has(`${one}-${other}`));
}

/** How likely two standing entries are one, with what speaks for it and what against, the weightiest first. */
export async function likeness(store: Queries, one: number, other: number) {
	const [a, b] = await store.duplicates.byIds([one, other]);
	const found = a && b ? likenessOf(prepare(a), prepare(b)) : null;
	const weigh = (reason: Reason) => weights[reason] ?? 0;
	return {
		score: found?.score ?? 0,
		speaksFor: found?.reasons.filter((reason) => weigh(reason) >= 0) ?? [],
		speaksAgainst: found?.reasons.filter((reason) => weigh(reason) < 0) ?? [],
	};
}
