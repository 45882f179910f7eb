import { z } from 'zod';
import type { Store } from '../store/open.ts';
import { Unavailable } from './errors.ts';
import { digest, randomToken } from './secret.ts';
import { believed, renewedKeys, type SigningKey, signed } from './signed.ts';
import { signingKeys } from './signing-keys.ts';

/**
 * A form for people without an account carries a token that we signed: when it was made, for what, and a secret of its
 * own. It can't be made by others, used for another thing, or used after a day. The secret is also what the one who sends
 * the form follows it by, so that a form sent twice is one.
 */

/** A form left open for a day is given anew; seconds. */
const HOLDS = 86_400;

const TokenSchema = z.object({ about: z.string(), made: z.int(), secret: z.string().regex(/^[\w-]{43}$/) });

/** The keys to sign with; a store that takes no writes gives a form that can't be sent, and it could not be kept either. */
async function keysOf(store: Store, now: number): Promise<SigningKey[]> {
	try {
		return await signingKeys(store, now);
	} catch (reason) {
		if (!(reason instanceof Unavailable)) throw reason;
		return renewedKeys([], now);
	}
}

/** A token for one form about something. `now` in unix seconds. */
export async function makeForm(store: Store, about: string, now: number): Promise<string> {
	const [key] = await keysOf(store, now);
	return signed({ about, made: now, secret: randomToken() }, key!);
}

/** What a token says: the form's secret and when it was made (unix seconds); null when it is not ours, or too old. */
export async function readForm(store: Store, about: string, token: unknown, now: number) {
	const said = typeof token === 'string' ? await believed(token, await keysOf(store, now)) : null;
	const { success, data } = TokenSchema.safeParse(said);
	if (!success || data.about !== about || data.made > now || now - data.made >= HOLDS) return null;
	return { secret: data.secret, made: data.made };
}

/** A digest that means something here alone, and only until the key changes. */
export async function keyed(store: Store, text: string, now: number): Promise<string> {
	const [key] = await keysOf(store, now);
	return digest(key!.secret, text);
}
