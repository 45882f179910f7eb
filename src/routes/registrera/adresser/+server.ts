import { json } from '@sveltejs/kit';
import { knownAddresses } from '../../parts/known-addresses.ts';
import type { RequestHandler } from './$types';

/** Addresses that begin with what is being typed: of venues, post towns and settlements; public ones alone. */
export const GET: RequestHandler = async ({ url, locals: { site } }) => {
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const municipality = url.searchParams.get('kommun') ?? '';
	return json({ items: q ? await knownAddresses(site, q, municipality) : [] });
};
