import { createHash } from 'node:crypto';
import { fold } from '../../db/geography/fold.ts';
import type { Organisation, Venue } from '../domain/listing.ts';

/** A row ready to be compared: what it is called in its register, and the value to be published. */
export interface Candidate {
	line: number;
	/** The register's own id of the row, where it has one. */
	id: string | null;
	listing: Organisation | Venue;
}

/** A candidate with the key by which its register will know it. */
export interface Keyed extends Candidate {
	key: string;
	number: string | null;
	nameKey: string;
	hash: string;
}

export const nameKeyOf = (listing: { municipality: string; name: string }): string =>
	`${listing.municipality}:${fold(listing.name)}`;

/** A digest of what would be published; equal digests need no look at the store. */
export const hashOf = (listing: unknown): string =>
	createHash('sha256').update(JSON.stringify(listing)).digest('base64url').slice(0, 32);

/**
 * Gives every row its key: the register's id where it belongs to one name only, else the organisation number where it
 * is the only row with it (sections of a club can share one), else the name within its municipality, told apart by
 * post town and street where several bear it. A row with the key of an earlier one is a duplicate.
 */
export function keyed(candidates: readonly Candidate[]): { rows: Keyed[]; duplicates: Candidate[] } {
	const namesOfId = new Map<string, Set<string>>();
	const numbers = new Map<string, Set<string>>();
	const names = new Map<string, number>();
	for (const { id, listing } of candidates) {
		const nameKey = nameKeyOf(listing);
		if (id) addTo(namesOfId, id, nameKey);
		const number = numberOf(listing);
		if (number) addTo(numbers, number, nameKey);
		names.set(nameKey, (names.get(nameKey) ?? 0) + 1);
	}
	const taken = new Set<string>();
	const rows: Keyed[] = [];
	const duplicates: Candidate[] = [];
	for (const candidate of candidates) {
		const { id, listing } = candidate;
		const nameKey = nameKeyOf(listing);
		const number = numberOf(listing);
		const byId = id && namesOfId.get(id)?.size === 1 ? `id:${id}` : null;
		const byNumber = number && numbers.get(number)?.size === 1 ? `no:${number}` : null;
		const byName = names.get(nameKey) === 1 ? `name:${nameKey}` : `name:${nameKey}@${placeKey(listing)}`;
		const key = byId ?? byNumber ?? byName;
		if (taken.has(key)) duplicates.push(candidate);
		else rows.push({ ...candidate, key, number, nameKey, hash: hashOf(listing) });
		taken.add(key);
	}
	return { rows, duplicates };
}

const numberOf = (listing: Candidate['listing']) =>
	listing.kind === 'organisation' ? listing.organisationNumber : null;
const placeKey = (listing: Candidate['listing']) => fold(`${listing.postTown ?? ''} ${listing.street ?? ''}`);

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
	const there = map.get(key);
	if (there) there.add(value);
	else map.set(key, new Set([value]));
}
