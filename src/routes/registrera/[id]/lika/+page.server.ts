import { redirect } from '@sveltejs/kit';
import { one } from '#domain/parts/part.ts';
import { alikeFor } from '#domain/registration.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { shownAlike } from '../../../parts/alike.ts';
import { draftAt, pathAfter, stepPath } from '../../draft.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = await draftAt(event);
	const { site, locale } = event.locals;
	const alike = await alikeFor(site.store, draft, site.places);
	const on = localizeHref(pathAfter(draft.id, draft.kind, 'basics'));
	const items = await shownAlike(site.store, alike, locale);
	if (!items.length) redirect(303, on);
	const { id, kind, done, typed } = draft;
	return { ...{ id, kind, done, items, on }, name: one(typed, 'name'), back: localizeHref(stepPath(id, 'basics')) };
};
