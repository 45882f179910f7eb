import { redirect } from '@sveltejs/kit';
import { Invalid } from '#domain/errors.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { finishWithProvider } from '../../../../../proof/openid.ts';
import { openIdCookie } from '../../../../../session-cookie.ts';
import { keepNowhere } from '../../../../personal.ts';
import { providerAt } from '../../../provider.ts';
import { agentIn, begin } from '../../../signed-in.ts';
import type { RequestHandler } from './$types';

/** Back from the municipality's own sign-in. */
export const GET: RequestHandler = async (event) => {
	keepNowhere(event);
	const { url, cookies, request, locals } = event;
	const { provider, redirectUri } = await providerAt(event);
	const device = openIdCookie.get(cookies, url);
	openIdCookie.remove(cookies, url);
	let to: string;
	try {
		const means = { agent: agentIn(request), locale: locals.locale, now: locals.site.now() };
		const back = { device, redirectUri, query: url.searchParams };
		const { token, next } = await finishWithProvider(locals.site.store, provider, back, means);
		await begin(event, token);
		to = next;
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		to = `${localizeHref('/logga-in')}?fel=${Object.values(reason.fields)[0]}`;
	}
	redirect(303, to);
};
