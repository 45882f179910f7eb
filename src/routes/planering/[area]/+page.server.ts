import { may } from '#domain/permission.ts';
import type { Section } from '#planning/section.ts';
import { m } from '#text/generated/messages.js';
import type { Site } from '../../../site.ts';
import { type Asked, askedOf } from '../asked.ts';
import type { PageServerLoad } from './$types';
import { changeSection } from './change.ts';
import { hereSection } from './here.ts';
import { reachSection } from './reach.ts';
import { whomSection } from './whom.ts';

/** The report is made by the server: sentences, tables and pictures. Nothing of it needs a script. */
export const csr = false;

/** The report's sections, in their order; each answers one question about an area. */
const sections: ((site: Site, asked: Asked) => Promise<Section>)[] = [
	hereSection,
	reachSection,
	whomSection,
	changeSection,
];
/** Those that can be told as of an earlier month: their figures were kept. */
const kept = new Set([hereSection, whomSection]);

export const load: PageServerLoad = async ({ params, url, locals: { site, actor } }) => {
	const asked = await askedOf(site, params.area, url.searchParams, m.planning_country());
	const told = asked.month === null ? sections : sections.filter((section) => kept.has(section));
	return {
		slug: params.area,
		asked,
		// Who works for the municipality may try things out.
		tries: asked.whole.kind === 'municipality' && may(actor, 'planning.scenarios', { municipality: asked.whole.key }),
		sections: await Promise.all(told.map((section) => section(site, asked))),
	};
};
