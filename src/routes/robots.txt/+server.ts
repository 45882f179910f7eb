import type { RequestHandler } from './$types';

/**
 * Searches narrowed by three parameters or more, by a map's frame or to a later page are without end;
 * the pages of entries, topics and municipalities, which the sitemap names, are not.
 */
const rules = ['/*cursor=', '/*bbox=', '/*near=', '/*?*&*&', '/*/fel$', '/*/error$', '/offline', '/en/offline'];

export const GET: RequestHandler = ({ url }) =>
	new Response(
		`User-agent: *\n${rules.map((rule) => `Disallow: ${rule}\n`).join('')}\nSitemap: ${url.origin}/sitemap.xml\n`,
		{ headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' } },
	);
