import { randomToken } from './secret.ts';

/** Tokens that prove what we once said, without our keeping it: a payload and its HMAC-SHA-256. */

/** A key, and since when (unix seconds) it signs. */
export interface SigningKey {
	id: string;
	secret: string;
	since: number;
}

const DAY = 86_400;
/** A key signs for so long; then a new one does. */
export const KEY_SIGNS = 180 * DAY;
/** What a key has signed is believed for so long after it began: longer than any token holds. */
export const KEY_BELIEVED = 3 * 365 * DAY;

/** The keys to go on with, the newest first: a new one when the last is old, and none that nobody need believe. */
export function renewedKeys(keys: readonly SigningKey[], now: number): SigningKey[] {
	const believed = keys.filter(({ since }) => now - since < KEY_BELIEVED);
	if (believed[0] && now - believed[0].since < KEY_SIGNS) return believed;
	return [{ id: randomToken().slice(0, 8), secret: randomToken(), since: now }, ...believed];
}

const bytes = (text: string) => new TextEncoder().encode(text);
const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;

const keyFor = ({ secret }: SigningKey, use: 'sign' | 'verify') =>
	crypto.subtle.importKey('raw', bytes(secret), hmac, false, [use]);

function encoded(data: Uint8Array): string {
	return btoa(String.fromCharCode(...data))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

function decoded(text: string): Uint8Array<ArrayBuffer> | null {
	try {
		return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
	} catch {
		return null;
	}
}

/** Signs a payload of plain JSON, fit for an address. */
export async function signed(payload: unknown, key: SigningKey): Promise<string> {
	const body = `${key.id}.${encoded(bytes(JSON.stringify(payload)))}`;
	const mac = await crypto.subtle.sign('HMAC', await keyFor(key, 'sign'), bytes(body));
	return `${body}.${encoded(new Uint8Array(mac))}`;
}

/** What a token says, if one of the keys has signed it; else undefined. The comparison takes as long whatever is wrong. */
export async function believed(token: string, keys: readonly SigningKey[]): Promise<unknown> {
	const [id, text = '', mac = '', ...more] = token.split('.');
	const key = keys.find((one) => one.id === id);
	const proof = decoded(mac);
	const payload = decoded(text);
	if (!key || !proof || !payload || more.length) return undefined;
	if (!(await crypto.subtle.verify('HMAC', await keyFor(key, 'verify'), proof, bytes(`${id}.${text}`))))
		return undefined;
	// One spelling alone: the bits that base64 leaves over are no second token.
	if (encoded(proof) !== mac) return undefined;
	return JSON.parse(new TextDecoder().decode(payload));
}
