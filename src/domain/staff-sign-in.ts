import type { Queries, Store } from '../store/open.ts';
import { Conflict } from './errors.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';
import type { SignInWay } from './session.ts';
import { isStaff } from './session.ts';

/** The name under which the store keeps it. */
const NAME = 'staff_sign_in';

/** Whether who reviews, administrates or runs the instance has to sign in by a key or their municipality. */
export const isDemanded = async (store: Queries): Promise<boolean> => (await store.meta.get(NAME)) === 'strong';

/** Demands it, or does no more: at the machine, where nobody can be shut out. */
export async function setDemand(tx: Queries, yes: boolean, { by, now }: { by: string; now: number }): Promise<void> {
	const before = await isDemanded(tx);
	if (before === yes) return;
	if (yes) await tx.meta.set(NAME, 'strong');
	else await tx.meta.remove(NAME);
	await tx.audit.add({ at: now, by, action: 'instance.staff_sign_in', before: { yes: before }, after: { yes } });
}

/**
 * An operator demands it, or does no more. Who came by a letter can't demand it: they would shut themselves out, and it
 * shows that a stronger way is there. Throws `NotFound`, `Conflict` (`staff.came_by_letter`).
 */
export async function demandStrong(
	store: Store,
	{ id }: Pick<Actor, 'id'>,
	yes: boolean,
	{ way, now }: { way: SignInWay; now: number },
): Promise<void> {
	await store.transaction(async (tx) => {
		mustBeAllowed((await tx.people.actor(id)) ?? null, 'instance.operators');
		if (yes && way === 'letter') throw new Conflict('staff.came_by_letter');
		await setDemand(tx, yes, { by: `person:${id}`, now });
	});
}

/** Whether somebody who came so far may not go on: they work for others, and it is demanded that they show more. */
export const isHeldBack = async (store: Queries, actor: Actor, way: SignInWay): Promise<boolean> =>
	way === 'letter' && isStaff(actor) && (await isDemanded(store));

/** By what else somebody can sign in: how many keys they have, and which of these municipalities vouch for them. */
export async function strongerWays(store: Queries, { id, roles }: Actor, vouching: readonly string[]) {
	const keys = (await store.passkeys.of(id)).length;
	const known = await store.identities.of(id);
	const theirs = [...known, ...roles].flatMap(({ municipality }) => municipality ?? []);
	return {
		keys,
		/** They were vouched for before: the first key is not to be had by a letter then. */
		vouched: known.length > 0,
		municipalities: vouching.filter((code) => theirs.includes(code)),
	};
}
