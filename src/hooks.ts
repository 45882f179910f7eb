import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from '#text/generated/runtime.js';

/** The routes are Swedish; an English address leads to the same one. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
