import type { RequestEvent } from '@sveltejs/kit';
import { type PartKey, partAt } from '#domain/parts/keys.ts';
import type { Typed } from '#domain/parts/part.ts';
import { alikeFor } from '#domain/registration.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { pathAfter, pathBefore } from './draft.ts';

type Event = Pick<RequestEvent, 'locals'>;
interface Written {
	id: number;
	kind: Kind;
	typed: Typed;
}

/** A step that a button names: `to:plats`. */
const named = (kind: Kind, go: string): string | undefined => {
	const segment = /^to:([a-z-]+)$/.exec(go)?.[1];
	return segment && (segment === 'skicka' || partAt(kind, segment)) ? segment : undefined;
};

/** Whether somebody only wants to go elsewhere, and what is wrong here can wait. */
export const leaves = (kind: Kind, go: string): boolean => go === 'later' || go === 'back' || Boolean(named(kind, go));

/** Where a button leads, as a Swedish path: back, to a step that it names, to where it is said that it is saved, or on. */
export function pathFor({ id, kind }: Written, key: PartKey, go: string): string {
	if (go === 'later') return `/registrera/${id}/sparat`;
	const step = named(kind, go);
	if (step) return `/registrera/${id}/${step}`;
	return go === 'back' ? pathBefore(id, kind, key) : pathAfter(id, kind, key);
}

/** After the name one is asked whether it is one of those that are here already, if any is like it. */
export async function afterBasics({ locals: { site } }: Event, draft: Written, go: string): Promise<string> {
	if (leaves(draft.kind, go)) return pathFor(draft, 'basics', go);
	const alike = await alikeFor(site.store, draft, site.places);
	return alike.length ? `/registrera/${draft.id}/lika` : pathFor(draft, 'basics', 'next');
}
