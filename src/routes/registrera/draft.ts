import type { RequestEvent } from '@sveltejs/kit';
import { openDraft } from '#domain/draft.ts';
import { NotFound } from '#domain/errors.ts';
import { type PartKey, partSegments, partsOf } from '#domain/parts/keys.ts';
import { type Around, one, type Typed } from '#domain/parts/part.ts';
import { segments } from '#domain/paths.ts';
import { digest } from '#domain/secret.ts';
import { type Kind, kinds } from '#domain/taxonomies.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { draftCookie } from '../../session-cookie.ts';
import { idOf } from '../form.ts';
import { askToSignIn, keepNowhere } from '../personal.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'locals' | 'request'>;

/** Who opens a draft. */
export const holderOf = ({ cookies, url, locals }: Event) => ({
	actor: locals.actor,
	device: draftCookie.get(cookies, url),
});

/** The draft at an address. Who has not signed in, and has not begun it in this browser, is asked to sign in. */
export async function draftAt(event: Event & { params: { id: string } }) {
	keepNowhere(event);
	const { site, actor } = event.locals;
	try {
		return await openDraft(site.store, holderOf(event), idOf(event.params.id), site.now());
	} catch (reason) {
		if (!(reason instanceof NotFound) || actor) throw reason;
		return askToSignIn(event);
	}
}

/** Where one signs in to come back to a path, in the reader's language. */
export const signInFirst = (path: string): string => `${localizeHref('/logga-in')}?till=${encodeURIComponent(path)}`;

/** What a part of a draft may look at. */
export function aroundOf({ locals: { site } }: Event, kind: Kind, typed: Typed): Around {
	const municipality = one(typed, 'municipality') || null;
	return { kind, listing: null, municipality, now: site.now(), store: site.store, places: site.places };
}

/** The Swedish path of a step of a draft. */
export const stepPath = (id: number, key: PartKey): string => `/registrera/${id}/${partSegments[key]}`;

/** The Swedish path of what comes after a step: the next one, or looking it all over. */
export function pathAfter(id: number, kind: Kind, key: PartKey): string {
	const keys: readonly PartKey[] = partsOf[kind];
	const next = keys[keys.indexOf(key) + 1];
	return next ? stepPath(id, next) : `/registrera/${id}/skicka`;
}

/** The Swedish path of what comes before a step. */
export function pathBefore(id: number, kind: Kind, key: PartKey): string {
	const keys: readonly PartKey[] = partsOf[kind];
	const before = keys[keys.indexOf(key) - 1];
	return before ? stepPath(id, before) : '/registrera';
}

/** The kind that an address names: `forening`. */
export const kindAt = (segment: string): Kind | undefined => kinds.find((kind) => segments[kind] === segment);

/** The drafts that somebody can go on with: their own, else those of this browser. */
export async function draftsOf(event: Event) {
	const { site } = event.locals;
	return (await goingOn(event)).map(({ id, kind, typed, changedAt }) => ({
		...{ id, kind, changedAt, name: one(typed, 'name') },
		now: site.now(),
	}));
}

async function goingOn(event: Event) {
	const { actor, device } = holderOf(event);
	const { drafts } = event.locals.site.store;
	if (actor) return drafts.of(actor.id);
	return device ? drafts.on(await digest(device)) : [];
}
