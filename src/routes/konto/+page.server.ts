import { redirect } from '@sveltejs/kit';
import { endSession, renameSelf } from '#domain/account.ts';
import { permissions } from '#domain/permission.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { sessionCookie } from '../../session-cookie.ts';
import { formOf, refused } from '../form.ts';
import { ownAccount } from '../personal.ts';
import { draftsOf } from '../registrera/draft.ts';
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
		drafts: await draftsOf(event),
		registrations: (await store.registrations.of(actor.id)).map(({ id, draft, kind, name, state }) => ({
			...{ id, draft, kind, name, state },
		})),
		sessions: sessions.map(({ id, agent, createdAt, seenAt }) => ({
			...{ id, agent, createdAt, seenAt },
			here: id === session,
		})),
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
			await renameSelf(event.locals.site.store, actor, { name }, event.locals.site.now());
		} catch (reason) {
			return refused(reason, { name }, event.setHeaders);
		}
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
