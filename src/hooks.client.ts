import type { ClientInit } from '@sveltejs/kit/hooks';
import { overwriteGetLocale } from '#text/generated/runtime.js';

/** To the other language one always comes by a whole page: of each text and link, the address need not be asked again. */
const { lang } = document.documentElement;
overwriteGetLocale(() => lang as 'sv' | 'en');

/** Addresses are read with URLPattern. Browsers of before 2025 do not have it, and fetch it before the page comes alive. */
export const init: ClientInit = async () => {
	if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
	goAsWhole();
};

/**
 * Which page an address is, the server is asked first. Without a connection, and without the service worker that knows what
 * is kept, that question fails and nothing would happen: then the browser goes there as a whole, and says itself what is wrong.
 */
function goAsWhole(): void {
	let asked: URL | null = null;
	addEventListener(
		'click',
		({ target }) => {
			const link = (target as Element).closest?.('a');
			asked = link?.href ? new URL(link.href) : null;
		},
		true,
	);
	addEventListener(
		'submit',
		({ target, submitter }) => {
			const form = target as HTMLFormElement;
			asked = form.method === 'get' ? new URL(form.action) : null;
			if (asked) asked.search = `${new URLSearchParams(new FormData(form, submitter) as never)}`;
		},
		true,
	);
	addEventListener('unhandledrejection', ({ reason }) => {
		// Where it says of which address, that is the one that was asked for; not every browser does.
		const said = String(reason?.message);
		const own = said.includes('__route') ? said.includes(asked?.pathname ?? ' ') : said.includes('module');
		if (asked && own) location.href = asked.href;
	});
}
