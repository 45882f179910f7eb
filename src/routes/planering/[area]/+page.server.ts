import { may } from '#domain/permission.ts';
import { m } from '#text/generated/messages.js';
import { askedOf, parametersOf } from '../asked.ts';
import type { PageServerLoad } from './$types';
import { sectionsOf } from './sections.ts';

/** The report is made by the server: sentences, tables and pictures. Nothing of it needs a script. */
export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { site, actor } }) => {
	const asked = await askedOf(site, params.area, url.searchParams, m.planning_sweden());
	return {
		slug: params.area,
		asked,
		kept: parametersOf(asked),
		// Who works for the municipality may try things out.
		tries: asked.whole.kind === 'municipality' && may(actor, 'planning.scenarios', { municipality: asked.whole.key }),
		sections: await sectionsOf(site, asked),
	};
};
