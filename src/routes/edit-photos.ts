import type { RequestEvent } from '@sveltejs/kit';
import { error, fail, redirect } from '@sveltejs/kit';
import { Invalid, Refusal } from '#domain/errors.ts';
import type { Stored } from '#domain/listing.ts';
import { askedBy, one, type Typed } from '#domain/parts/part.ts';
import { listingPath } from '#domain/paths.ts';
import { addPhoto, mayAddPhoto, photosPart } from '#domain/photos.ts';
import { type EditResult, editListing, formFor } from '#domain/revision.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { preparePhoto } from '../photo/prepare.ts';
import { typedOf } from './form.ts';
import { entryAt, textOf } from './listing.ts';
import { ownAccount } from './personal.ts';

type Event = RequestEvent<{ slug: string }>;

/** What the page of an entry's pictures needs: those that are shown, or that this person would have shown. */
export const photosLoad = (kind: Kind) => async (event: Event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const { seen, typed } = await formFor(site.store, actor, listing, photosPart);
	const municipality = (await site.store.geography.municipality(listing.municipality))!;
	return {
		entry: { kind, slug: listing.slug, name: textOf(listing, locale).name, municipality: municipality.fullName },
		seen,
		typed,
		sizes: Object.fromEntries(
			(await site.store.photos.of(listing.id)).map(({ id, width, height }) => [id, { width, height }]),
		),
	};
};

export interface Sent {
	/** Which of the two forms it was. */
	sent: 'add' | 'save';
	typed: Typed;
	wrong: Record<string, string>;
}

/** A refusal as the form it came from, with what was typed. */
export function again(event: Pick<RequestEvent, 'setHeaders'>, sent: Sent['sent'], typed: Typed, reason: unknown) {
	if (!(reason instanceof Refusal)) throw reason;
	if (reason.status === 503) event.setHeaders({ 'retry-after': '10' });
	const wrong = reason instanceof Invalid ? { ...reason.fields } : { form: reason.key };
	return fail(reason.status, { sent, typed, wrong } satisfies Sent);
}

function leave(listing: Stored, result: EditResult): never {
	if ('clashes' in result) error(409, 'revision.clash');
	redirect(303, `${localizeHref(`${listingPath(listing.kind, listing.slug)}/andra`)}?klart=${result.done}`);
}

/** The fields of a form with a file; what is no such form is refused. */
export async function formWithFile(request: Request): Promise<{ file: Uint8Array; typed: Typed }> {
	try {
		const form = await request.formData();
		const file = form.get('file');
		const text = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
		return {
			file: file instanceof File ? await file.bytes() : new Uint8Array(),
			typed: Object.fromEntries(text.map(([name, value]) => [name, [value]])),
		};
	} catch (reason) {
		if (reason instanceof TypeError) error(400, 'form.unreadable');
		throw reason;
	}
}

/** The two forms of the page: a new picture, and what is said of those that are there. */
export const photosActions = (kind: Kind) => ({
	add: async (event: Event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const listing = await entryAt(site, kind, event.params.slug);
		let typed: Typed = {};
		let result: EditResult;
		try {
			// Before a large body is read at all.
			await mayAddPhoto(site.store, actor, listing, site.now());
			const form = await formWithFile(event.request);
			typed = form.typed;
			const said = Object.fromEntries(['alt', 'altEn', 'consent'].map((name) => [name, one(typed, name)]));
			const around = { now: site.now(), places: site.places };
			result = await addPhoto(site.store, actor, listing, { file: () => preparePhoto(form.file), typed: said }, around);
		} catch (reason) {
			return again(event, 'add', typed, reason);
		}
		leave(listing, result);
	},
	save: async (event: Event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const listing = await entryAt(site, kind, event.params.slug);
		const form = await typedOf(event.request);
		const typed = askedBy(photosPart, form);
		let result: EditResult;
		try {
			const edit = { part: photosPart, typed, seen: seenIn(one(form, 'seen')) };
			result = await editListing(site.store, actor, listing.id, edit, { now: site.now(), places: site.places });
		} catch (reason) {
			return again(event, 'save', typed, reason);
		}
		leave(listing, result);
	},
});

/** What stood in the form when it was made. */
function seenIn(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Invalid({ form: 'wrong' });
	}
}
