import { error, json } from '@sveltejs/kit';
import { one } from '#domain/parts/part.ts';
import { typedOf } from '../../form.ts';
import { openingOffered } from '../../parts/opening.ts';
import { whenOffered } from '../../parts/when.ts';
import type { RequestHandler } from './$types';

const offered = { when: whenOffered, opening: openingOffered };

/** What times mean as they are being typed: as sentences and as a calendar. Keeps nothing. */
export const POST: RequestHandler = async ({ request, locals: { site } }) => {
	const typed = await typedOf(request);
	const part = one(typed, 'part');
	if (part !== 'when' && part !== 'opening') error(404, 'page.unknown');
	const { read, told, ideas, sentences, weeks, today } = offered[part](typed, site.now());
	return json({ read, told, ideas, sentences, weeks, today });
};
