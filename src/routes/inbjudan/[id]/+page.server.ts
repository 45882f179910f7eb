import { redirect } from '@sveltejs/kit';
import { answerInvitation, invitationFor } from '#domain/invitation.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, idOf } from '../../form.ts';
import { nameOf } from '../../keepers.ts';
import { ownAccount } from '../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const invitation = await invitationFor(site.store, actor, idOf(event.params.id), site.now());
	const by = invitation.invitedBy === null ? undefined : await site.store.people.get(invitation.invitedBy);
	return {
		...{ id: invitation.id, role: invitation.role },
		what: await nameOf(site, invitation, locale),
		by: by ? (by.name ?? by.email) : null,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const { answer } = await formOf(event.request);
		await answerInvitation(site.store, actor, idOf(event.params.id), answer === 'yes', site.now());
		redirect(303, localizeHref('/konto'));
	},
};
