import { xml } from '#domain/xml.ts';
import { localizeHref } from '#text/generated/runtime.js';

/** A page by its Swedish path, and when it was changed last (unix seconds). */
export interface Address {
	path: string;
	changed?: number;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const locales = ['sv', 'en'] as const;
/** So many pages are made into text at a time. */
const CHUNK = 500;

const lastmod = (second: number | undefined) =>
	second === undefined ? '' : `<lastmod>${new Date(second * 1000).toISOString().slice(0, 19)}Z</lastmod>`;

type Locale = (typeof locales)[number];

const folders = new Map<string, string>();

/** The path of a page in a language; of two pages in one folder, `/forening/x` and `/forening/y`, the folder is asked for once. */
function localized(path: string, locale: Locale): string {
	const cut = path.lastIndexOf('/');
	if (cut === 0) return localizeHref(path, { locale });
	const key = locale + path.slice(0, cut);
	const known = folders.get(key) ?? localizeHref(`${path.slice(0, cut)}/x`, { locale }).slice(0, -1);
	folders.set(key, known);
	return known + path.slice(cut + 1);
}

/** The index: the whole address of each part. */
export function sitemapIndex(parts: readonly { url: string; changed?: number }[]): string {
	const list = parts.map(({ url, changed }) => `<sitemap><loc>${xml(url)}</loc>${lastmod(changed)}</sitemap>\n`);
	return `${declaration}<sitemapindex xmlns="${namespace}">\n${list.join('')}</sitemapindex>\n`;
}

/** One page: an entry in each language, each naming both. */
export function urlsOf(origin: string, { path, changed }: Address): string {
	const at = locales.map((locale) => ({ locale, href: xml(origin + localized(path, locale)) }));
	const links = at
		.map(({ locale, href }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`)
		.join('');
	return at.map(({ href }) => `<url><loc>${href}</loc>${lastmod(changed)}${links}</url>\n`).join('');
}

/** A part, piece by piece, so that no part is ever held whole. */
export function sitemapPart(origin: string, addresses: readonly Address[]): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let at = -CHUNK;
	return new ReadableStream({
		pull(controller) {
			if (at < 0) {
				const open = `${declaration}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
				controller.enqueue(encoder.encode(open));
			} else {
				const some = addresses.slice(at, at + CHUNK).map((address) => urlsOf(origin, address));
				controller.enqueue(encoder.encode(some.join('')));
			}
			at += CHUNK;
			if (at < addresses.length) return;
			controller.enqueue(encoder.encode('</urlset>\n'));
			controller.close();
		},
	});
}
