import { listingPath } from '#domain/paths.ts';
import { themes } from '#domain/theme.ts';
import { localizeHref } from '#text/generated/runtime.js';
import type { RequestHandler } from './$types';

/** The protocol allows 50 000 addresses in a file; each entry is one, with its other language beside it. */
const PART = 45_000;

/** `/sitemap.xml` is the index; `?part=0` and on are the files. */
export const GET: RequestHandler = async ({ url, locals: { site } }) => {
	const entries = await site.store.municipalities.addresses();
	const part = url.searchParams.get('part');
	if (part === null) {
		const parts = Array.from({ length: Math.max(1, Math.ceil(entries.length / PART)) }, (_, number) => number);
		const list = parts.map((number) => `<sitemap><loc>${url.origin}/sitemap.xml?part=${number}</loc></sitemap>`);
		return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${list.join('')}</sitemapindex>`);
	}
	if (!/^\d{1,4}$/.test(part)) return new Response('', { status: 400 });
	const municipalities = await site.store.geography.municipalities();
	const pages = [
		...['/', '/sok', '/kommuner', '/teman', '/om'],
		...municipalities.map(({ slug }) => `/kommun/${slug}`),
		...themes.map((theme) => `/tema/${theme.replaceAll('_', '-')}`),
	];
	const own = part === '0' ? pages.map((path) => address(url.origin, path)) : [];
	const mine = entries.slice(Number(part) * PART, (Number(part) + 1) * PART);
	const listed = mine.map(({ kind, slug, updatedAt }) => address(url.origin, listingPath(kind, slug), updatedAt));
	return xml(
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${[...own, ...listed].join('\n')}</urlset>`,
	);
};

function address(origin: string, path: string, changed?: number): string {
	const at = (locale: 'sv' | 'en') => origin + localizeHref(path, { locale });
	const others = (['sv', 'en'] as const)
		.map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${at(locale)}"/>`)
		.join('');
	const date = changed ? `<lastmod>${new Date(changed * 1000).toISOString().slice(0, 10)}</lastmod>` : '';
	return `<url><loc>${at('sv')}</loc>${date}${others}</url>`;
}

const xml = (body: string) =>
	new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`, {
		headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
	});
