import type { Section } from '#planning/section.ts';
import type { Site } from '../../../site.ts';
import type { Asked } from '../asked.ts';
import { reachSection } from './reach.ts';
import { useSection } from './use.ts';

/** Answers one question about an area. Keys of its tables begin with its own. */
type Maker = (site: Site, asked: Asked) => Promise<Section>;

/** The report's sections by key, in their order. */
const makers: Record<string, Maker> = {
	reach: reachSection,
	use: useSection,
};

/** The whole report. */
export const sectionsOf = (site: Site, asked: Asked): Promise<Section[]> =>
	Promise.all(Object.values(makers).map((make) => make(site, asked)));

/** The section that has a table: `use-week` is the section `use`'s. */
export async function sectionWith(site: Site, asked: Asked, table: string): Promise<Section | null> {
	const key = Object.keys(makers).find((one) => table.startsWith(`${one}-`));
	return key ? makers[key]!(site, asked) : null;
}
