import { distanceKm, type LonLat } from '#domain/geo.ts';
import type { Alteration } from '#domain/scenario-plan.ts';
import type { Choice } from '#planning/choice.ts';
import type { Comes } from '#planning/scenario.ts';
import { m } from '#text/generated/messages.js';
import { getLocale } from '#text/generated/runtime.js';
import type { Site } from '../../../../site.ts';

/** What the places of a municipality are called. */
export interface Names {
	/** Its public venues, by entry. */
	venues: ReadonlyMap<number, string>;
	/** Venues of a plan that are public no more. */
	gone: ReadonlyMap<number, string>;
	settlements: readonly ({ id: number; name: string } & LonLat)[];
}

/** What the places of a municipality are called that plans speak of. */
export async function namesFor({ store }: Site, municipality: string, plans: readonly Alteration[]): Promise<Names> {
	const ids = plans.flatMap((one) => ('venue' in one ? [one.venue] : []));
	return {
		venues: new Map((await store.scenarios.venues(municipality)).map(({ id, name }) => [id, name])),
		gone: new Map((await store.scenarios.goneOf(municipality, ids)).map(({ id, name }) => [id, name])),
		settlements: await store.geography.localitiesOf(municipality),
	};
}

/** A coordinate as its reader writes it. */
const degrees = (value: number) =>
	value.toLocaleString(getLocale() === 'sv' ? 'sv-SE' : 'en-GB', {
		minimumFractionDigits: 4,
		maximumFractionDigits: 4,
	});

/** A point in words: its coordinates, and the settlement that is nearest. */
function pointSaid(at: LonLat, { settlements }: Pick<Names, 'settlements'>): string {
	const said = { lat: degrees(at.lat), lon: degrees(at.lon) };
	const [nearest] = [...settlements].sort((a, b) => distanceKm(a, at) - distanceKm(b, at));
	return nearest ? m.whatif_at_near({ ...said, name: nearest.name }) : m.whatif_at(said);
}

const saidOf = {
	close: m.whatif_said_close,
	evening: m.whatif_said_evening,
	day: m.whatif_said_day,
	use: m.whatif_said_use,
};

/** An alteration in words: "Slottåsa bygdegård stänger". */
export function alterationSaid(one: Alteration, names: Names): string {
	if (one.do === 'open') return m.whatif_said_open({ at: pointSaid(one, names) });
	if (one.do === 'town') {
		const town = names.settlements.find(({ id }) => id === one.locality);
		return m.whatif_said_town({ name: town?.name ?? m.whatif_unknown_town() });
	}
	const name = names.venues.get(one.venue) ?? names.gone.get(one.venue) ?? m.whatif_unknown_venue();
	return one.do === 'move' ? m.whatif_said_move({ name, at: pointSaid(one, names) }) : saidOf[one.do]({ name });
}

/** Why an alteration changes nothing; null when it does. */
export function idleSaid(one: Alteration, comes: Comes, choice: Choice, names: Names): string | null {
	if (comes === 'works') return null;
	if (comes === 'gone') return goneSaid(one, names);
	if (one.do === 'use') return m.whatif_idle_already();
	if (one.do === 'evening' || one.do === 'day') return choice.evening ? m.whatif_idle_same() : m.whatif_idle_hours();
	return m.whatif_idle_not_one();
}

function goneSaid(one: Alteration, { venues, gone }: Names): string {
	if (!('venue' in one)) return m.whatif_gone_town();
	if (venues.has(one.venue)) return m.whatif_gone_unplaced();
	return gone.has(one.venue) ? m.whatif_gone() : m.whatif_gone_unknown();
}
