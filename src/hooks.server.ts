import type { Handle } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { currentSite } from '#site';
import { paraglideMiddleware } from '#text/generated/server.js';

const site: Handle = ({ event, resolve }) => {
	event.locals.site = currentSite();
	return resolve(event);
};

const language: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) => {
		event.locals.locale = locale;
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});

/** Light or dark as the reader chose; without a choice the device decides. */
const appearance: Handle = ({ event, resolve }) => {
	const chosen = event.cookies.get('theme');
	const theme = chosen === 'light' || chosen === 'dark' ? chosen : '';
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%theme%', theme) });
};

export const handle = sequence(site, language, appearance);
