import { redirect } from '@sveltejs/kit';
import { saveScenario } from '#domain/scenario.ts';
import {
	type Alteration,
	alterationOf,
	MOST_ALTERATIONS,
	planHref,
	planText,
	pointTyped,
	readPlan,
	tokenOf,
	withAlteration,
	withoutAlteration,
} from '#domain/scenario-plan.ts';
import type { WhatIfAnswer } from '#planning/topics/what-if.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, idOf, refused } from '../../../form.ts';
import type { Actions, PageServerLoad } from './$types';
import { effectAbout, effectSentences, effectTables } from './effect.ts';
import { mapAlt, scenarioMap, scenarioPicture } from './map.ts';
import { alterationSaid, idleSaid, type Names, namesFor } from './said.ts';
import { aimOptions, sitesAsked, sitesSaid } from './sites.ts';
import { choiceParams, stageFor } from './stage.ts';
import { venuePage } from './venues.ts';

export const load: PageServerLoad = async (event) => {
	const { asked, municipality, path } = await stageFor(event);
	const { site } = event.locals;
	const given = event.url.searchParams;
	const { plan, unread } = readPlan(given.get('plan') ?? '');
	const params = addressOf(asked.choice, plan, given);
	const wanted = added(plan, given);
	if (wanted.plan) redirect(303, localizeHref(path) + planHref(params, wanted.plan));

	const { answer, at } = await site.planning.ask('whatIf', { municipality, choice: asked.choice, plan });
	const names = await namesFor(site, municipality, plan);
	const venues = await site.store.scenarios.venues(municipality);
	const map = scenarioMap(answer, plan, names);
	const moving = venues.find(({ id }) => id === idOf(given.get('move') ?? ''));
	return {
		asked,
		path,
		slug: event.params.area,
		params: params.toString(),
		kept: [...params].filter(([name]) => ['plan', 'sites', 'aim'].includes(name)),
		plan,
		unread,
		lines: linesOf(plan, answer, asked.choice, names, params),
		startAgain: planHref(params, []),
		sentences: effectSentences(answer, asked.whole.name, plan.length > 0),
		tables: plan.length ? effectTables(answer, settlementNames(names), effectAbout(at, answer.estimated > 0)) : [],
		map,
		picture: { svg: await scenarioPicture(map), alt: mapAlt(map) },
		empty: answer.places.length === 0,
		venues: venuePage(venues, answer.places, given),
		moving: moving ? { id: moving.id, name: moving.name } : null,
		towns: names.settlements.map(({ id, name, lon, lat }) => ({
			name,
			token: tokenOf(moving ? { do: 'move', venue: moving.id, lon, lat } : { do: 'town', locality: id }),
		})),
		typed: given.get('at') ?? '',
		wrong: wanted.wrong,
		most: MOST_ALTERATIONS,
		aims: aimOptions(),
		sites: {
			...sitesAsked(given),
			said: await sitesSaid(site, { municipality, choice: asked.choice, plan, params, names }),
		},
		scenarios: (await site.store.scenarios.of(municipality)).length,
		saved: given.has('saved'),
	};
};

/** The address of a page in its one way of writing it: what is chosen and altered, which sites are asked for, where one is in the list. */
function addressOf(choice: Parameters<typeof choiceParams>[0], plan: readonly Alteration[], given: URLSearchParams) {
	const params = new URLSearchParams(choiceParams(choice));
	if (plan.length) params.set('plan', planText(plan));
	const { count, aim } = sitesAsked(given);
	if (count) {
		params.set('sites', String(count));
		params.set('aim', aim);
	}
	for (const name of ['name', 'page']) if (given.get(name)) params.set(name, given.get(name)!);
	return params;
}

/** What a form asks to be added, as the plan with it; or what is wrong with it. */
function added(
	plan: readonly Alteration[],
	given: URLSearchParams,
): { plan?: Alteration[]; wrong?: 'missing' | 'point' | 'many' } {
	if (!given.has('add') && !given.has('at')) return {};
	const typed = given.get('at')?.trim() ?? '';
	const point = pointTyped(typed);
	const venue = idOf(given.get('move') ?? '');
	const next = typed
		? point && (venue ? { do: 'move' as const, venue, ...point } : { do: 'open' as const, ...point })
		: alterationOf(given.get('add') ?? '');
	if (!next) return { wrong: typed ? 'point' : 'missing' };
	const longer = withAlteration(plan, next);
	return longer.length > MOST_ALTERATIONS ? { wrong: 'many' } : { plan: longer };
}

const settlementNames = ({ settlements }: Names) => new Map(settlements.map(({ id, name }) => [id, name]));

/** Each alteration in words, why it changes nothing if so, and the address without it. */
const linesOf = (
	plan: readonly Alteration[],
	{ comes }: WhatIfAnswer,
	choice: Parameters<typeof choiceParams>[0],
	names: Names,
	params: URLSearchParams,
) =>
	plan.map((one, at) => ({
		token: tokenOf(one),
		said: alterationSaid(one, names),
		idle: idleSaid(one, comes[at]!, choice, names),
		without: planHref(params, withoutAlteration(plan, one)),
	}));

export const actions: Actions = {
	save: async (event) => {
		const { actor, asked, municipality, path } = await stageFor(event);
		const { name = '' } = await formOf(event.request);
		const given = event.url.searchParams;
		const { plan } = readPlan(given.get('plan') ?? '');
		const choice = new URLSearchParams(choiceParams(asked.choice)).toString();
		try {
			const { site } = event.locals;
			await saveScenario(site.store, actor, { municipality, choice, plan }, { name }, site.now());
		} catch (reason) {
			return refused(reason, { name }, event.setHeaders);
		}
		const params = addressOf(asked.choice, plan, given);
		params.set('saved', '1');
		redirect(303, `${localizeHref(path)}?${params}`);
	},
};
