import { redirect } from '@sveltejs/kit';
import { NotFound } from '#domain/errors.ts';
import { closeEntry, closing, reopenEntry } from '#domain/still-right.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, idOf, refused } from '../../form.ts';
import { textOf } from '../../listing.ts';
import { answering, keyed } from '../../reminder.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Parameters<PageServerLoad>[0] | Parameters<NonNullable<Actions['close']>>[0];

/** Who says it and of which entry: a link in a letter of one entry names it itself. */
async function about(event: Event, key: string | null, wanted: string) {
	const asked = await answering(event, key);
	if (!asked) return null;
	const id = wanted === '' && asked.listings.length === 1 ? asked.listings[0]! : idOf(wanted);
	if (!asked.listings.includes(id)) throw new NotFound('listing.unknown');
	return { by: asked.by, id };
}

export const load: PageServerLoad = async (event) => {
	const { site, locale } = event.locals;
	const { searchParams } = event.url;
	const key = searchParams.get('nyckel');
	const found = await about(event, key, searchParams.get('uppslag') ?? '');
	const base = { key, done: searchParams.get('klart') };
	if (!found) return { ...base, entry: null };
	const { listing, closed, atOnce } = await closing(site.store, found.by, found.id);
	const municipality = (await site.store.geography.municipality(listing.municipality))!;
	const { name } = textOf(listing, locale);
	return { ...base, entry: { id: found.id, name, municipality: municipality.fullName, closed, atOnce } };
};

const here = (key: string | null, id: number, klart: string) =>
	redirect(303, keyed(localizeHref('/paminnelse/stangd'), key, { uppslag: String(id), klart }));

export const actions: Actions = {
	close: async (event) => {
		const { site } = event.locals;
		const { nyckel = null, uppslag = '', words = '' } = await formOf(event.request);
		let done: string;
		let id: number;
		try {
			const found = await about(event, nyckel, uppslag);
			if (!found) throw new NotFound('reminder.spent');
			id = found.id;
			done = await closeEntry(site.store, found.by, id, { words }, site.now());
		} catch (reason) {
			return refused(reason, { words }, event.setHeaders);
		}
		here(nyckel, id, done);
	},
	reopen: async (event) => {
		const { site } = event.locals;
		const { nyckel = null, uppslag = '' } = await formOf(event.request);
		let id: number;
		try {
			const found = await about(event, nyckel, uppslag);
			if (!found) throw new NotFound('reminder.spent');
			id = found.id;
			await reopenEntry(site.store, found.by, id, site.now());
		} catch (reason) {
			return refused(reason, { words: '' }, event.setHeaders);
		}
		here(nyckel, id, 'reopened');
	},
};
