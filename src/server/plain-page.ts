import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { xml } from '../domain/xml.ts';
import { m } from '../text/generated/messages.js';

const style = `:root{color-scheme:light dark;--paper:#faf6ee;--ink:#1f2622;--pine:#1d5943}
@media (prefers-color-scheme:dark){:root{--paper:#161a18;--ink:#edebe4;--pine:#86d3b2}}
body{max-width:36rem;margin:0 auto;padding:15vh 1rem 2rem;font:1.0625rem/1.55 system-ui,sans-serif;background:var(--paper);color:var(--ink)}
h1{line-height:1.2}a{color:var(--pine)}`;
const hash = createHash('sha256').update(style).digest('base64');

const words = {
	400: [m.error_400, m.error_400_help],
	404: [m.error_404, m.error_404_help],
	413: [m.error_413, m.error_413_help],
	429: [m.error_429, m.error_429_help],
	500: [m.error_500, m.error_500_help],
	503: [m.error_503, m.error_503_help],
} as const;

/** A page that needs nothing but itself, for what fails before or beside the pages. */
export function plainPage(status: number, path: string): { html: string; policy: string } {
	const locale = /^\/en(\/|$|\?)/.test(path) ? 'en' : 'sv';
	const known = status in words ? (status as keyof typeof words) : status < 500 ? 400 : 500;
	const [title, help] = words[known].map((text) => xml(text({}, { locale })));
	const home = `<a href="${locale === 'en' ? '/en' : '/'}">${xml(m.error_home({}, { locale }))}</a>`;
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} – Samlas</title><style>${style}</style>`;
	return {
		html: `<!doctype html><html lang="${locale}"><head>${head}</head><body><main><h1>${title}</h1><p>${help}</p><p>${home}</p></main></body></html>`,
		policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
	};
}

/** What the server itself refuses, as a page: too many requests, an address that can't be read, a fault. */
export function sendPlainPage(reason: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
	const status = reason.statusCode ?? 500;
	if (status >= 500) request.log.error(reason);
	const { html, policy } = plainPage(status, request.url);
	reply.code(status).type('text/html; charset=utf-8').header('content-security-policy', policy).send(html);
}
