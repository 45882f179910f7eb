import {
	type AuthenticationResponseJSON,
	generateAuthenticationOptions,
	verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { Invalid } from '../domain/errors.ts';
import { digest, randomToken } from '../domain/secret.ts';
import { PASSKEY_MINUTES } from '../domain/session.ts';
import type { Store } from '../store/open.ts';
import { type Answered, ask, idOf, orWrong, type Party, taken } from './challenge.ts';

/** Gives what any device that has a key of this site is to sign, and the secret that the browser keeps meanwhile. */
export async function beginWithPasskey(store: Store, party: Party, now: number) {
	const options = await generateAuthenticationOptions({
		rpID: idOf(party),
		userVerification: 'required',
		timeout: PASSKEY_MINUTES * 60_000,
	});
	return { options, device: await ask(store, { challenge: options.challenge, person: null, handle: null }, now) };
}

/** The device has signed: gives the secret of a new session. Throws `Invalid`: `passkey: spent | unknown | wrong`. */
export async function finishWithPasskey(
	store: Store,
	{ device, response }: Answered,
	{ party, agent, now }: { party: Party; agent: string; now: number },
): Promise<string> {
	const asked = await taken(store, device, null, now);
	const answer = response as AuthenticationResponseJSON | null;
	const key = typeof answer?.id === 'string' ? await store.passkeys.byCredential(answer.id) : undefined;
	if (!answer || !key) throw new Invalid({ passkey: 'unknown' });
	const { verified, authenticationInfo } = await orWrong(() =>
		verifyAuthenticationResponse({
			response: answer,
			expectedChallenge: asked.challenge,
			expectedOrigin: party.origin,
			expectedRPID: idOf(party),
			requireUserVerification: true,
			credential: { ...key, id: key.credential },
		}),
	);
	if (!verified || answer.response.userHandle !== key.handle) throw new Invalid({ passkey: 'wrong' });
	const token = randomToken();
	const session = { person: key.person, token: await digest(token), agent, way: 'passkey' as const, now };
	await store.transaction(async (tx) => {
		if (!(await tx.passkeys.used(key, authenticationInfo.newCounter, now))) throw new Invalid({ passkey: 'wrong' });
		await tx.sessions.add(session);
	});
	return token;
}
