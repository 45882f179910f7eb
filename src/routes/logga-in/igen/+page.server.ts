import { redirect } from '@sveltejs/kit';
import { localPath } from '#domain/local-path.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { typedOf } from '../../form.ts';
import { keepNowhere } from '../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** A form came back from who is not signed in (any more): it lies in the page alone, and is sent again from there. */
export const load: PageServerLoad = ({ url, request, locals }) => {
	keepNowhere({ locals });
	if (request.method !== 'POST') redirect(303, localizeHref('/logga-in'));
	return { next: localPath(url.searchParams.get('till'), localizeHref('/konto')) };
};

export const actions: Actions = {
	default: async ({ request }) => ({
		fields: Object.entries(await typedOf(request)).flatMap(([name, values]) =>
			(values ?? []).map((value) => ({ name, value })),
		),
	}),
};
