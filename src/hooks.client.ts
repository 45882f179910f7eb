import type { ClientInit } from '@sveltejs/kit/hooks';

/** Addresses are read with URLPattern. Browsers of before 2025 do not have it, and fetch it before the page comes alive. */
export const init: ClientInit = async () => {
	if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');
};
