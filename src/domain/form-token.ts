import type { Store } from '../store/open.ts';
import { Unavailable } from './errors.ts';
import { digest, randomToken } from './secret.ts';

/**
 * A form for people without an account carries a token that we signed: when it was made, for what, and a secret of its
 * own. It can't be made by others, used for another thing, or used after a day. The secret is also what the one who sends
 * the form follows it by, so that a form sent twice is one.
 */

const DAY = 86_400;
/** A form left open for a day is given anew. */
const HOLDS = DAY;
/** Keys change each week; the one before still counts, since forms made with it lie open. */
const ROTATE = 7 * DAY;

interface Keys {
	now: string;
	before: string | null;
	madeAt: number;
}

const read = (text: string | null): Keys | null => (text ? (JSON.parse(text) as Keys) : null);

/** What signs forms: made when there is none, and another one each week. */
export async function renewFormKeys(store: Store, now: number): Promise<Keys> {
	const known = read(await store.meta.get('form_keys'));
	if (known && now - known.madeAt < ROTATE) return known;
	return store.transaction(async (tx) => {
		const before = read(await tx.meta.get('form_keys'));
		if (before && now - before.madeAt < ROTATE) return before;
		const fresh = { now: randomToken(), before: before?.now ?? null, madeAt: now };
		await tx.meta.set('form_keys', JSON.stringify(fresh));
		return fresh;
	});
}

/** The keys to sign with; a store that takes no writes gives a form that can't be sent, and it could not be kept either. */
async function keysOf(store: Store, now: number): Promise<Keys> {
	try {
		return await renewFormKeys(store, now);
	} catch (reason) {
		if (!(reason instanceof Unavailable)) throw reason;
		return { now: randomToken(), before: null, madeAt: now };
	}
}

/** A token for one form about something. `now` in unix seconds. */
export async function makeForm(store: Store, about: string, now: number): Promise<string> {
	const begun = `${now.toString(36)}.${randomToken()}`;
	return `${begun}.${await sign((await keysOf(store, now)).now, about, begun)}`;
}

/** What a token says: the form's secret and when it was made (unix seconds); null when it is not ours, or too old. */
export async function readForm(store: Store, about: string, token: unknown, now: number) {
	const match = typeof token === 'string' ? /^([0-9a-z]{1,9})\.([\w-]{43})\.([\w-]{43})$/.exec(token) : null;
	if (!match) return null;
	const [, time = '', secret = '', shown = ''] = match;
	const made = Number.parseInt(time, 36);
	const keys = await keysOf(store, now);
	// Digests, so that how long the comparison takes tells nothing of the signature.
	for (const key of [keys.now, keys.before])
		if (key && (await digest(shown)) === (await digest(await sign(key, about, `${time}.${secret}`))))
			return made <= now && now - made < HOLDS ? { secret, made } : null;
	return null;
}

/** A digest that means something here alone, and only until the keys change. */
export async function keyed(store: Store, text: string, now: number): Promise<string> {
	return sign((await keysOf(store, now)).now, 'digest', text);
}

async function sign(key: string, about: string, text: string): Promise<string> {
	const bytes = (value: string) => new TextEncoder().encode(value);
	const made = await crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const mac = new Uint8Array(await crypto.subtle.sign('HMAC', made, bytes(`${about}\n${text}`)));
	return btoa(String.fromCharCode(...mac))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
