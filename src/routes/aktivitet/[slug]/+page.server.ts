import { inWords } from '#text/recurrence.ts';
import { commonOf, entryAt, reachedBy } from '../../listing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { site, locale, actor } }) => {
	const activity = await entryAt(site, 'activity', params.slug);
	const { free, price, dropIn, onlineUrl } = activity;
	const [face] = await site.store.faces.byIds([activity.id], locale);
	const now = site.now();
	return {
		entry: { ...(await commonOf(site, activity, locale, actor)), ...(await reachedBy(site, activity, face?.host)) },
		...{ free, price, dropIn, onlineUrl },
		host: face?.host ?? null,
		at: face?.at ?? null,
		rules: activity.schedules.map((schedule) => inWords(schedule)),
		times: await site.store.occurrences.coming(activity.id, now, 25),
	};
};
