import { heldAbout } from '#domain/account.ts';
import { ownAccount } from '../../personal.ts';
import type { RequestHandler } from './$types';

/** All that is held about who asks, as a file of JSON. */
export const GET: RequestHandler = async (event) => {
	const { actor } = ownAccount(event);
	const held = await heldAbout(event.locals.site.store, actor, event.locals.site.now());
	return new Response(`${JSON.stringify(held, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="samlas.json"',
			'cache-control': 'private, no-store',
		},
	});
};
