import { m } from '#text/generated/messages.js';
import { getLocale, localizeHref } from '#text/generated/runtime.js';
import type { RequestHandler } from './$types';

const png = (size: number, purpose: 'any' | 'maskable', name = `icon-${size}`) => ({
	src: `/${name}.png`,
	sizes: `${size}x${size}`,
	type: 'image/png',
	purpose,
});

/** How the site looks among a device's own programs. */
export const GET: RequestHandler = () =>
	new Response(
		JSON.stringify({
			id: localizeHref('/'),
			name: m.site_name(),
			short_name: m.site_name(),
			description: m.site_tagline(),
			lang: getLocale(),
			start_url: localizeHref('/'),
			scope: '/',
			display: 'minimal-ui',
			background_color: '#faf6ee',
			theme_color: '#1d5943',
			icons: [
				{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
				png(192, 'any'),
				png(512, 'any'),
				png(512, 'maskable', 'icon-maskable-512'),
			],
			shortcuts: [
				{ name: m.nav_search(), url: localizeHref('/sok') },
				{ name: m.m_week(), url: localizeHref('/sok?kind=activity&when=week') },
			],
		}),
		{ headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=86400' } },
	);
