import type { RequestEvent } from '@sveltejs/kit';
import { error, fail, redirect } from '@sveltejs/kit';
import { beginDraft } from '#domain/draft.ts';
import { Invalid, Refusal } from '#domain/errors.ts';
import { makeForm } from '#domain/form-token.ts';
import { parts } from '#domain/parts/index.ts';
import { askedBy, one, type Typed } from '#domain/parts/part.ts';
import { filledIn } from '#domain/robot.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { draftCookie } from '../../../../session-cookie.ts';
import { typedOf } from '../../../form.ts';
import { offered } from '../../../parts/offered.ts';
import { keepNowhere } from '../../../personal.ts';
import { tokenAfter } from '../../../told.ts';
import { aroundOf, draftsOf, holderOf, kindAt } from '../../draft.ts';
import { afterBasics } from '../../next.ts';
import type { Actions, PageServerLoad } from './$types';

function kindOf(segment: string) {
	const kind = kindAt(segment);
	if (!kind) error(404, 'page.unknown');
	return kind;
}

/** What the form that begins a draft is signed for. */
const ABOUT = 'register';

const begun = async ({ locals, params }: RequestEvent<{ kind: string }>, typed: Typed) => {
	const { site, locale, actor } = locals;
	const kind = kindOf(params.kind);
	return offered.basics({ site, locale, kind, typed, actor, listing: null, municipality: null });
};

export const load: PageServerLoad = async (event) => {
	keepNowhere(event);
	const kind = kindOf(event.params.kind);
	const drafts = (await draftsOf(event)).filter((draft) => draft.kind === kind);
	const { site } = event.locals;
	const token = await makeForm(site.store, ABOUT, site.now());
	return { kind, key: 'basics' as const, drafts, token, offered: await begun(event, {}) };
};

export const actions: Actions = {
	default: async (event) => {
		const { site } = event.locals;
		const kind = kindOf(event.params.kind);
		const form = await typedOf(event.request);
		const typed = askedBy(parts.basics, form);
		const again = async (reason: Refusal) => {
			const wrong: Record<string, string> = reason instanceof Invalid ? { ...reason.fields } : { form: reason.key };
			const token = await tokenAfter(reason, site, ABOUT, one(form, 'token'));
			return fail(reason.status, { typed, wrong, token, offered: await begun(event, typed) });
		};
		let id: number;
		try {
			await filledIn(site.store, ABOUT, { form: one(form, 'token'), website: one(form, 'website') }, site.now());
			await parts.basics.read(typed, aroundOf(event, kind, typed));
			const draft = await beginDraft(site.store, holderOf(event), { kind, typed, done: ['basics'] }, site.now());
			id = draft.id;
			if (draft.device) draftCookie.set(event.cookies, event.url, draft.device);
		} catch (reason) {
			if (!(reason instanceof Refusal)) throw reason;
			return again(reason);
		}
		redirect(303, localizeHref(await afterBasics(event, { id, kind, typed }, one(form, 'go'))));
	},
};
