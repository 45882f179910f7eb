import { error } from '@sveltejs/kit';
import { photoFor } from '#domain/photos.ts';
import { draftCookie } from '../../../session-cookie.ts';
import type { RequestHandler } from './$types';

const FILE = /^([0-9a-f]{32})(-liten)?\.webp$/;
/** A picture is named by its content: it never becomes another. Taken away, it is gone everywhere within a month. */
const PUBLIC = 'public, max-age=2592000, immutable';

/** A picture: everybody's when an entry shows it, till then theirs who look after the entry that it was sent in for. */
export const GET: RequestHandler = async ({ params, request, cookies, url, locals: { site, actor } }) => {
	const [, id, small] = FILE.exec(params.file) ?? [];
	const seen = id ? await photoFor(site.store, actor, id, draftCookie.get(cookies, url)) : null;
	if (!id || !seen) error(404, 'page.unknown');
	const headers = {
		'cache-control': seen === 'public' ? PUBLIC : 'private, no-store',
		etag: `"${id}${small ?? ''}"`,
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		// Public data may be shown by others too; what waits may not.
		'cross-origin-resource-policy': seen === 'public' ? 'cross-origin' : 'same-origin',
	};
	if (seen === 'public' && request.headers.get('if-none-match') === headers.etag)
		return new Response(null, { status: 304, headers });
	const bytes = await site.store.photos.bytes(id, small ? 'small' : 'large');
	if (!bytes) error(404, 'page.unknown');
	return new Response(new Uint8Array(bytes), {
		headers: { ...headers, 'content-type': 'image/webp', 'content-length': String(bytes.length) },
	});
};
