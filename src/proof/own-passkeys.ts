import {
	generateRegistrationOptions,
	type RegistrationResponseJSON,
	verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { Invalid, NotFound } from '../domain/errors.ts';
import type { Letter } from '../domain/letter.ts';
import { parse } from '../domain/parse.ts';
import type { Actor } from '../domain/person.ts';
import { randomToken } from '../domain/secret.ts';
import { PASSKEY_MINUTES } from '../domain/session.ts';
import { withoutUnseen } from '../domain/unseen.ts';
import type { Store } from '../store/open.ts';
import { type Answered, ask, idOf, orWrong, type Party, taken } from './challenge.ts';

/** What keys may sign by: EdDSA, ES256 and RS256, which every device knows one of. */
const ALGORITHMS = [-8, -7, -257];
/** So many keys a person. */
const MOST = 10;

const NameSchema = z.object({
	name: z
		.string()
		.transform((name) => withoutUnseen(name).trim())
		.pipe(z.string().min(1, 'missing').max(60, 'long')),
});

/** Gives what a person's device is to make a key for, and the secret that their browser keeps meanwhile. Throws `Invalid` (`passkey: too_many`). */
export async function beginAdding(store: Store, by: Actor, party: Party, now: number) {
	const own = await store.passkeys.of(by.id);
	if (own.length >= MOST) throw new Invalid({ passkey: 'too_many' });
	const handle = own[0]?.handle ?? randomToken();
	const options = await generateRegistrationOptions({
		rpName: party.name,
		rpID: idOf(party),
		userName: by.email,
		userDisplayName: by.name ?? by.email,
		userID: isoBase64URL.toBuffer(handle),
		supportedAlgorithmIDs: ALGORITHMS,
		attestationType: 'none',
		excludeCredentials: own.map(({ credential, transports }) => ({ id: credential, transports })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		timeout: PASSKEY_MINUTES * 60_000,
	});
	return { options, device: await ask(store, { challenge: options.challenge, person: by.id, handle }, now) };
}

/**
 * The device has made a key: from now on it signs its person in, who is told by letter. Throws `Invalid`: `name: missing
 * | long`, or `passkey: spent` (too late, used, or another browser's) `| known | wrong`.
 */
export async function finishAdding(
	store: Store,
	by: Actor,
	{ device, response, name: given }: Answered & { name: unknown },
	{ party, now, letter }: { party: Party; now: number; letter: (name: string) => Letter },
): Promise<void> {
	const { name } = parse(NameSchema, { name: given });
	const asked = await taken(store, device, by.id, now);
	const verified = await orWrong(() =>
		verifyRegistrationResponse({
			// Whatever it is: the library checks it, and throws.
			response: response as RegistrationResponseJSON,
			expectedChallenge: asked.challenge,
			expectedOrigin: party.origin,
			expectedRPID: idOf(party),
			requireUserVerification: true,
			supportedAlgorithmIDs: ALGORITHMS,
		}),
	);
	if (!verified.verified) throw new Invalid({ passkey: 'wrong' });
	const { id: credential, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
	const key = { person: by.id, credential, publicKey, counter, transports, handle: asked.handle!, name, now };
	await store.transaction(async (tx) => {
		if (!(await tx.passkeys.add(key))) throw new Invalid({ passkey: 'known' });
		await tx.audit.add({ at: now, by: `person:${by.id}`, action: 'passkey.added' });
		await tx.outbox.add(letter(name), now);
	});
}

/** Gives one's own key another name. Throws `NotFound`, `Invalid` (`name: missing | long`). */
export async function namePasskey(store: Store, by: Actor, id: number, input: { name: unknown }): Promise<void> {
	const { name } = parse(NameSchema, input);
	if (!(await store.transaction((tx) => tx.passkeys.rename(id, by.id, name)))) throw new NotFound('passkey.unknown');
}

/** Removes one's own key: it signs nobody in any more. Its person is told by letter. Throws `NotFound`. */
export async function removePasskey(
	store: Store,
	by: Actor,
	id: number,
	{ now, letter }: { now: number; letter: (name: string) => Letter },
): Promise<void> {
	await store.transaction(async (tx) => {
		const name = await tx.passkeys.remove(id, by.id);
		if (name === undefined) throw new NotFound('passkey.unknown');
		await tx.audit.add({ at: now, by: `person:${by.id}`, action: 'passkey.removed' });
		await tx.outbox.add(letter(name), now);
	});
}
