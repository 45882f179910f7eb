import { everything } from '#domain/query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => ({
	counts: site.finder.search({ ...everything, limit: 1 }, site.now()).facets.theme,
});
