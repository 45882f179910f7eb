import { redirect } from '@sveltejs/kit';
import type { Scenario } from '#domain/scenario.ts';
import { planText } from '#domain/scenario-plan.ts';
import { choiceKey } from '#planning/choice.ts';
import { SMALL } from '#planning/mask.ts';
import type { Table } from '#planning/table.ts';
import type { WhatIfAnswer } from '#planning/topics/what-if.ts';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import { metresSaid } from '#text/planning.ts';
import { choiceSaid } from '#text/planning-choice.ts';
import type { Site } from '../../../../../site.ts';
import { idOf } from '../../../../form.ts';
import { choiceOf } from '../../../asked.ts';
import { effectAbout, effectSentences } from '../effect.ts';
import { mapAlt, scenarioMap, scenarioPicture } from '../map.ts';
import { alterationSaid, idleSaid, type Names, namesFor } from '../said.ts';
import { stageFor } from '../stage.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const MOST = 4;
/** Metres within which shares are compared. */
const LIMITS = [1000, 5000];

export const load: PageServerLoad = async (event) => {
	const { asked, municipality, path } = await stageFor(event);
	const { site } = event.locals;
	const wanted = [...new Set(event.url.searchParams.getAll('s').map(idOf))];
	const kept = await site.store.scenarios.of(municipality);
	const chosen = wanted.flatMap((id) => kept.find((one) => one.id === id) ?? []);
	if (chosen.length < 2 || chosen.length > MOST) redirect(303, `${localizeHref(`${path}/sparade`)}?few=1`);
	const names = await namesFor(
		site,
		municipality,
		chosen.flatMap(({ plan }) => plan),
	);
	const told = await Promise.all(chosen.map((scenario) => tell(site, scenario)));
	return {
		name: asked.whole.name,
		slug: event.params.area,
		path,
		mixed: new Set(told.map(({ key }) => key)).size > 1,
		table: sideBySide(told),
		scenarios: await Promise.all(told.map((one) => card(one, names, asked.whole.name))),
	};
};

interface Told {
	scenario: Scenario;
	choice: ReturnType<typeof choiceOf>;
	key: string;
	answer: WhatIfAnswer;
	at: number;
}

async function tell(site: Site, scenario: Scenario): Promise<Told> {
	const choice = choiceOf(new URLSearchParams(scenario.choice));
	const { municipality, plan } = scenario;
	const { answer, at } = await site.planning.ask('whatIf', { municipality, choice, plan });
	return { scenario, choice, key: choiceKey(choice), answer, at };
}

async function card({ scenario, choice, answer }: Told, names: Names, municipality: string) {
	const map = scenarioMap(answer, scenario.plan, names);
	const params = new URLSearchParams(scenario.choice);
	params.set('plan', planText(scenario.plan));
	return {
		...{ id: scenario.id, name: scenario.name, unread: scenario.unread, legend: map.legend },
		query: params.toString(),
		choice: choiceSaid(choice),
		lines: scenario.plan.map((one, at) => ({
			said: alterationSaid(one, names),
			idle: idleSaid(one, answer.comes[at]!, choice, names),
		})),
		sentences: effectSentences(answer, municipality, scenario.plan.length > 0),
		picture: { svg: await scenarioPicture(map), alt: mapAlt(map) },
	};
}

/** The figures of scenarios, a row each. */
function sideBySide(told: readonly Told[]): Table {
	const share = { kind: 'share' as const };
	return {
		key: 'scenarios',
		title: m.whatif_compare_table(),
		columns: [
			{ key: 'scenario', label: m.whatif_compare_name(), kind: 'text' },
			{ key: 'gain', label: m.whatif_col_gain(), kind: 'count' },
			{ key: 'lose', label: m.whatif_col_lose(), kind: 'count' },
			{ key: 'saved_m', label: m.whatif_compare_saved(), kind: 'number', unit: 'm' },
			...LIMITS.flatMap((metres) => [
				{ key: `now_${metres}`, label: m.whatif_compare_now({ km: metresSaid(metres) }), ...share },
				{ key: `after_${metres}`, label: m.whatif_compare_within({ km: metresSaid(metres) }), ...share },
			]),
		],
		rows: told.map(({ scenario, answer: { here, persons } }) => ({
			cells: [
				scenario.name,
				here.gain.persons ?? { under: SMALL },
				here.lose.persons ?? { under: SMALL },
				persons > 0 ? here.personMetres / persons : null,
				...LIMITS.flatMap((metres) => {
					const within = here.within.find(({ limit }) => limit === metres)!;
					return [within.before, within.after];
				}),
			],
		})),
		notes: [m.whatif_masked_note()],
		about: effectAbout(
			Math.min(...told.map(({ at }) => at)),
			told.some(({ answer }) => answer.estimated > 0),
		),
	};
}
