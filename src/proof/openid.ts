import * as oidc from 'openid-client';
import { Invalid } from '../domain/errors.ts';
import { digest, randomToken } from '../domain/secret.ts';
import { limits, OPENID_MINUTES, PROVED_MINUTES } from '../domain/session.ts';
import type { Store } from '../store/open.ts';
import type { Provider } from './provider.ts';
import { signInAs, type Vouched } from './vouched.ts';

/** What a provider tells of itself is asked for again after so many milliseconds. */
const KNOWN_FOR = 3_600_000;
/** Seconds that a provider may take. */
const PATIENCE = 10;

const known = new WeakMap<Provider, { config: Promise<oidc.Configuration>; until: number }>();

/** What a provider tells of itself: its addresses and keys. Throws `Invalid` (`provider: unavailable`). */
async function configOf(provider: Provider): Promise<oidc.Configuration> {
	const kept = known.get(provider);
	if (kept && kept.until > Date.now()) return kept.config;
	const { issuer, clientId, clientSecret } = provider;
	const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
	const execute = [...insecure, oidc.enableNonRepudiationChecks];
	const config = oidc
		.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: PATIENCE })
		.catch(() => {
			known.delete(provider);
			throw new Invalid({ provider: 'unavailable' });
		});
	known.set(provider, { config, until: Date.now() + KNOWN_FOR });
	return config;
}

/** All that is remembered of an attempt is made from the secret that the browser keeps. */
async function madeFrom(device: string) {
	const [state, nonce, verifier] = await Promise.all(
		['state', 'nonce', 'verifier'].map((purpose) => digest(device, purpose)),
	);
	return { state: state!, nonce: nonce!, verifier: verifier! };
}

/**
 * Somebody goes to their municipality's sign-in: gives where, and the secret that their browser keeps until they are back
 * at `redirectUri`. `anew`: what they showed there long ago is not enough. Throws `Invalid` (`provider: unavailable`).
 */
export async function beginWithProvider(
	store: Store,
	provider: Provider,
	{ redirectUri, next, now, anew = false }: { redirectUri: string; next: string; now: number; anew?: boolean },
): Promise<{ device: string; location: URL }> {
	const config = await configOf(provider);
	const device = randomToken();
	const { state, nonce, verifier } = await madeFrom(device);
	const { municipality, scope, authTime } = provider;
	const age = anew ? PROVED_MINUTES * 60 : limits.staff.most;
	const attempt = { device: await digest(device), municipality, next, expiresAt: now + OPENID_MINUTES * 60 };
	await store.transaction((tx) => tx.identities.begin(attempt));
	const location = oidc.buildAuthorizationUrl(config, {
		redirect_uri: redirectUri,
		scope,
		state,
		nonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		...(authTime ? { max_age: String(age) } : {}),
	});
	return { device, location };
}

/**
 * Somebody is back (`query`: what stands in the address): gives a new session's secret, and where to go on. Throws
 * `Invalid`: `provider: spent` (too late, used, another browser's or municipality's) `| refused | unavailable`, or
 * `email: unknown | taken`.
 */
export async function finishWithProvider(
	store: Store,
	provider: Provider,
	{ device, redirectUri, query }: { device: string | undefined; redirectUri: string; query: URLSearchParams },
	{ agent, locale, now }: { agent: string; locale: 'sv' | 'en'; now: number },
): Promise<{ token: string; next: string }> {
	const shown = device && (await digest(device));
	const attempt = shown ? await store.transaction((tx) => tx.identities.take(shown)) : undefined;
	if (!device || !attempt || attempt.expiresAt <= now || attempt.municipality !== provider.municipality)
		throw new Invalid({ provider: 'spent' });
	const config = await configOf(provider);
	const vouched = await vouchedFor(config, provider, device, new URL(`${redirectUri}?${query}`));
	return { token: await signInAs(store, provider, vouched, { agent, locale, now }), next: attempt.next };
}

/** Whom the provider vouches for. The library checks issuer, audience, signature, time, state, nonce and verifier. */
async function vouchedFor(
	config: oidc.Configuration,
	{ groupsClaim, authTime }: Provider,
	device: string,
	here: URL,
): Promise<Vouched> {
	const { state, nonce, verifier } = await madeFrom(device);
	try {
		const tokens = await oidc.authorizationCodeGrant(config, here, {
			expectedState: state,
			expectedNonce: nonce,
			pkceCodeVerifier: verifier,
			idTokenExpected: true,
			// However long the provider itself lets somebody stay signed in.
			...(authTime ? { maxAge: limits.staff.most } : {}),
		});
		const told = tokens.claims()!;
		const more =
			told.email === undefined && config.serverMetadata().userinfo_endpoint
				? await oidc.fetchUserInfo(config, tokens.access_token, told.sub)
				: {};
		const claims: Record<string, unknown> = { ...more, ...told };
		return {
			subject: told.sub,
			provedAt: authTime ? told.auth_time! : null,
			email: claims.email,
			verified: claims.email_verified !== false,
			groups: [claims[groupsClaim] ?? []].flat().map(String),
		};
	} catch {
		throw new Invalid({ provider: 'refused' });
	}
}

/** Where somebody signs out of their municipality's sign-in too; null where it has no such place, or does not answer. */
export async function signOutOf(provider: Provider, back: string): Promise<string | null> {
	try {
		const config = await configOf(provider);
		if (!config.serverMetadata().end_session_endpoint) return null;
		return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back }).href;
	} catch {
		return null;
	}
}
