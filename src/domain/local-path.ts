/**
 * The path to go on to after signing in, if it leads within this site; else the other. A browser reads `//host`, `/\host`
 * and paths with a tab or line break in them as other hosts' addresses.
 */
export function localPath(given: unknown, otherwise: string): string {
	if (typeof given !== 'string' || given.length > 1000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given)) return otherwise;
	const base = 'https://here.invalid';
	const url = URL.canParse(given, base) ? new URL(given, base) : null;
	return url?.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : otherwise;
}
