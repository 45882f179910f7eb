import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import OidcProvider from 'oidc-provider';
import type { Provider } from '../../src/proof/provider.ts';

/** What a provider says of somebody. */
export interface Account {
	email?: string;
	email_verified?: boolean;
	groups?: string[];
}

export interface MunicipalProvider {
	issuer: string;
	/** Who signs in there from now on. */
	as(id: string, account: Account): void;
	/** A token with other claims, signed by the provider's own key or (`resign` false) under the old signature. */
	forged(token: string, claims: object, resign?: boolean): string;
	/** Which secrets of ours it takes from now on: two while one is changed. */
	takes(...secrets: string[]): void;
	/** Changes what the provider answers on its way out: how it lies. */
	lie(change: ((path: string, body: string) => string) | null): void;
	close(): Promise<void>;
}

export const SECRET = 'a-secret-for-tests-alone';

/** How the site knows such a provider. */
export const settingFor = (issuer: string, municipality = '1380', over: Partial<Provider> = {}): Provider => ({
	...{ municipality, issuer, clientId: 'samlas', clientSecret: SECRET, mailDomains: ['halmstad.example'] },
	...{ groupsClaim: 'groups', reviewers: ['samlas-granskare'], administrators: ['samlas-admin'] },
	...{ scope: 'openid email groups', authTime: true },
	...over,
});

/** A real OpenID Connect provider on this machine, in which whoever is named signs in without being asked. */
export async function municipalProvider(redirectUris: string[], port = 0): Promise<MunicipalProvider> {
	let account: { id: string; claims: Account } = { id: 'nobody', claims: {} };
	let change: ((path: string, body: string) => string) | null = null;
	const server: Server = createServer();
	await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
	const issuer = `http://localhost:${(server.address() as { port: number }).port}`;
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' };
	// It warns of keeping what it knows in memory, which is what a test wants.
	const { warn } = console;
	console.warn = () => {};
	const provider = new OidcProvider(issuer, {
		jwks: { keys: [jwk as never] },
		clients: [
			{
				client_id: 'samlas',
				client_secret: SECRET,
				redirect_uris: redirectUris,
				post_logout_redirect_uris: redirectUris.map((one) => `${new URL(one).origin}/`),
				token_endpoint_auth_method: 'client_secret_post',
			},
		],
		claims: { email: ['email', 'email_verified'], groups: ['groups'] },
		conformIdTokenClaims: false,
		pkce: { required: () => true },
		cookies: { keys: ['tests'] },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_, { uid }) => `/interaction/${uid}` },
		findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...account.claims }) }),
		loadExistingGrant: async ({ oidc }) => {
			const grant = new oidc.provider.Grant({ clientId: 'samlas', accountId: account.id });
			grant.addOIDCScope('openid email groups');
			await grant.save();
			return grant;
		},
	});
	console.warn = warn;
	let taken = [SECRET];
	provider.Client.prototype.compareClientSecret = (given: string) => taken.includes(given);
	const handle = provider.callback();
	server.on('request', async (request, response) => {
		const path = request.url ?? '/';
		if (path.startsWith('/interaction/'))
			return provider.interactionFinished(request, response, { login: { accountId: account.id } });
		if (change) {
			const { end } = response;
			const lying = change;
			response.end = ((chunk?: unknown, ...rest: unknown[]) => {
				const said = Buffer.isBuffer(chunk) ? chunk.toString() : chunk;
				const told = typeof said === 'string' ? lying(path, said) : said;
				if (typeof told === 'string' && !response.headersSent)
					response.setHeader('content-length', Buffer.byteLength(told));
				return (end as (...all: unknown[]) => unknown).call(response, told, ...rest);
			}) as typeof response.end;
		}
		return handle(request, response);
	});
	return {
		issuer,
		as: (id, claims) => {
			account = { id, claims };
		},
		forged(token, claims, resign = true) {
			const [head = '', payload = '', signature] = token.split('.');
			const read = JSON.parse(Buffer.from(payload, 'base64url').toString());
			const changed = Buffer.from(JSON.stringify({ ...read, ...claims })).toString('base64url');
			const signed = `${head}.${changed}`;
			const fresh = () => sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
			return `${signed}.${resign ? fresh() : signature}`;
		},
		takes: (...secrets) => {
			taken = secrets;
		},
		lie: (given) => {
			change = given;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** Goes where a browser would be sent, with its cookies, until it is sent to `stop`; gives that address. */
export async function followTo(location: URL, stop: string): Promise<URL> {
	const jar = new Map<string, string>();
	let here = location;
	for (let step = 0; step < 10 && !here.href.startsWith(stop); step++) {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(here, { redirect: 'manual', headers: { cookie } });
		for (const line of response.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			jar.set(name, value);
		}
		const to = response.headers.get('location');
		if (!to) throw new Error(`${response.status} ${here.href}: ${await response.text()}`);
		here = new URL(to, here);
	}
	return here;
}
