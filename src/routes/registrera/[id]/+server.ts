import { redirect } from '@sveltejs/kit';
import { firstLeft } from '#domain/draft.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { draftAt, stepPath } from '../draft.ts';
import type { RequestHandler } from './$types';

/** Where one left off: the first step that has not been gone through, or looking it all over. */
export const GET: RequestHandler = async (event) => {
	const draft = await draftAt(event);
	const left = firstLeft(draft);
	redirect(303, localizeHref(left ? stepPath(draft.id, left) : `/registrera/${draft.id}/skicka`));
};
