import { type RequestEvent, redirect } from '@sveltejs/kit';
import { Invalid, Refusal } from '#domain/errors.ts';
import { localPath } from '#domain/local-path.ts';
import { one, type Typed } from '#domain/parts/part.ts';
import type { Actor } from '#domain/person.ts';
import { isStaff, provedLately } from '#domain/session.ts';
import { askedWith, beginSignIn, MINUTES } from '#domain/sign-in.ts';
import { isDemanded, strongerWays } from '#domain/staff-sign-in.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { signInLetter } from '../../../mail/letters.ts';
import { deviceCookie } from '../../../session-cookie.ts';
import { typedOf } from '../../form.ts';
import { keepNowhere, ownAccount } from '../../personal.ts';
import { signIn } from '../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** Fields of this page itself; all others belong to what somebody was about to do. */
const OURS = 'confirm-';

const nextIn = ({ url }: RequestEvent) => localPath(url.searchParams.get('till'), localizeHref('/konto'));

/** Who shows who they are: somebody held back for having come by a letter adds a first key so. */
function whoIn(event: RequestEvent): Actor {
	keepNowhere(event);
	return event.locals.heldBack ?? ownAccount(event).actor;
}

const isFresh = ({ locals: { provedAt, site } }: RequestEvent) =>
	provedAt !== null && provedLately(provedAt, site.now());

/** A letter is enough for whom it lets in. */
async function byLetter({ locals: { site, heldBack } }: RequestEvent, actor: Actor): Promise<boolean> {
	return Boolean(heldBack) || !isStaff(actor) || !(await isDemanded(site.store));
}

export const load: PageServerLoad = async (event) => {
	const actor = whoIn(event);
	const { site } = event.locals;
	const next = nextIn(event);
	if (event.request.method === 'GET' && isFresh(event) && !event.url.searchParams.has('klart')) redirect(303, next);
	const vouching = site.providers.map(({ municipality }) => municipality);
	const { keys, municipalities } = await strongerWays(site.store, actor, vouching);
	const all = municipalities.length ? await site.store.geography.municipalities() : [];
	return {
		...{ next, keys, email: actor.email, person: actor.id, fresh: isFresh(event) },
		here: `${localizeHref('/logga-in/bekrafta')}?till=${encodeURIComponent(next)}`,
		letter: await byLetter(event, actor),
		mailbox: site.mailboxKey !== null,
		providers: all
			.filter(({ code }) => municipalities.includes(code))
			.map(({ slug, fullName }) => ({ slug, fullName })),
	};
};

/** A letter to nobody but whose account it is. */
async function send({ locals: { site, locale }, cookies, url }: RequestEvent, { email }: Actor, next: string) {
	const { device } = await beginSignIn(
		site.store,
		{ email, next, locale },
		{
			now: site.now(),
			letter: ({ recipient, code, link }) =>
				signInLetter({
					...{ recipient, locale, code, minutes: MINUTES },
					href: site.address(`${localizeHref('/logga-in/lank')}?nyckel=${link}`),
				}),
		},
	);
	deviceCookie.set(cookies, url, device);
}

/** By the code of a letter to this person: one to anybody else shows nothing of them. */
async function byCode(event: RequestEvent, { email }: Actor, code: string): Promise<void> {
	const { cookies, url, locals } = event;
	const device = deviceCookie.get(cookies, url);
	const asked = await askedWith(locals.site.store, device, locals.site.now());
	if (asked !== email) throw new Invalid({ code: 'spent' });
	await signIn(event, { code });
}

/** What is wrong in showing who one is; null when it is shown. */
async function wrongIn(event: RequestEvent, actor: Actor, typed: Typed): Promise<Record<string, string> | null> {
	if (one(typed, 'confirm-person') && Number(one(typed, 'confirm-person')) !== actor.id) return { form: 'other' };
	if (isFresh(event)) return null;
	if (typed['confirm-again']) return { form: 'not_yet' };
	const code = typed['confirm-code'];
	const letter = await byLetter(event, actor);
	try {
		if (code && letter) {
			await byCode(event, actor, code[0] ?? '');
			return null;
		}
		if (letter) await send(event, actor, nextIn(event));
		return {};
	} catch (reason) {
		if (!(reason instanceof Refusal)) throw reason;
		return reason instanceof Invalid ? { ...reason.fields } : { form: reason.key };
	}
}

export const actions: Actions = {
	default: async (event) => {
		const actor = whoIn(event);
		const typed = await typedOf(event.request);
		const wrong = await wrongIn(event, actor, typed);
		const back = one(typed, 'confirm-back') === 'yes';
		// The browser sends the form itself again, to where it was going.
		if (!wrong) redirect(back ? 303 : 307, nextIn(event));
		const others = Object.entries(typed).filter(([name]) => !name.startsWith(OURS));
		return {
			...{ wrong, back, sent: !wrong.form },
			// What somebody else had typed is not sent in this person's name.
			fields:
				wrong.form === 'other'
					? []
					: others.flatMap(([name, values]) => (values ?? []).map((value) => ({ name, value }))),
		};
	},
};
