import type { Handle } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { currentSite } from '#site';
import { paraglideMiddleware } from '#text/generated/server.js';

const language: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) => {
		event.locals.locale = locale;
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});

const site: Handle = ({ event, resolve }) => {
	event.locals.site = currentSite();
	return resolve(event);
};

export const handle = sequence(site, language);
