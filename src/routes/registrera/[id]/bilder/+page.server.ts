import { redirect } from '@sveltejs/kit';
import { addDraftPhoto, draftPhotos, mayAddDraftPhoto, saveDraftPhotos } from '#domain/draft-photos.ts';
import { askedBy, one, type Typed } from '#domain/parts/part.ts';
import { photosPart } from '#domain/photos.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { preparePhoto } from '../../../../photo/prepare.ts';
import { again, formWithFile } from '../../../edit-photos.ts';
import { typedOf } from '../../../form.ts';
import { draftAt, holderOf } from '../../draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, kind, done, typed } = await draftAt(event);
	const photos = await draftPhotos(event.locals.site.store, typed);
	return {
		...{ id, kind, done, name: one(typed, 'name') },
		typed: askedBy(photosPart, typed),
		sizes: Object.fromEntries(photos.map(({ id: photo, width, height }) => [photo, { width, height }])),
	};
};

const back = (id: number) => redirect(303, localizeHref(`/registrera/${id}/bilder`));

/** The two forms of the page: a new picture, and what is said of those that are there. */
export const actions: Actions = {
	add: async (event) => {
		const { id } = await draftAt(event);
		const { site } = event.locals;
		const from = { address: event.getClientAddress(), now: site.now() };
		let typed: Typed = {};
		try {
			// Before a large body is read at all.
			await mayAddDraftPhoto(site.store, holderOf(event), id, from);
			const form = await formWithFile(event.request);
			typed = form.typed;
			const said = Object.fromEntries(['alt', 'altEn', 'consent'].map((name) => [name, one(typed, name)]));
			const photo = { file: () => preparePhoto(form.file), typed: said };
			await addDraftPhoto(site.store, holderOf(event), id, photo, from);
		} catch (reason) {
			return again(event, 'add', typed, reason);
		}
		back(id);
	},
	save: async (event) => {
		const { id } = await draftAt(event);
		const { site } = event.locals;
		const typed = askedBy(photosPart, await typedOf(event.request));
		try {
			await saveDraftPhotos(site.store, holderOf(event), id, typed, site.now());
		} catch (reason) {
			return again(event, 'save', typed, reason);
		}
		back(id);
	},
};
