/** What became of talking to the device: where to go on, or why not. */
export type Outcome = { next: string } | { wrong: string };

/** Brought by the pages that need it alone, once they are alive. */
const library = () => import('@simplewebauthn/browser');

/** Whether this browser knows passkeys at all; it tells only a page that came by a safe way. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

async function send<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> {
	const response = await fetch(path, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const told = await response.json();
	if (!response.ok) throw new Refused(Object.values<string>(told.fields ?? {})[0] ?? 'unavailable');
	return told;
}

class Refused extends Error {}

/** A person who closes the device's question is no fault; neither is one whose device has no key. */
function reasonOf(reason: unknown): string {
	if (reason instanceof Refused) return reason.message;
	const { name, code } = reason as { name?: string; code?: string };
	if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
	return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'unavailable';
}

async function outcome(work: () => Promise<{ next: string }>): Promise<Outcome> {
	try {
		return await work();
	} catch (reason) {
		return { wrong: reasonOf(reason) };
	}
}

/** What the device signs, when somebody has said yes to it. */
async function signedBy(path: string, offered: boolean) {
	const { browserSupportsWebAuthnAutofill, startAuthentication } = await library();
	if (offered && !(await browserSupportsWebAuthnAutofill())) throw new Refused('cancelled');
	const optionsJSON = await send<never>('POST', path, {});
	return startAuthentication({ optionsJSON, useBrowserAutofill: offered });
}

/**
 * Signs in by a key of this device; `offered`: among what the browser offers to fill the field with, where it can. Of an
 * offer that could not be made nothing is told ('cancelled'): nobody has asked for it.
 */
export const signInByPasskey = (path: string, next: string, offered = false): Promise<Outcome> =>
	outcome(async () => {
		const response = await signedBy(path, offered).catch((reason) => {
			throw offered ? new Refused('cancelled') : reason;
		});
		return send('PUT', path, { response, next });
	});

/** Has the device make a key. */
export const addPasskey = (path: string, name: string): Promise<Outcome> =>
	outcome(async () => {
		const { startRegistration } = await library();
		const optionsJSON = await send<never>('POST', path, {});
		const response = await startRegistration({ optionsJSON });
		return send('PUT', path, { response, name });
	});
