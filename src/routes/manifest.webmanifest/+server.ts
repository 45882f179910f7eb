import { m } from '#text/generated/messages.js';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	new Response(
		JSON.stringify({
			name: m.site_name(),
			short_name: m.site_name(),
			description: m.site_tagline(),
			start_url: '/',
			display: 'browser',
			background_color: '#faf6ee',
			theme_color: '#1d5943',
			icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
		}),
		{ headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=86400' } },
	);
