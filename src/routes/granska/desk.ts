import type { RequestEvent } from '@sveltejs/kit';
import { error } from '@sveltejs/kit';
import { may } from '#domain/permission.ts';
import type { Actor } from '#domain/person.ts';
import { type QueueKind, queueHref, queuePath, queueView } from '#domain/queue.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { ownAccount } from '../personal.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** Who works at the desk, and the municipalities that they may decide for. Who has none finds no desk. */
export async function atDesk(event: Event) {
	const { actor } = ownAccount(event);
	const theirs = await reviewedBy(event, actor);
	if (!theirs.length) error(404, 'page.unknown');
	return { actor, theirs };
}

async function reviewedBy({ locals: { site } }: Event, actor: Actor) {
	const all = await site.store.geography.municipalities();
	return all.filter(({ code }) => may(actor, 'municipality.review', { municipality: code }));
}

/** Of the municipalities that somebody may decide for, those that a view asks for. */
export const inView = (theirs: readonly { code: string }[], municipality: string | null): string[] =>
	theirs.map(({ code }) => code).filter((code) => !municipality || code === municipality);

/** What a page needs on which one thing is decided: the way back to the queue, and past this one. */
export interface DeskPlace {
	/** The part of the address that keeps what of the queue is looked at; goes with the form. */
	view: string;
	back: string;
	/** The next one; null when nothing else waits. */
	next: string | null;
	/** Another one has just been decided. */
	done: boolean;
}

/** The place of one thing in the queue. */
export async function deskPlace(event: Event, kind: QueueKind, id: number): Promise<DeskPlace> {
	const { theirs } = await atDesk(event);
	const view = queueView(event.url.searchParams);
	const codes = inView(theirs, view.municipality);
	const next = await event.locals.site.store.queue.after({ kind: view.kind, municipalities: codes }, { kind, id });
	const kept = queueHref(view);
	return {
		view: kept,
		back: localizeHref('/granska') + kept,
		next: next ? localizeHref(queuePath(next.kind, next.id)) + kept : null,
		done: event.url.searchParams.has('done'),
	};
}

/** Where one goes on to after a decision. To be asked for before it: what is decided has no place in the queue any more. */
export async function goingOn(event: Event, kind: QueueKind, id: number): Promise<string> {
	const { back, next } = await deskPlace(event, kind, id);
	const to = next ?? back;
	return `${to}${to.includes('?') ? '&' : '?'}done=1`;
}
