import { type Alteration, planHref, withAlteration } from '#domain/scenario-plan.ts';
import type { Choice } from '#planning/choice.ts';
import type { SitesAnswer } from '#planning/topics/sites.ts';
import type { Aim } from '#planning/worth.ts';
import { kilometres, number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { metresSaid, shareSaid } from '#text/planning.ts';
import type { Site } from '../../../../site.ts';
import { broughtSaid } from './effect.ts';
import type { Names } from './said.ts';

const KM = 1000;
const AIMS: Record<string, Aim> = {
	distance: { kind: 'distance' },
	within1: { kind: 'within', metres: KM },
	within3: { kind: 'within', metres: 3 * KM },
	within5: { kind: 'within', metres: 5 * KM },
};
export const MOST_SITES = 5;

/** What the parameters `sites` and `aim` ask for; null when they ask for nothing that can be read. */
export function sitesAsked(params: URLSearchParams): { count: number; aim: string } {
	const count = Number(params.get('sites') ?? 0);
	const aim = params.get('aim') ?? '';
	return {
		count: Number.isInteger(count) && count >= 1 && count <= MOST_SITES ? count : 0,
		aim: Object.hasOwn(AIMS, aim) ? aim : 'distance',
	};
}

/** What best sites may be asked to give, in words. */
export const aimOptions = (): { value: string; label: string }[] =>
	Object.entries(AIMS).map(([value, aim]) => ({
		value,
		label: aim.kind === 'distance' ? m.whatif_sites_distance() : m.whatif_sites_within({ km: metresSaid(aim.metres) }),
	}));

interface Asking {
	municipality: string;
	choice: Choice;
	plan: Alteration[];
	params: URLSearchParams;
	names: Names;
}

/** The best sites as an answer to the parameters of an address, in words; null when nothing is asked. */
export async function sitesSaid(site: Site, { municipality, choice, plan, params, names }: Asking) {
	const { count, aim: named } = sitesAsked(params);
	if (!count) return null;
	const aim = AIMS[named]!;
	const { answer } = await site.planning.ask('sites', { municipality, choice, plan, count, aim });
	const all = answer.sites.reduce((longer, { candidate }) => withAlteration(longer, candidate), plan);
	return {
		sentences: sentences(answer, count),
		sites: answer.sites.map(({ candidate, adds }) => ({
			name: nameOf(candidate, names),
			adds:
				aim.kind === 'distance'
					? m.whatif_sites_adds_distance({ km: kilometres(Math.max(1, Math.round(adds / KM))) })
					: m.whatif_sites_adds_within({ count: broughtSaid(adds), km: metresSaid(aim.metres) }),
			href: planHref(params, withAlteration(plan, candidate)),
		})),
		all: answer.sites.length > 1 ? planHref(params, all) : null,
	};
}

function nameOf(candidate: SitesAnswer['sites'][number]['candidate'], { venues, settlements }: Names): string {
	if (candidate.do === 'use') return venues.get(candidate.venue) ?? m.whatif_unknown_venue();
	const town = settlements.find(({ id }) => id === candidate.locality);
	return m.whatif_sites_town({ name: town?.name ?? m.whatif_unknown_town() });
}

function sentences({ sites, exact, worth, bound, candidates, compared }: SitesAnswer, asked: number): string[] {
	const [count, of] = [number(sites.length), number(compared)];
	if (sites.length === 0) return [m.whatif_sites_none({ count: compared, shown: of })];
	if (compared === 1) return [m.whatif_sites_only()];
	// Rounded down: what is said is held.
	const share = Math.floor((100 * worth) / bound) / 100;
	const how = exact
		? sites.length === 1
			? m.whatif_sites_exact_one({ compared: of })
			: m.whatif_sites_exact({ count, compared: of })
		: m.whatif_sites_bound({ share: shareSaid(share), count, compared: of });
	return [
		how,
		...(sites.length < asked ? [m.whatif_sites_fewer({ count })] : []),
		...(candidates > compared ? [m.whatif_sites_capped({ candidates: number(candidates), compared: of })] : []),
	];
}
