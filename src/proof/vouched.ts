import { Invalid } from '../domain/errors.ts';
import { EmailSchema } from '../domain/person.ts';
import { digest, randomToken } from '../domain/secret.ts';
import type { Identity } from '../store/identities.ts';
import type { Queries, Store } from '../store/open.ts';
import type { Provider } from './provider.ts';

/** Whom a municipality's sign-in vouches for. */
export interface Vouched {
	/** Who they are there, for ever. */
	subject: string;
	/** When they showed the provider who they are, in unix seconds; null where it does not tell. */
	provedAt: number | null;
	email: unknown;
	verified: boolean;
	groups: string[];
}

interface Means {
	agent: string;
	locale: 'sv' | 'en';
	now: number;
}

/**
 * Signs in whom a provider vouches for, and gives the new session's secret. They are who they were the last time; the
 * first time, who has their address here. Throws `Invalid`: `email: unknown` (none, unverified, or not the
 * municipality's) `| taken` (it is somebody else's there: addresses are given to new people, accounts are not).
 */
export async function signInAs(store: Store, provider: Provider, vouched: Vouched, { agent, locale, now }: Means) {
	const email = ownAddress(provider, vouched);
	const token = randomToken();
	const kept = await digest(token);
	await store.transaction(async (tx) => {
		const { issuer, municipality } = provider;
		const before = await tx.identities.get(issuer, vouched.subject, municipality);
		const person = before?.person ?? (await newHere(tx, provider, email, locale, now));
		const role = await settleRole(tx, provider, { person, before, groups: vouched.groups }, now);
		await tx.identities.keep({ issuer, subject: vouched.subject, person, municipality, role, now });
		// A clock of another's that goes ahead makes nothing newer than now.
		const provedAt = Math.min(vouched.provedAt ?? now, now);
		await tx.sessions.add({ person, token: kept, agent, way: 'municipality', provedAt, now });
	});
	return token;
}

/** An address that the provider can vouch for. */
function ownAddress({ mailDomains }: Provider, { email, verified }: Vouched): string {
	const { success, data } = EmailSchema.safeParse(email);
	if (!success || !verified || !mailDomains.includes(data.split('@')[1]!)) throw new Invalid({ email: 'unknown' });
	return data;
}

async function newHere(
	tx: Queries,
	{ issuer, municipality }: Provider,
	email: string,
	locale: 'sv' | 'en',
	now: number,
): Promise<number> {
	const person = await tx.people.known(email, locale, now);
	const others = await tx.identities.of(person);
	if (others.some((other) => other.issuer === issuer && other.municipality === municipality))
		throw new Invalid({ email: 'taken' });
	return person;
}

/** The role that their groups give, and take away again. One that was given here stays as it is. */
async function settleRole(
	tx: Queries,
	{ municipality, reviewers, administrators }: Provider,
	{ person, before, groups }: { person: number; before: Identity | undefined; groups: string[] },
	now: number,
): Promise<Identity['role']> {
	const inOne = (named: string[]) => groups.some((group) => named.includes(group));
	const wanted = inOne(administrators) ? 'administrator' : inOne(reviewers) ? 'reviewer' : null;
	const actor = (await tx.people.actor(person))!;
	const held = actor.roles.find((role) => role.municipality === municipality)?.role ?? null;
	const ours = before?.role ?? null;
	if (held !== null && held !== ours) return null;
	if (held === wanted) return wanted;
	const scope = { listing: null, municipality };
	if (wanted) await tx.people.give(person, { role: wanted, ...scope }, null, now);
	else await tx.people.take(person, scope);
	await tx.audit.add({
		...{ at: now, by: `sign-in:${municipality}`, action: wanted ? `role.given.${wanted}` : 'role.taken' },
		after: { person },
	});
	return wanted;
}
