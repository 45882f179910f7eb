import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Encrypted all the way; on this very machine (in tests) it need not be. */
const isSafe = (text: string) => {
	const { protocol, hostname } = new URL(text);
	return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
};

const ProviderSchema = z
	.object({
		/** Four digits, by SCB. */
		municipality: z.string().regex(/^\d{4}$/, 'a municipality has a code of four digits'),
		/** Whose answers are believed, such as https://login.microsoftonline.com/<tenant>/v2.0 */
		issuer: z.url().refine(isSafe, 'an address with https is expected'),
		clientId: z.string().min(1),
		clientSecret: z.string().min(8),
		/** Only addresses at these domains are believed: a provider can vouch for its own alone. */
		mailDomains: z
			.array(
				z
					.string()
					.toLowerCase()
					.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/),
			)
			.min(1),
		/** The claim that holds groups, and which of them give a role in the municipality. */
		groupsClaim: z.string().min(1).default('groups'),
		reviewers: z.array(z.string().min(1)).default([]),
		administrators: z.array(z.string().min(1)).default([]),
		/**
		 * Whether it tells when somebody signed in there (`auth_time`), as it must when it is asked (`max_age`). One that can't is not
		 * asked: then its own policy holds.
		 */
		authTime: z.boolean().default(true),
		/** What else to ask for, where the provider wants it. */
		scope: z.string().default('openid email'),
	})
	.strict();

/** A municipality's own sign-in, by OpenID Connect. */
export type Provider = z.output<typeof ProviderSchema>;

/** A file of providers that can't be used, and why; never what stands in it. */
export class WrongProviders extends Error {}

/** Reads the file of municipalities' own sign-ins: a list, one for each. Throws `WrongProviders`. */
export function readProviders(file: string): Provider[] {
	const result = z.array(ProviderSchema).safeParse(contentOf(file));
	if (!result.success) {
		const { path, message } = result.error.issues[0]!;
		throw new WrongProviders(`${file}: ${path.join('.')}: ${message}`);
	}
	const twice = (all: string[]) => new Set(all).size < all.length;
	if (twice(result.data.map(({ municipality }) => municipality)))
		throw new WrongProviders(`${file}: a municipality stands there twice`);
	if (twice(result.data.flatMap(({ mailDomains }) => mailDomains)))
		throw new WrongProviders(`${file}: a mail domain stands there twice`);
	return result.data;
}

function contentOf(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (reason) {
		const { code } = reason as { code?: string };
		throw new WrongProviders(`${file}: ${code ?? 'it is no JSON'}`);
	}
}
