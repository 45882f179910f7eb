import { Invalid } from '../domain/errors.ts';
import { digest, randomToken } from '../domain/secret.ts';
import { PASSKEY_MINUTES } from '../domain/session.ts';
import type { Store } from '../store/open.ts';
import type { Challenge } from '../store/passkeys.ts';

/** Who a key is for: this site, by the address that people use. A key of another site's never fits. */
export interface Party {
	/** Such as https://samlas.example.se */
	origin: string;
	name: string;
}

/** The host that keys are bound to. */
export const idOf = ({ origin }: Party) => new URL(origin).hostname;

/** What a browser shows: its own secret, and what its device answered. */
export interface Answered {
	device: string | undefined;
	response: unknown;
}

/** Keeps what is asked, and gives the browser's secret for it. */
export async function ask(store: Store, asked: Omit<Challenge, 'device' | 'expiresAt'>, now: number): Promise<string> {
	const device = randomToken();
	const kept = { ...asked, device: await digest(device), expiresAt: now + PASSKEY_MINUTES * 60 };
	await store.transaction((tx) => tx.passkeys.ask(kept));
	return device;
}

/** What a browser was asked, by whoever it is; whatever comes of it, nobody is asked the same again. */
export async function taken(
	store: Store,
	device: string | undefined,
	person: number | null,
	now: number,
): Promise<Challenge> {
	const shown = device && (await digest(device));
	const asked = shown ? await store.transaction((tx) => tx.passkeys.take(shown)) : undefined;
	if (!asked || asked.expiresAt <= now || asked.person !== person) throw new Invalid({ passkey: 'spent' });
	return asked;
}

/** The library throws for each way in which an answer does not hold; which one is of no use to who attacks. */
export async function orWrong<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch {
		throw new Invalid({ passkey: 'wrong' });
	}
}
