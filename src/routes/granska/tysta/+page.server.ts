import { error, redirect } from '@sveltejs/kit';
import { may } from '#domain/permission.ts';
import { silentIn } from '#domain/silent.ts';
import { closeEntry, confirmEntries, reopenEntry } from '#domain/still-right.ts';
import type { Site } from '#site';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, idOf, refused } from '../../form.ts';
import { ownAccount } from '../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

/** How the last press ended, for the page that follows it. */
const ENDS = ['confirmed', 'closed', 'reopened'] as const;

/** `after` as it stands in the address: the moment and the id of the last that was shown. */
function afterOf(text: string | null) {
	const [, since, id] = /^(\d{1,12})-(\d{1,15})$/.exec(text ?? '') ?? [];
	return since && id ? { since: Number(since), id: Number(id) } : undefined;
}

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const { searchParams } = event.url;
	const all = await site.store.geography.municipalities();
	const theirs = all.filter(({ code }) => may(actor, 'municipality.review', { municipality: code }));
	const municipality = theirs.find(({ code }) => code === searchParams.get('kommun')) ?? theirs[0];
	if (!municipality) error(404, 'page.unknown');
	const kept = searchParams.get('ur') !== 'register';
	const after = afterOf(searchParams.get('efter'));
	const now = site.now();
	return {
		municipality: { code: municipality.code, name: municipality.fullName },
		municipalities: theirs.length > 1 ? theirs.map(({ code, name }) => ({ code, name })) : [],
		kept,
		...(await silentIn(site.store, actor, municipality.code, { kept, now, ...(after ? { after } : {}) })),
		done: await doneOf(site, searchParams),
		now,
	};
};

/** What was done last: which, and to what. */
async function doneOf({ store }: Site, params: URLSearchParams) {
	const end = ENDS.find((one) => one === params.get('klart'));
	const listing = end && (await store.listings.get(idOf(params.get('sida') ?? '')));
	return end && listing ? { end, id: listing.id, name: listing.name } : null;
}

type Event = Parameters<NonNullable<Actions['confirm']>>[0];

/** Does something to the entry of the form; the list comes again, with what stood after it in focus. */
const acting =
	(end: (typeof ENDS)[number], act: (site: Site, by: { id: number }, id: number) => Promise<unknown>) =>
	async (event: Event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const { id = '', next = '', kommun = '', ur = '', efter = '' } = await formOf(event.request);
		try {
			await act(site, actor, idOf(id));
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		const kept = Object.entries({ kommun, ur, efter }).filter(([, value]) => value);
		const query = new URLSearchParams([...kept, ['klart', end], ['sida', id]]);
		redirect(303, `${localizeHref('/granska/tysta')}?${query}${idOf(next) ? `#e${idOf(next)}` : ''}`);
	};

export const actions: Actions = {
	confirm: acting('confirmed', ({ store, now }, by, id) =>
		confirmEntries(store, by, [id], { askedAt: now(), now: now() }),
	),
	close: acting('closed', ({ store, now }, by, id) => closeEntry(store, by, id, {}, now())),
	reopen: acting('reopened', ({ store, now }, by, id) => reopenEntry(store, by, id, now())),
};
