import { mayAnywhere } from '#domain/permission.ts';
import { QUEUE_PAGE, queueHref, queueKindsInOrder, queuePath, queueView } from '#domain/queue.ts';
import type { PageServerLoad } from './$types';
import { atDesk, inView } from './desk.ts';

export const load: PageServerLoad = async (event) => {
	const { actor, theirs } = await atDesk(event);
	const { site, locale } = event.locals;
	const view = queueView(event.url.searchParams);
	const codes = theirs.map(({ code }) => code);
	const counts = await site.store.queue.counts(codes);
	const sum = (of: typeof counts) => of.reduce((total, { count }) => total + count, 0);
	const here = counts.filter(({ municipality }) => !view.municipality || municipality === view.municipality);
	const ofKind = counts.filter(({ kind }) => !view.kind || kind === view.kind);
	const total = sum(here.filter(({ kind }) => !view.kind || kind === view.kind));
	// Past the end, where what stood there has been decided meanwhile: the last page there is.
	const page = Math.min(view.page, Math.max(1, Math.ceil(total / QUEUE_PAGE)));
	const items = await site.store.queue.page(
		{ kind: view.kind, municipalities: inView(theirs, view.municipality) },
		page,
		locale,
	);
	const nameOf = new Map(theirs.map(({ code, fullName }) => [code, fullName]));
	const kept = queueHref(view);
	return {
		view: { ...view, page },
		desk: theirs.length > 3 ? null : theirs.map(({ fullName }) => fullName),
		kinds: queueKindsInOrder.map((kind) => ({ kind, count: sum(here.filter((one) => one.kind === kind)) })),
		municipalities: theirs
			.map(({ code, name }) => ({ code, name, count: sum(ofKind.filter((one) => one.municipality === code)) }))
			.filter(({ code, count }) => count > 0 || code === view.municipality),
		administrates: mayAnywhere(actor, 'municipality.staff'),
		total,
		all: sum(here),
		first: (page - 1) * QUEUE_PAGE + 1,
		items: items.map(({ municipality, ...item }) => ({
			...item,
			path: queuePath(item.kind, item.id) + kept,
			municipality: theirs.length > 1 ? (nameOf.get(municipality) ?? null) : null,
		})),
		more: page * QUEUE_PAGE < total,
		done: event.url.searchParams.has('done'),
		now: site.now(),
	};
};
