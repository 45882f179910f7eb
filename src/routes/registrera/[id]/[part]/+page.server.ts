import type { RequestEvent } from '@sveltejs/kit';
import { error, fail, redirect } from '@sveltejs/kit';
import { saveStep } from '#domain/draft.ts';
import { Invalid, Refusal } from '#domain/errors.ts';
import { parts } from '#domain/parts/index.ts';
import { partAt } from '#domain/parts/keys.ts';
import { askedBy, one, type Typed } from '#domain/parts/part.ts';
import { localizeHref } from '#text/generated/runtime.js';
import type { Draft } from '../../../../store/drafts.ts';
import { typedOf } from '../../../form.ts';
import { offered } from '../../../parts/offered.ts';
import { aroundOf, draftAt, holderOf } from '../../draft.ts';
import { afterBasics, leaves, pathFor } from '../../next.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ id: string; part: string }>;

async function stepAt(event: Event) {
	const draft = await draftAt(event);
	const key = partAt(draft.kind, event.params.part);
	if (!key) error(404, 'page.unknown');
	return { draft, key, part: parts[key] };
}

function offeredFor({ locals: { site, locale, actor } }: Event, { kind, typed }: Draft, key: keyof typeof parts) {
	const municipality = one(typed, 'municipality') || null;
	return offered[key]({ site, locale, kind, typed, actor, listing: null, municipality });
}

export const load: PageServerLoad = async (event) => {
	const { draft, key, part } = await stepAt(event);
	const { id, kind, typed, done } = draft;
	return { ...{ id, kind, key, done }, typed: askedBy(part, typed), offered: await offeredFor(event, draft, key) };
};

/** What is wrong in a step, by the name of the question. */
async function wrongIn(event: Event, { kind, typed }: Draft, key: keyof typeof parts): Promise<Record<string, string>> {
	try {
		await parts[key].read(typed, aroundOf(event, kind, typed));
		return {};
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		return { ...reason.fields };
	}
}

export const actions: Actions = {
	default: async (event) => {
		const { draft, key, part } = await stepAt(event);
		const { site } = event.locals;
		const form = await typedOf(event.request);
		const typed: Typed = askedBy(part, form);
		const go = one(form, 'go');
		const others = Object.entries(draft.typed).filter(([name]) => !part.asks(name));
		const now = { ...draft, typed: { ...Object.fromEntries(others), ...typed } };
		const again = async (wrong: Record<string, string>) => ({
			typed,
			wrong,
			offered: await offeredFor(event, now, key),
		});
		const wrong = await wrongIn(event, now, key);
		const right = Object.keys(wrong).length === 0;
		try {
			// Whatever it is, it is kept: who goes back or on another day finds it as it was.
			const done = right && go === 'stay' ? null : right;
			await saveStep(site.store, holderOf(event), draft.id, { key, typed, done }, site.now());
		} catch (reason) {
			if (!(reason instanceof Refusal)) throw reason;
			if (reason.status === 503) event.setHeaders({ 'retry-after': '10' });
			const told = reason instanceof Invalid ? { ...reason.fields } : { form: reason.key };
			return fail(reason.status, await again(told));
		}
		if (go === 'stay') return again({});
		if (!right && !leaves(draft.kind, go)) return fail(400, await again(wrong));
		redirect(303, localizeHref(key === 'basics' ? await afterBasics(event, now, go) : pathFor(now, key, go)));
	},
};
