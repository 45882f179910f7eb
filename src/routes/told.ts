import type { RequestEvent } from '@sveltejs/kit';
import { Invalid } from '#domain/errors.ts';
import { makeForm } from '#domain/form-token.ts';
import type { Sender } from '#domain/robot.ts';
import type { Site } from '#site';
import { localizeHref } from '#text/generated/runtime.js';

/** What came with a form that needs no account. */
export const senderOf = (event: RequestEvent, form: Record<string, string>): Sender => ({
	form: form.token,
	website: form.website,
	address: event.getClientAddress(),
});

/** The token to go on with after a refusal: the same one, unless it was that which was refused. */
export async function tokenAfter(reason: unknown, site: Site, about: string, given: string | undefined) {
	const why = reason instanceof Invalid ? reason.fields.form : undefined;
	if (given && why !== 'old' && why !== 'robot') return given;
	return makeForm(site.store, about, site.now());
}

/** Where one follows what one has told, by the secret of the form. */
export const followPath = (secret: string, locale?: 'sv' | 'en'): string =>
	`${localizeHref('/folj', locale && { locale })}?nyckel=${secret}`;
