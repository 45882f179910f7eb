import { localPath } from '#domain/local-path.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { beginWithPasskey, finishWithPasskey } from '../../../proof/passkey.ts';
import { passkeyCookie } from '../../../session-cookie.ts';
import { answer, jsonOf, partyOf, refusedAsJson } from '../../json.ts';
import { agentIn, begin } from '../signed-in.ts';
import type { RequestHandler } from './$types';

/** What the device is to sign. */
export const POST: RequestHandler = async ({ request, cookies, url, locals: { site } }) => {
	await jsonOf(request);
	const { device, options } = await beginWithPasskey(site.store, partyOf(site), site.now());
	passkeyCookie.set(cookies, url, device);
	return answer(options);
};

/** What the device has signed: gives where to go on. */
export const PUT: RequestHandler = async (event) => {
	const { cookies, url, request, locals } = event;
	const { site } = locals;
	const { response, next } = await jsonOf(request);
	const shown = { device: passkeyCookie.get(cookies, url), response };
	passkeyCookie.remove(cookies, url);
	try {
		const means = { party: partyOf(site), agent: agentIn(request), now: site.now() };
		await begin(event, await finishWithPasskey(site.store, shown, means));
	} catch (reason) {
		return refusedAsJson(reason);
	}
	return answer({ next: localPath(next, localizeHref('/konto')) });
};
