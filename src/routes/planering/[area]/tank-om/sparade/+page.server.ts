import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { removeScenario, renameScenario, type Scenario, scenarioFor } from '#domain/scenario.ts';
import { planText } from '#domain/scenario-plan.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { choiceSaid } from '#text/planning-choice.ts';
import { formOf, idOf, refused } from '../../../../form.ts';
import { choiceOf } from '../../../asked.ts';
import { alterationSaid, type Names, namesFor } from '../said.ts';
import { stageFor } from '../stage.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
	const { asked, municipality, path } = await stageFor(event);
	const { site } = event.locals;
	const all = await site.store.scenarios.of(municipality);
	const names = await namesFor(
		site,
		municipality,
		all.flatMap(({ plan }) => plan),
	);
	return {
		name: asked.whole.name,
		slug: event.params.area,
		path,
		now: site.now(),
		done: event.url.searchParams.has('done'),
		few: event.url.searchParams.has('few'),
		scenarios: all.map((one) => lineOf(one, names)),
	};
};

/** A scenario in words, with the address that shows it. */
function lineOf({ id, name, plan, choice, unread, by, changedAt }: Scenario, names: Names) {
	const params = new URLSearchParams(choice);
	params.set('plan', planText(plan));
	return {
		...{ id, name, unread, changedAt },
		who: by ? (by.name ?? by.email) : null,
		choice: choiceSaid(choiceOf(new URLSearchParams(choice))),
		plan: plan.map((one) => alterationSaid(one, names)),
		query: params.toString(),
	};
}

/** The scenario that a form is about, for who may do something to it. Throws `NotFound`. */
async function meant(event: RequestEvent<{ area: string }>) {
	const { actor, municipality, path } = await stageFor(event);
	const form = await formOf(event.request);
	const scenario = await scenarioFor(event.locals.site.store, actor, idOf(form.id ?? ''));
	if (scenario.municipality !== municipality) error(404, 'scenario.unknown');
	return { actor, form, scenario, path };
}

export const actions: Actions = {
	rename: async (event) => {
		const { actor, form, scenario, path } = await meant(event);
		const { name = '' } = form;
		try {
			await renameScenario(event.locals.site.store, actor, scenario.id, { name }, event.locals.site.now());
		} catch (reason) {
			return refused(reason, { id: scenario.id, name }, event.setHeaders);
		}
		redirect(303, `${localizeHref(`${path}/sparade`)}?done=1`);
	},
	remove: async (event) => {
		const { actor, scenario, path } = await meant(event);
		await removeScenario(event.locals.site.store, actor, scenario.id, event.locals.site.now());
		redirect(303, `${localizeHref(`${path}/sparade`)}?done=1`);
	},
};
