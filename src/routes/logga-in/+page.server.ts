import { redirect } from '@sveltejs/kit';
import { localPath } from '#domain/local-path.ts';
import { beginSignIn, MINUTES } from '#domain/sign-in.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { signInLetter } from '../../mail/letters.ts';
import { signOutOf } from '../../proof/openid.ts';
import { deviceCookie } from '../../session-cookie.ts';
import { formOf, refused } from '../form.ts';
import { keepNowhere } from '../personal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const { actor, site } = locals;
	keepNowhere({ locals });
	const next = localPath(url.searchParams.get('till'), localizeHref('/konto'));
	if (actor) redirect(303, next);
	if (locals.heldBack) redirect(303, `${localizeHref('/logga-in/stark')}?till=${encodeURIComponent(next)}`);
	const all = site.providers.length ? await site.store.geography.municipalities() : [];
	return {
		next,
		out: await signedOut(locals, url.searchParams.get('ut')),
		/** Why signing in by a municipality did not work. */
		fault: url.searchParams.get('fel'),
		providers: all
			.filter(({ code }) => site.providers.some(({ municipality }) => municipality === code))
			.map(({ slug, fullName }) => ({ slug, fullName })),
	};
};

/** Whoever has just signed out and came by their municipality: where they sign out there too. */
async function signedOut({ site }: App.Locals, code: string | null) {
	const provider = site.providers.find(({ municipality }) => municipality === code);
	if (!provider) return code ? { href: null, municipality: '' } : null;
	const { fullName } = (await site.store.geography.municipality(provider.municipality))!;
	return { href: await signOutOf(provider, site.address('/')), municipality: fullName };
}

export const actions: Actions = {
	default: async ({ request, cookies, url, setHeaders, locals: { site, locale } }) => {
		const { email = '', till } = await formOf(request);
		const next = localPath(till, localizeHref('/konto'));
		const link = (secret: string) => site.address(`${localizeHref('/logga-in/lank')}?nyckel=${secret}`);
		try {
			const { device } = await beginSignIn(
				site.store,
				{ email, next, locale },
				{
					now: site.now(),
					letter: ({ recipient, code, link: secret }) =>
						signInLetter({ recipient, locale, code, href: link(secret), minutes: MINUTES }),
				},
			);
			deviceCookie.set(cookies, url, device);
		} catch (reason) {
			return refused(reason, { email, next }, setHeaders);
		}
		redirect(303, localizeHref('/logga-in/kod'));
	},
};
