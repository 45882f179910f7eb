import { version } from '$app/env';
import { OFFLINE } from './pages.ts';

/** Scripts, styles and fonts, each kept when it is first used: the map's code is large, and not everyone asks for a map. */
const SHELL = `shell-${version}`;

/** Whether a path is one whose content never changes. */
export const isPart = (path: string): boolean => path.startsWith('/_app/immutable/') || path === '/favicon.svg';

/** Keeps the pages that stand in when there is no network, with what they are made of. */
export async function prepare(): Promise<void> {
	const cache = await caches.open(SHELL);
	for (const path of OFFLINE) {
		const response = await fetch(path);
		if (!response.ok) throw new Error(`${path}: ${response.status}`);
		const html = await response.clone().text();
		await cache.put(path, response);
		await keepParts([...html.matchAll(/"([./]*_app\/immutable\/[^"]+)"/g)].map(([, link]) => wholeOf(link!, path)));
	}
	await cache.add('/favicon.svg');
}

const wholeOf = (link: string, path: string) => new URL(link, new URL(path, location.origin)).href;

/** Keeps those that are not kept yet. */
export async function keepParts(urls: readonly string[]): Promise<void> {
	const cache = await caches.open(SHELL);
	for (const url of new Set(urls)) {
		if (!isPart(new URL(url).pathname) || (await cache.match(url, { ignoreVary: true }))) continue;
		await cache.add(url).catch(() => undefined);
	}
}

/** A part from the device if it is there, of this version or the one before; else from the network, and then kept. */
export async function part(request: Request): Promise<Response> {
	const known = await caches.match(request, { ignoreVary: true });
	if (known) return known;
	const response = await fetch(request);
	if (response.status === 200) await (await caches.open(SHELL)).put(request, response.clone());
	return response;
}

/** This version's parts and those of the version before stay: pages that were kept lately are made of them. */
export async function forgetOld(): Promise<void> {
	const shells = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== SHELL);
	for (const name of shells.sort().slice(0, -1)) await caches.delete(name);
}
