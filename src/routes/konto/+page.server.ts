import { redirect } from '@sveltejs/kit';
import { endSession, renameSelf } from '#domain/account.ts';
import { permissions } from '#domain/permission.ts';
import { wantReminders } from '#domain/still-right.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { sessionCookie } from '../../session-cookie.ts';
import { formOf, refused } from '../form.ts';
import { ownAccount } from '../personal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, session } = ownAccount(event);
	const { store, now } = event.locals.site;
	const { locale } = event.locals;
	const sessions = await store.sessions.of(actor.id);
	const listings = actor.roles.flatMap(({ listing }) => listing ?? []);
	const faces = await store.faces.byIds(listings, locale);
	const municipalities = await store.geography.municipalities();
	const nameOf = (code: string) => municipalities.find((one) => one.code === code)?.fullName ?? code;
	return {
		email: actor.email,
		name: actor.name,
		cares: actor.roles.map(({ role, listing, municipality }) => ({
			role,
			face: faces.find(({ id }) => id === listing) ?? null,
			municipality: municipality && nameOf(municipality),
		})),
		sessions: sessions.map(({ id, agent, createdAt, seenAt }) => ({
			...{ id, agent, createdAt, seenAt },
			here: id === session,
		})),
		/** Null for who looks after no entry. */
		reminded: listings.length ? (await store.freshness.stoppedAt(actor.id)) === null : null,
		reviews: actor.roles.some(({ role }) => (permissions['municipality.review'] as readonly string[]).includes(role)),
		now: now(),
	};
};

const here = () => redirect(303, localizeHref('/konto'));

export const actions: Actions = {
	name: async (event) => {
		const { actor } = ownAccount(event);
		const { name = '' } = await formOf(event.request);
		try {
			await renameSelf(event.locals.site.store, actor, { name });
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
	out: async (event) => {
		const { actor, session } = ownAccount(event);
		await endSession(event.locals.site.store, actor, session, session);
		sessionCookie.remove(event.cookies, event.url);
		redirect(303, localizeHref('/'));
	},
};
