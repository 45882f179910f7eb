import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import { CODE_TRIES, CodeSchema } from './code.ts';
import { Invalid } from './errors.ts';
import type { Letter } from './letter.ts';
import { localPath } from './local-path.ts';
import { parse } from './parse.ts';
import { EmailSchema } from './person.ts';
import { digest, randomCode, randomToken } from './secret.ts';

/** How long a code and its link hold. */
export const MINUTES = 15;
/** With five guesses a code, 25 guesses of a million. */
const LETTERS_AN_HOUR = 5;

const BeginSchema = z.object({ email: EmailSchema });

export interface Begin {
	email: unknown;
	/** Where to go on afterwards: a path within the site. */
	next?: unknown;
	locale: 'sv' | 'en';
}

interface Means {
	/** Unix seconds. */
	now: number;
	/** Writes the letter that carries the secrets. */
	letter: (secret: { recipient: string; code: string; link: string }) => Letter;
}

/**
 * Somebody wants to sign in: gives the secret that their browser keeps (for `MINUTES`) and, by letter, the code and the
 * link that go with it. The answer is the same whoever they are. Past five letters an hour to one address none is sent.
 * Throws `Invalid` for what is no address.
 */
export async function beginSignIn(store: Store, { email: given, next, locale }: Begin, { now, letter }: Means) {
	const { email } = parse(BeginSchema, { email: given });
	const device = randomToken();
	const code = randomCode();
	const link = randomToken();
	const kept = {
		email,
		locale,
		next: localPath(next, '/konto'),
		device: await digest(device),
		code: await digest(device, code),
		link: await digest(device, link),
		createdAt: now,
		expiresAt: now + MINUTES * 60,
	};
	await store.transaction(async (tx) => {
		const lately = await tx.signIns.countSince(email, now - 3600);
		await tx.signIns.add(kept);
		if (lately < LETTERS_AN_HOUR) await tx.outbox.add(letter({ recipient: email, code, link }), now);
	});
	return { device };
}

/** What somebody shows: their browser's secret, and what the letter said. */
export interface Shown {
	device: string | undefined;
	code?: unknown;
	link?: unknown;
}

/**
 * The code or the link came back to the browser that asked. Makes the person known on the first time, and a session;
 * gives its secret and where to go on. Throws `Invalid`: `code: missing | wrong | spent`, or `link: other_device | spent`.
 */
export async function finishSignIn(store: Store, shown: Shown, agent: string, now: number) {
	const byLink = typeof shown.link === 'string';
	if (!shown.device) throw new Invalid(byLink ? { link: 'other_device' } : { code: 'spent' });
	const secret = byLink ? String(shown.link) : parse(CodeSchema, shown).code;
	const device = await digest(shown.device);
	const proof = await digest(shown.device, secret);
	const token = randomToken();
	const session = { token: await digest(token), agent, now };
	const result = await store.transaction((tx) => judge(tx, { device, proof, byLink }, session));
	if (typeof result === 'string') throw new Invalid(byLink ? { link: result } : { code: result });
	return { token, ...result };
}

/** In one transaction, so that guesses made at once are counted one by one. */
async function judge(
	tx: Queries,
	{ device, proof, byLink }: { device: string; proof: string; byLink: boolean },
	{ token, agent, now }: { token: string; agent: string; now: number },
) {
	const asked = await tx.signIns.byDevice(device);
	if (!asked || asked.usedAt !== null || asked.expiresAt <= now || asked.tries >= CODE_TRIES) return 'spent' as const;
	if (proof !== (byLink ? asked.link : asked.code)) {
		await tx.signIns.failed(asked.id);
		return byLink ? ('other_device' as const) : ('wrong' as const);
	}
	await tx.signIns.used(asked.id, now);
	const person = await tx.people.known(asked.email, asked.locale, now);
	await tx.sessions.add({ person, token, agent, now });
	return { person, next: asked.next };
}

/** The address that a browser is about to sign in with; null when it never asked, or too long ago. */
export async function askedWith(store: Store, device: string | undefined, now: number): Promise<string | null> {
	const asked = device ? await store.signIns.byDevice(await digest(device)) : undefined;
	return asked && asked.usedAt === null && asked.expiresAt > now ? asked.email : null;
}
