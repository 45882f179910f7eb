import { redirect } from '@sveltejs/kit';
import { untold } from '#domain/completeness.ts';
import { draftPhotos } from '#domain/draft-photos.ts';
import { Invalid } from '#domain/errors.ts';
import type { Photo } from '#domain/listing.ts';
import { type PartRead, readParts, together } from '#domain/parts/index.ts';
import { one } from '#domain/parts/part.ts';
import { alikeAs, listingWith, sendIn } from '#domain/registration.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { toldBy } from '#domain/told-by.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, refused } from '../../../form.ts';
import { photoView } from '../../../listing.ts';
import { shownAlike } from '../../../parts/alike.ts';
import { namesIn } from '../../../parts/names.ts';
import { ownAccount } from '../../../personal.ts';
import { aroundOf, draftAt, signInFirst } from '../../draft.ts';
import type { Actions, PageServerLoad } from './$types';

/** What it would not tell yet; null where something is wrong in it. */
function untoldBy(kind: Kind, parts: readonly PartRead[], photos: Photo[]) {
	try {
		return untold(toldBy(listingWith(kind, { ...together(parts), photos })));
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		return null;
	}
}

export const load: PageServerLoad = async (event) => {
	const draft = await draftAt(event);
	const { site, locale, actor } = event.locals;
	const { id, kind, typed, done } = draft;
	const code = one(typed, 'municipality');
	const municipality = code ? await site.store.geography.municipality(code) : undefined;
	const parts = await readParts(typed, aroundOf(event, kind, typed));
	const fields = Object.assign({}, ...parts.map((part) => part.fields)) as Record<string, unknown>;
	const photos = await draftPhotos(site.store, typed);
	const sent = await site.store.registrations.byDraft(id);
	return {
		...{ id, kind, done, name: one(typed, 'name') },
		parts,
		names: await namesIn(site.store, fields, locale),
		photos: photos.map((photo) => photoView(photo, locale)),
		untold: untoldBy(kind, parts, photos),
		alike: await shownAlike(site.store, await alikeAs(site.store, draft, parts, site.places), locale),
		municipality: municipality?.fullName ?? null,
		sent: sent ? { state: sent.state, words: sent.words, note: sent.note, anew: draft.changedAt > sent.sentAt } : null,
		email: actor?.email ?? null,
		signIn: signInFirst(localizeHref(`/registrera/${id}/skicka`)),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { id } = await draftAt(event);
		const { site } = event.locals;
		const { note = '' } = await formOf(event.request);
		try {
			await sendIn(site.store, actor, id, { note }, { now: site.now(), places: site.places });
		} catch (reason) {
			return refused(reason, { note }, event.setHeaders);
		}
		redirect(303, localizeHref(`/registrera/${id}/skicka`));
	},
};
