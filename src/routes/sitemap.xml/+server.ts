import { listingPath } from '#domain/paths.ts';
import { themes } from '#domain/theme.ts';
import type { Site } from '#site';
import { version } from '$app/env';
import type { RequestHandler } from './$types';
import { type Address, sitemapIndex, sitemapPart } from './sitemap.ts';

/** The protocol allows 50 000 addresses in a file; each page has two, one for each language. */
const PART = 22_000;

/** `/sitemap.xml` is the index; `?part=pages` and `?part=0` and on are its files, by the ids of entries. */
export const GET: RequestHandler = async ({ url, locals: { site } }) => {
	const part = url.searchParams.get('part');
	const headers = {
		'content-type': 'application/xml; charset=utf-8',
		'cache-control': 'public, max-age=3600',
		etag: `"${version}-${site.finder.sequence}"`,
	};
	if (part === null) return new Response(await index(site, url.origin), { headers });
	const addresses = part === 'pages' ? await pages(site) : await entries(site, part);
	if (addresses.length === 0) return new Response(null, { status: 404 });
	return new Response(sitemapPart(url.origin, addresses), { headers });
};

async function index(site: Site, origin: string): Promise<string> {
	const parts = await site.store.municipalities.addressParts(PART);
	const at = (part: string | number) => `${origin}/sitemap.xml?part=${part}`;
	return sitemapIndex([
		{ url: at('pages') },
		...parts.map(({ part, updatedAt }) => ({ url: at(part), changed: updatedAt })),
	]);
}

async function pages(site: Site): Promise<Address[]> {
	const municipalities = await site.store.geography.municipalities();
	const paths = [
		...['/', '/sok', '/kommuner', '/teman', '/om', '/tillganglighet', '/integritet'],
		...municipalities.map(({ slug }) => `/kommun/${slug}`),
		...themes.map((theme) => `/tema/${theme.replaceAll('_', '-')}`),
	];
	return paths.map((path) => ({ path }));
}

async function entries(site: Site, part: string): Promise<Address[]> {
	if (!/^\d{1,6}$/.test(part)) return [];
	const from = Number(part) * PART;
	const found = await site.store.municipalities.addresses(from, from + PART - 1);
	return found.map(({ kind, slug, updatedAt }) => ({ path: listingPath(kind, slug), changed: updatedAt }));
}
