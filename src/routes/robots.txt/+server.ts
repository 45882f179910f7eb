import type { RequestHandler } from './$types';

/** Searches narrowed by filters are without end; the pages of entries, themes and municipalities are not. */
export const GET: RequestHandler = ({ url }) =>
	new Response(
		`User-agent: *\nDisallow: /*cursor=\nDisallow: /*bbox=\nDisallow: /*/fel$\nDisallow: /*/error$\nSitemap: ${url.origin}/sitemap.xml\n`,
		{ headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' } },
	);
