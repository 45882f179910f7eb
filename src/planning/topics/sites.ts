import type { Alteration } from '../../domain/scenario-plan.ts';
import { venueKinds } from '../../domain/taxonomies.ts';
import type { Choice } from '../choice.ts';
import { type People, PlaceBit, type Points } from '../ground.ts';
import type { Room } from '../room.ts';
import { pointsAt, valuesOf } from '../rows.ts';
import { alteredBy, venueRows } from '../scenario.ts';
import { bestSites } from '../sites.ts';
import { whatIf } from '../what-if.ts';
import { type Aim, together, worthsOf } from '../worth.ts';
import { livingIn, stageOf, startIn } from './what-if.ts';

export interface SitesQuestion {
	/** SCB code. */
	municipality: string;
	choice: Choice;
	/** What is altered already: the sites are the best beside it. */
	plan: Alteration[];
	/** How many sites, 1 to 5. */
	count: number;
	aim: Aim;
}

/** A building or settlement that could have one more meeting place. */
export type Candidate = { do: 'use'; venue: number } | { do: 'town'; locality: number };

export interface SitesAnswer {
	/** The best of the candidates, the one that adds most first; fewer than asked for when no more add anything. */
	sites: { candidate: Candidate; lon: number; lat: number; adds: number }[];
	/** What they add together: person metres saved, or persons brought within the distance. */
	worth: number;
	/** No choice of as many candidates is worth more; `exact` when it is proven that none is better than this one. */
	bound: number;
	exact: boolean;
	/** How many candidates there are, and how many of them (those that alone add most) were compared with each other. */
	candidates: number;
	compared: number;
	/** Persons who live in the municipality. */
	persons: number;
}

/** So many candidates are compared with each other; of more, those that alone add most. */
const MOST_COMPARED = 500;

/** The best sites for more meeting places for those who live in a municipality: buildings that are none of those asked about, and settlements. */
export async function sitesTopic(
	room: Room,
	{ municipality, choice, plan, count, aim }: SitesQuestion,
): Promise<SitesAnswer> {
	const { ground } = room;
	const stage = await stageOf(room, municipality);
	const { change, after } = alteredBy(ground, choice, plan, stage);
	const rows = livingIn(municipality, room);
	const metresOfAll = whatIf(startIn(room, choice), change).metres;
	const metres = valuesOf(metresOfAll, rows);
	const people = peopleAt(ground.people, rows);
	const named = new Set(
		plan.flatMap((one) => ('venue' in one && one.do !== 'evening' && one.do !== 'day' ? [one.venue] : [])),
	);
	const towns = new Set(plan.flatMap((one) => (one.do === 'town' ? [one.locality] : [])));
	const all = [
		...buildings(room, Number(municipality), new Set(after), named),
		...[...stage.settlements]
			.filter(([locality]) => !towns.has(locality))
			.map(([locality, at]) => ({ candidate: { do: 'town' as const, locality }, lon: at.lon, lat: at.lat })),
	];
	const compared = mostAlone(all, people, metres, aim);
	const found = bestSites(worthsOf(people, metres, pointsOf(compared), aim), count);
	return {
		sites: found.chosen.map((site, at) => ({ ...compared[site]!, adds: found.adds[at]! })),
		worth: found.worth,
		bound: found.bound,
		exact: found.exact,
		candidates: all.length,
		compared: compared.length,
		persons: people.persons.reduce((sum, persons) => sum + persons, 0),
	};
}

interface At {
	candidate: Candidate;
	lon: number;
	lat: number;
}

/** Venues with a place of their own that do not count; nothing outdoors, and none that the scenario has closed, moved or taken in. */
function buildings({ ground }: Room, municipality: number, after: Set<number>, named: Set<number>): At[] {
	const { places } = ground;
	const outdoor = venueKinds.indexOf('outdoor_place');
	return [...venueRows(ground, municipality)]
		.filter(
			([listing, row]) =>
				!after.has(row) &&
				!named.has(listing) &&
				places.kind[row] !== outdoor &&
				!(places.known[row]! & PlaceBit.rough),
		)
		.map(([venue, row]) => ({
			candidate: { do: 'use' as const, venue },
			lon: places.lon[row]!,
			lat: places.lat[row]!,
		}));
}

/** Of more candidates than are compared, those that alone add most. */
function mostAlone(all: At[], people: People, metres: Float64Array, aim: Aim): At[] {
	if (all.length <= MOST_COMPARED) return all;
	const alone: { at: At; worth: number }[] = [];
	for (let from = 0; from < all.length; from += MOST_COMPARED) {
		const some = all.slice(from, from + MOST_COMPARED);
		const worths = worthsOf(people, metres, pointsOf(some), aim);
		alone.push(...some.map((at, place) => ({ at, worth: together(worths, [place]) })));
	}
	return alone
		.sort((a, b) => b.worth - a.worth)
		.slice(0, MOST_COMPARED)
		.map(({ at }) => at);
}

const pointsOf = (all: readonly At[]): Points => ({
	lon: Float64Array.from(all, ({ lon }) => lon),
	lat: Float64Array.from(all, ({ lat }) => lat),
});

const peopleAt = (people: People, rows: Uint32Array): People => ({
	...pointsAt(people, rows),
	persons: valuesOf(people.persons, rows),
	byAge: [],
	municipality: Uint16Array.from(rows, (row) => people.municipality[row]!),
	locality: Int32Array.from(rows, (row) => people.locality[row]!),
	settlement: Uint8Array.from(rows, (row) => people.settlement[row]!),
	estimated: Uint8Array.from(rows, (row) => people.estimated[row]!),
});
