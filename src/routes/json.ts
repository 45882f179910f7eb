import { error, json } from '@sveltejs/kit';
import { Invalid, Refusal } from '#domain/errors.ts';
import type { Site } from '#site';
import { m } from '#text/generated/messages.js';

const headers = { 'cache-control': 'private, no-store' };

/** What a script of ours sent. Another site's page can't send this type without asking first, which nothing here allows. */
export async function jsonOf(request: Request): Promise<Record<string, unknown>> {
	if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) error(415, 'form.unreadable');
	try {
		const given: unknown = await request.json();
		if (given && typeof given === 'object') return given as Record<string, unknown>;
	} catch (reason) {
		if (!(reason instanceof SyntaxError)) throw reason;
	}
	return error(400, 'form.unreadable');
}

/** An answer to a script of ours, kept nowhere. */
export const answer = (value: unknown) => json(value, { headers });

/** A refusal, with the reason for each wrong field. */
export function refusedAsJson(reason: unknown) {
	if (!(reason instanceof Refusal)) throw reason;
	const fields = reason instanceof Invalid ? reason.fields : { form: reason.key };
	return json({ fields }, { status: reason.status, headers });
}

/** Who a passkey is for: this site, by the address that its letters lead to. */
export const partyOf = (site: Site) => ({ origin: new URL(site.address('/')).origin, name: m.site_name() });
