/** Secrets: made by the platform's random numbers, and kept only as digests. Runs wherever Web Crypto does. */

/** 256 random bits, fit for a cookie or an address. */
export function randomToken(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

/** Six digits, each as likely as any other. */
export function randomCode(): string {
	const limit = 2 ** 32 - (2 ** 32 % 1_000_000);
	for (;;) {
		const [value] = crypto.getRandomValues(new Uint32Array(1));
		if (value! < limit) return String(value! % 1_000_000).padStart(6, '0');
	}
}

/** SHA-256 of a secret, in hex. A token of 256 bits needs no more; a code is put together with one first. */
export async function digest(...secrets: string[]): Promise<string> {
	const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secrets.join('\n')));
	return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
