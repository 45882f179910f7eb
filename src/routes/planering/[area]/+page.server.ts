import { may } from '#domain/permission.ts';
import type { Section } from '#planning/section.ts';
import { m } from '#text/generated/messages.js';
import { sharingLand } from '../../../charts/shared-land.ts';
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
		sections: drawnTogether(await sectionsOf(site, asked)),
	};
};

/** Sections as they stand on one page, where what several maps lie on is drawn once. */
function drawnTogether(sections: readonly Section[]): Section[] {
	const drawn = sharingLand(sections.flatMap(({ pictures }) => pictures.map(({ svg }) => svg)));
	let next = 0;
	return sections.map((section) => ({
		...section,
		pictures: section.pictures.map((picture) => ({ ...picture, svg: drawn[next++]! })),
	}));
}
