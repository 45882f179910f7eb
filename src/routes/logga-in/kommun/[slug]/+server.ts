import { redirect } from '@sveltejs/kit';
import { Invalid } from '#domain/errors.ts';
import { localPath } from '#domain/local-path.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { beginWithProvider } from '../../../../proof/openid.ts';
import { openIdCookie } from '../../../../session-cookie.ts';
import { keepNowhere } from '../../../personal.ts';
import { providerAt } from '../../provider.ts';
import type { RequestHandler } from './$types';

/** On to the municipality's own sign-in. */
export const GET: RequestHandler = async (event) => {
	keepNowhere(event);
	const { url, cookies, locals } = event;
	const { provider, redirectUri } = await providerAt(event);
	const next = localPath(url.searchParams.get('till'), localizeHref('/konto'));
	try {
		const means = { redirectUri, next, now: locals.site.now(), anew: url.searchParams.has('igen') };
		const { device, location } = await beginWithProvider(locals.site.store, provider, means);
		openIdCookie.set(cookies, url, device);
		redirect(303, location, { external: [location.origin] });
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		redirect(303, `${localizeHref('/logga-in')}?fel=${reason.fields.provider}`);
	}
};
