import { fail, redirect } from '@sveltejs/kit';
import { endSession, renameSelf } from '#domain/account.ts';
import { linkOf } from '#domain/contact-person.ts';
import { Invalid } from '#domain/errors.ts';
import { mayAnywhere } from '#domain/permission.ts';
import { wantReminders } from '#domain/still-right.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { passkeyLetter } from '../../mail/people-letters.ts';
import { namePasskey, removePasskey } from '../../proof/own-passkeys.ts';
import { sessionCookie } from '../../session-cookie.ts';
import { formOf, idOf, refused } from '../form.ts';
import { nameOf as heldName } from '../keepers.ts';
import { confirmFirst, ownAccount } from '../personal.ts';
import { draftsOf } from '../registrera/draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, session } = ownAccount(event);
	const { store, now } = event.locals.site;
	const { locale } = event.locals;
	const sessions = await store.sessions.of(actor.id);
	const listings = actor.roles.flatMap(({ listing }) => listing ?? []);
	const through = await store.people.through(actor.id);
	const faces = await store.faces.byIds([...listings, ...through.map(({ listing }) => listing)], locale);
	const municipalities = await store.geography.municipalities();
	const sent = await store.registrations.of(actor.id);
	const nameOf = (code: string) => municipalities.find((one) => one.code === code)?.fullName ?? code;
	return {
		email: actor.email,
		/** They have said yes to an invitation a moment ago. */
		accepted: event.url.searchParams.get('klart') === 'inbjudan',
		name: actor.name,
		cares: actor.roles.map(({ role, listing, municipality }) => ({
			role,
			face: faces.find(({ id }) => id === listing) ?? null,
			municipality: municipality && nameOf(municipality),
			holds: through.flatMap((one) => (one.host === listing ? faces.filter(({ id }) => id === one.listing) : [])),
		})),
		drafts: (await draftsOf(event)).filter(({ id }) => sent.every(({ draft }) => draft !== id)),
		registrations: sent.map(({ id, draft, kind, name, state }) => ({
			...{ id, draft, kind, name, state },
		})),
		invitations: await Promise.all(
			(await store.invitations.to(actor.email, now())).map(async (one) => ({
				...{ id: one.id, what: await heldName(event.locals.site, one, locale) },
			})),
		),
		contacts: await Promise.all(
			(await store.contactPersons.to(actor.email)).map(async ({ id, listing }) => ({
				...{ id, what: await heldName(event.locals.site, { listing, municipality: null }, locale) },
				key: await linkOf(store, id, now()),
			})),
		),
		administrates: mayAnywhere(actor, 'municipality.staff'),
		reads: (await store.personalReads.of(actor.id)).slice(0, 20).map(({ what, municipality, at }) => ({
			...{ what, at, municipality: municipality && nameOf(municipality) },
		})),
		passkeys: (await store.passkeys.of(actor.id)).map(({ id, name, createdAt, usedAt }) => ({
			...{ id, name, createdAt, usedAt },
		})),
		sessions: sessions.map(({ id, agent, createdAt, seenAt }) => ({
			...{ id, agent, createdAt, seenAt },
			here: id === session,
		})),
		/** Null for who looks after no entry. */
		reminded: listings.length ? (await store.freshness.stoppedAt(actor.id)) === null : null,
		reviews: mayAnywhere(actor, 'municipality.review'),
		now: now(),
	};
};

const here = () => redirect(303, localizeHref('/konto'));

export const actions: Actions = {
	name: async (event) => {
		const { actor } = ownAccount(event);
		const { name = '' } = await formOf(event.request);
		try {
			await renameSelf(event.locals.site.store, actor, { name }, event.locals.site.now());
		} catch (reason) {
			return refused(reason, { name }, event.setHeaders);
		}
		here();
	},
	reminders: async (event) => {
		const { actor } = ownAccount(event);
		const { want = '' } = await formOf(event.request);
		const { store, now } = event.locals.site;
		await wantReminders(store, actor.id, want === 'yes', now());
		here();
	},
	end: async (event) => {
		const { actor, session } = ownAccount(event);
		const { session: other = '' } = await formOf(event.request);
		const one = /^\d{1,15}$/.test(other) ? Number(other) : null;
		await endSession(event.locals.site.store, actor, one, session);
		here();
	},
	key_name: async (event) => {
		const { actor } = ownAccount(event);
		const { passkey = '', name = '' } = await formOf(event.request);
		try {
			await namePasskey(event.locals.site.store, actor, idOf(passkey), { name });
		} catch (reason) {
			if (!(reason instanceof Invalid)) throw reason;
			const fields: Record<string, string> = {};
			return fail(400, { values: null, fields, key: { passkey: idOf(passkey), reason: reason.fields.name! } });
		}
		here();
	},
	key_remove: async (event) => {
		const { actor } = ownAccount(event);
		confirmFirst(event);
		const { site } = event.locals;
		const { passkey = '' } = await formOf(event.request);
		const href = site.address(localizeHref('/konto', { locale: actor.locale }));
		await removePasskey(site.store, actor, idOf(passkey), {
			now: site.now(),
			letter: (name) => passkeyLetter({ person: actor, name, what: 'removed', href }),
		});
		here();
	},
	out: async (event) => {
		const { actor, session } = ownAccount(event);
		await endSession(event.locals.site.store, actor, session, session);
		sessionCookie.remove(event.cookies, event.url);
		const [identity] = await event.locals.site.store.identities.of(actor.id);
		// Whoever came by their municipality is asked whether to sign out there too.
		redirect(303, identity ? `${localizeHref('/logga-in')}?ut=${identity.municipality}` : localizeHref('/'));
	},
};
