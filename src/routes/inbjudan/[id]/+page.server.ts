import { redirect } from '@sveltejs/kit';
import { answerInvitation, invitationFor } from '#domain/invitation.ts';
import { listingPath } from '#domain/paths.ts';
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
	const entry = invitation.listing === null ? undefined : await site.store.listings.get(invitation.listing);
	return {
		...{ id: invitation.id, role: invitation.role, expiresAt: invitation.expiresAt, now: site.now() },
		path: entry ? listingPath(entry.kind, entry.slug) : null,
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
		redirect(303, localizeHref('/konto') + (answer === 'yes' ? '?klart=inbjudan' : ''));
	},
};
