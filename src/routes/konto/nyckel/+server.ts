import type { RequestEvent } from '@sveltejs/kit';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/person.ts';
import { provedLately } from '#domain/session.ts';
import { strongerWays } from '#domain/staff-sign-in.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { passkeyLetter } from '../../../mail/people-letters.ts';
import { beginAdding, finishAdding } from '../../../proof/own-passkeys.ts';
import { passkeyCookie } from '../../../session-cookie.ts';
import { answer, jsonOf, partyOf, refusedAsJson } from '../../json.ts';
import { ownAccount } from '../../personal.ts';
import type { RequestHandler } from './$types';

/**
 * Who adds a key: who has signed in. Who is held back for having come by a letter adds their first one so; had they a
 * stronger way already, whoever reads their letters could add one of their own.
 */
async function adding(event: RequestEvent): Promise<Actor> {
	const { site, heldBack } = event.locals;
	if (!heldBack) return ownAccount(event).actor;
	const { keys, vouched } = await strongerWays(site.store, heldBack, []);
	if (keys || vouched) throw new NotFound('page.unknown');
	return heldBack;
}

/** A key opens the account for ever: who adds one has shown lately who they are. Throws `Invalid` (`passkey: confirm`). */
function mustHaveConfirmed({ site, provedAt }: App.Locals): void {
	if (provedAt === null || !provedLately(provedAt, site.now())) throw new Invalid({ passkey: 'confirm' });
}

/** What the device is to make a key for. */
export const POST: RequestHandler = async (event) => {
	const actor = await adding(event);
	const { site } = event.locals;
	await jsonOf(event.request);
	try {
		mustHaveConfirmed(event.locals);
		const { device, options } = await beginAdding(site.store, actor, partyOf(site), site.now());
		passkeyCookie.set(event.cookies, event.url, device);
		return answer(options);
	} catch (reason) {
		return refusedAsJson(reason);
	}
};

/** The key that the device has made. */
export const PUT: RequestHandler = async (event) => {
	const actor = await adding(event);
	const { cookies, url, locals } = event;
	const { site } = locals;
	const { response, name = '' } = await jsonOf(event.request);
	const shown = { device: passkeyCookie.get(cookies, url), response, name };
	passkeyCookie.remove(cookies, url);
	const href = site.address(localizeHref('/konto', { locale: actor.locale }));
	try {
		mustHaveConfirmed(locals);
		await finishAdding(site.store, actor, shown, {
			party: partyOf(site),
			now: site.now(),
			letter: (called) => passkeyLetter({ person: actor, name: called, what: 'added', href }),
		});
	} catch (reason) {
		return refusedAsJson(reason);
	}
	return answer({ next: localizeHref('/konto') });
};
