import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import type { RoleGiven } from '../store/people.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import { parse } from './parse.ts';
import { type Action, mustBeAllowed, type Role, type RoleHeld, scopeOf } from './permission.ts';
import { type Actor, EmailSchema, type Person } from './person.ts';

const DAY = 86_400;
/** Days in which somebody may say yes. */
export const INVITED_DAYS = 14;
/** Nobody has many letters sent to others. */
const A_DAY = 20;

/** What a role is held in: an entry, a municipality, or (both null) the instance. */
export type Held = Omit<RoleHeld, 'role'>;

/** Which roles are given in a scope, and what one needs to give and take them. */
export function givenIn({ listing, municipality }: Held): { action: Action; roles: readonly Role[] } {
	if (listing !== null) return { action: 'listing.people', roles: ['editor', 'owner'] };
	if (municipality !== null) return { action: 'municipality.staff', roles: ['reviewer', 'administrator'] };
	return { action: 'instance.operators', roles: ['operator'] };
}

/** In each scope, who can let others in: the last of them is not to go. */
const KEEPER: Partial<Record<Role, true>> = { owner: true, administrator: true, operator: true };

/**
 * Throws `NotFound` unless they may say who looks after what lies in a scope: by the roles that they have now, not by
 * those when they asked, since of two who take each other's the second must not. Gives them with these.
 */
export async function mustGive(store: Queries, { id }: Pick<Actor, 'id'>, held: Held): Promise<Actor> {
	const by = await store.people.actor(id);
	const { action } = givenIn(held);
	const listing = held.listing === null ? undefined : await store.listings.get(held.listing);
	if (held.listing !== null && !listing) throw new NotFound('listing.unknown');
	const { municipality } = held;
	mustBeAllowed(by ?? null, action, listing ? scopeOf(listing) : { ...(municipality && { municipality }) });
	return by!;
}

/** Who looks after what lies in a scope, and who is asked to. Throws `NotFound`. */
export async function peopleIn(store: Store, by: Actor, held: Held, now: number) {
	await mustGive(store, by, held);
	return { people: await store.people.rolesIn(held), invited: await store.invitations.open(held, now) };
}

type InvitationLetter = (to: { id: number; recipient: string; role: Role; days: number }) => Letter;

/** Asks somebody, by letter, to take a role. Throws `NotFound`, `Invalid` (`email: … | has_role`, `role: missing`, `form: too_many`). */
export async function invite(
	store: Store,
	by: Actor,
	held: Held,
	input: unknown,
	{ now, letter }: { now: number; letter: InvitationLetter },
): Promise<void> {
	const { roles } = givenIn(held);
	await store.transaction(async (tx) => {
		await mustGive(tx, by, held);
		const { email, role } = parse(z.object({ email: EmailSchema, role: z.enum(roles, 'missing') }), input);
		const there = await tx.people.rolesIn(held);
		if (there.some((one) => one.email === email)) throw new Invalid({ email: 'has_role' });
		if ((await tx.invitations.countSince(by.id, now - DAY)) >= A_DAY) throw new Invalid({ form: 'too_many' });
		const expiresAt = now + INVITED_DAYS * DAY;
		const id = await tx.invitations.add({ ...held, role, email, by: by.id, now, expiresAt });
		await tx.outbox.add(letter({ id, recipient: email, role, days: INVITED_DAYS }), now);
		await trail(tx, by, `role.invited.${role}`, held, { invitation: id }, now);
	});
}

/** An invitation that somebody may answer: theirs by the address that they signed in with. Throws `NotFound`. */
export async function invitationFor(store: Queries, by: Actor, id: number, now: number) {
	const invitation = await store.invitations.get(id);
	const open = invitation && invitation.endedAt === null && invitation.expiresAt > now;
	if (!open || invitation.email !== by.email) throw new NotFound('invitation.unknown');
	return invitation;
}

/** Says yes or no to an invitation. Who invited must still be allowed to. Throws `NotFound`, `Conflict` (`invitation.lapsed`). */
export async function answerInvitation(store: Store, by: Actor, id: number, yes: boolean, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		const { role, listing, municipality, invitedBy } = await invitationFor(tx, by, id, now);
		await tx.invitations.end(id, now);
		if (!yes) return;
		const held = { listing, municipality };
		const inviter = invitedBy === null ? undefined : await tx.people.actor(invitedBy);
		if (!inviter) throw new Conflict('invitation.lapsed');
		await mustGive(tx, inviter, held);
		await tx.people.give(by.id, { role, ...held }, inviter.id, now);
		await trail(tx, by, `role.given.${role}`, held, { person: by.id, invitation: id }, now);
	});
}

/** Takes an invitation back. Throws `NotFound`. */
export async function withdrawInvitation(store: Store, by: Actor, held: Held, id: number, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		await mustGive(tx, by, held);
		const invitation = await tx.invitations.get(id);
		const here = invitation?.listing === held.listing && invitation.municipality === held.municipality;
		if (!here || !(await tx.invitations.end(id, now))) throw new NotFound('invitation.unknown');
		await trail(tx, by, 'role.uninvited', held, { invitation: id }, now);
	});
}

/**
 * Takes somebody's role; they are told by letter. The last who can let others in stays, as long as there is anybody to
 * lock out; an operator may take any but the last operator. Throws `NotFound`, `Conflict` (`role.last`).
 */
export async function takeRole(
	store: Store,
	by: Actor,
	held: Held,
	person: number,
	{ now, letter }: { now: number; letter: (to: { person: Person; role: Role }) => Letter },
): Promise<void> {
	await store.transaction(async (tx) => {
		const giver = await mustGive(tx, by, held);
		const there = await tx.people.rolesIn(held);
		const theirs = there.find((one) => one.person === person);
		if (!theirs) throw new NotFound('person.unknown');
		if (locksOut(there, theirs, giver, held)) throw new Conflict('role.last');
		await tx.people.take(person, held);
		await trail(tx, by, 'role.taken', held, { person, role: theirs.role }, now);
		const told = person === by.id ? undefined : await tx.people.get(person);
		if (told) await tx.outbox.add(letter({ person: told, role: theirs.role }), now);
	});
}

function locksOut(there: RoleGiven[], theirs: RoleGiven, by: Actor, { listing, municipality }: Held): boolean {
	const keepers = there.filter(({ role }) => KEEPER[role]);
	if (!KEEPER[theirs.role] || keepers.length > 1) return false;
	if (listing !== null) return there.length > 1 && by.id === theirs.person;
	return municipality === null || !by.roles.some(({ role }) => role === 'operator');
}

/** An owner makes somebody else who looks after the entry its owner, and stays as an editor. Throws `NotFound`. */
export async function handOver(
	store: Store,
	by: Actor,
	listing: number,
	person: number,
	{ now, letter }: { now: number; letter: (to: { person: Person }) => Letter },
): Promise<void> {
	const held = { listing, municipality: null };
	await store.transaction(async (tx) => {
		const there = await tx.people.rolesIn(held);
		const role = (id: number) => there.find((one) => one.person === id)?.role;
		if (role(by.id) !== 'owner' || role(person) !== 'editor') throw new NotFound('person.unknown');
		await tx.people.give(person, { role: 'owner', ...held }, by.id, now);
		await tx.people.give(by.id, { role: 'editor', ...held }, by.id, now);
		await trail(tx, by, 'role.handed_over', held, { from: by.id, to: person }, now);
		await tx.outbox.add(letter({ person: (await tx.people.get(person))! }), now);
	});
}

/** Whether owners' changes in a municipality are seen at once. Throws `NotFound`. */
export async function letOwnersPublish(store: Store, by: Actor, municipality: string, yes: boolean, now: number) {
	await store.transaction(async (tx) => {
		mustBeAllowed(by, 'municipality.staff', { municipality });
		const before = await tx.revisions.ownersPublish(municipality);
		if (before === yes) return;
		await tx.revisions.letOwnersPublish(municipality, yes);
		await tx.audit.add({
			...{ at: now, by: `person:${by.id}`, action: 'municipality.owners_publish' },
			...{ before: { municipality, yes: before }, after: { municipality, yes } },
		});
	});
}

const trail = (tx: Queries, by: Actor, action: string, { listing, municipality }: Held, after: object, now: number) =>
	tx.audit.add({ at: now, by: `person:${by.id}`, action, listing, after: { ...after, municipality } });
