import { redirect } from '@sveltejs/kit';
import { DRAFT_DAYS, dropDraft, mailDraft } from '#domain/draft.ts';
import { one } from '#domain/parts/part.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { kindLabel } from '#text/labels.ts';
import { draftLetter } from '../../../../mail/letters.ts';
import { refused } from '../../../form.ts';
import { ownAccount } from '../../../personal.ts';
import { draftAt, holderOf, signInFirst } from '../../draft.ts';
import type { Actions, PageServerLoad } from './$types';

const DAY = 86_400;

export const load: PageServerLoad = async (event) => {
	const { id, kind, typed, changedAt } = await draftAt(event);
	const { site, actor } = event.locals;
	return {
		...{ id, kind, name: one(typed, 'name') },
		until: changedAt + DRAFT_DAYS * DAY,
		email: actor?.email ?? null,
		sent: event.url.searchParams.has('brev'),
		signIn: signInFirst(localizeHref(`/registrera/${id}/sparat`)),
		now: site.now(),
	};
};

export const actions: Actions = {
	letter: async (event) => {
		const { actor } = ownAccount(event);
		const { id } = await draftAt(event);
		const { site, locale } = event.locals;
		const href = site.address(localizeHref(`/registrera/${id}`));
		try {
			await mailDraft(site.store, actor, id, {
				now: site.now(),
				letter: ({ kind, typed }) =>
					draftLetter({
						...{ recipient: actor.email, locale, href, days: DRAFT_DAYS },
						name: one(typed, 'name') || kindLabel(kind),
					}),
			});
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		redirect(303, `${localizeHref(`/registrera/${id}/sparat`)}?brev`);
	},
	drop: async (event) => {
		const { id } = await draftAt(event);
		await dropDraft(event.locals.site.store, holderOf(event), id, event.locals.site.now());
		redirect(303, localizeHref('/registrera'));
	},
};
