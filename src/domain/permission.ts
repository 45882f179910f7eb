import { NotFound } from './errors.ts';
import type { Stored } from './listing.ts';

/** What a person can be given beside what everybody may. */
export const roles = ['editor', 'owner', 'reviewer', 'administrator', 'operator'] as const;
export type Role = (typeof roles)[number];

/** A role, and what it holds for: an entry, a municipality, or (the operator's) everything here. */
export interface RoleHeld {
	role: Role;
	listing: number | null;
	municipality: string | null;
}

/** What something is done to: an entry, which lies in a municipality, or a municipality as such. */
export interface Scope {
	listing?: number;
	/** The organisation that holds the entry, an activity: who looks after the one looks after the other. */
	host?: number | null;
	municipality?: string;
}

/** Who may do what. `person` is anybody who has signed in; the others hold within their scope alone. */
export const permissions = {
	/** See and change one's own account: name, sessions, what is held about one; take it all away. */
	'account.own': ['person', 'editor', 'owner', 'reviewer', 'administrator', 'operator'],
	/** Write of an entry; what is written waits, or is published at once where the municipality lets its owners. */
	'listing.edit': ['editor', 'owner', 'reviewer', 'administrator', 'operator'],
	/** Publish at once, as the municipality. */
	'listing.publish': ['reviewer', 'administrator', 'operator'],
	/** Make two entries one, take that back, or say that they are two. */
	'listing.merge': ['reviewer', 'administrator', 'operator'],
	/** Read what has become of an entry. */
	'listing.history': ['editor', 'owner', 'reviewer', 'administrator', 'operator'],
	/** Search the trail of a municipality, and take it along. */
	'municipality.trail': ['reviewer', 'administrator', 'operator'],
	/** See who looks after an entry, invite others and take their roles. */
	'listing.people': ['owner', 'reviewer', 'administrator', 'operator'],
	/** Give and take the roles of reviewer and administrator in a municipality. */
	'municipality.staff': ['administrator', 'operator'],
	/** Read and decide what waits in a municipality. */
	'municipality.review': ['reviewer', 'administrator', 'operator'],
	/** Ask what would be if meeting places opened, moved or closed in a municipality, and keep such scenarios. */
	'planning.scenarios': ['reviewer', 'administrator', 'operator'],
	/** Bring where people live in a municipality, for planning, and take it away; of all of Sweden the operator alone. */
	'planning.people': ['reviewer', 'administrator', 'operator'],
	/** Give and take the role of operator. */
	'instance.operators': ['operator'],
} as const satisfies Record<string, readonly (Role | 'person')[]>;

export type Action = keyof typeof permissions;

/** Where an entry lies, and whose it is. */
export function scopeOf(entry: Stored): Scope & { listing: number; municipality: string } {
	const { id, municipality } = entry;
	return { listing: id, municipality, host: entry.kind === 'activity' ? entry.organisation : null };
}

/** Whether a role reaches so far. */
function covers({ listing, municipality }: RoleHeld, scope: Scope): boolean {
	if (listing !== null) return listing === scope.listing || listing === scope.host;
	if (municipality !== null) return municipality === scope.municipality;
	return true;
}

/** Whether somebody (null: who has not signed in) may do something to what lies in a scope. */
export function may(actor: { roles: RoleHeld[] } | null, action: Action, scope: Scope = {}): boolean {
	if (!actor) return false;
	const allowed: readonly (Role | 'person')[] = permissions[action];
	if (allowed.includes('person')) return true;
	return actor.roles.some((held) => allowed.includes(held.role) && covers(held, scope));
}

/** Whether somebody looks after an entry, by a role in it or in the organisation that holds it; `as` owner, or at all. */
export const looksAfter = ({ roles: held }: { roles: RoleHeld[] }, scope: Scope, as?: 'owner'): boolean =>
	held.some((one) => one.listing !== null && (!as || one.role === as) && covers(one, scope));

/** Whether any of somebody's roles lets them do something: what leads to it is shown to them. */
export function mayAnywhere({ roles: held }: { roles: RoleHeld[] }, action: Action): boolean {
	const allowed: readonly string[] = permissions[action];
	return held.some(({ role }) => allowed.includes(role));
}

/** Throws `NotFound` unless they may: what is not theirs is not found. */
export function mustBeAllowed(actor: { roles: RoleHeld[] } | null, action: Action, scope: Scope = {}): void {
	if (!may(actor, action, scope)) throw new NotFound('page.unknown');
}
