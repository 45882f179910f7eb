import { Recent } from '../../domain/recent.ts';
import type { Alteration } from '../../domain/scenario-plan.ts';
import { peopleIn } from '../area.ts';
import { type Choice, choiceKey } from '../choice.ts';
import { PlaceBit } from '../ground.ts';
import type { Room } from '../room.ts';
import { estimatedOf, sumOf, valuesOf } from '../rows.ts';
import { alteredBy, type Comes, type Stage, venueRows } from '../scenario.ts';
import { type ChangedHexagon, changedHexagons, type Effect, effectOn } from '../scenario-effect.ts';
import { type Start, startOf, whatIf } from '../what-if.ts';

export interface WhatIfQuestion {
	/** SCB code. */
	municipality: string;
	choice: Choice;
	plan: Alteration[];
}

/** A venue of the municipality that has a place on the map. */
export interface WhatIfPlace {
	listing: number;
	lon: number;
	lat: number;
	/** It is one of those asked about, now, and in the scenario. */
	counts: boolean;
	would: boolean;
	/** It is open in the evening by its own hours, as far as is known. */
	evening: boolean;
	/** Its position is its settlement's. */
	rough: boolean;
}

/** Who gains and who loses by a scenario. */
export interface WhatIfAnswer {
	/** Persons who live in the municipality, and how many of them are an estimate's. */
	persons: number;
	estimated: number;
	/** Of each alteration, in order. */
	comes: Comes[];
	here: Effect;
	/** On those who live elsewhere. */
	elsewhere: Pick<Effect, 'gain' | 'lose'>;
	hexagons: ChangedHexagon[];
	places: WhatIfPlace[];
}

/** Twice so many choices have their beginnings kept: some five megabytes each for 100 000 points. */
const MOST_KEPT = 4;
const kept = new WeakMap<Room, Recent<string, Start>>();

/** How it is now, kept for as long as its room is: who only tries one thing after the other waits for none of it again. */
export function startIn(room: Room, choice: Choice): Start {
	const starts = kept.get(room) ?? new Recent<string, Start>(MOST_KEPT);
	kept.set(room, starts);
	const { places, people } = room.ground;
	return starts.of(choiceKey(choice), () => startOf(places, people, room.near(choice).places));
}

/** Where a scenario plays. */
export async function stageOf({ store }: Room, municipality: string): Promise<Stage> {
	const localities = await store.geography.localitiesOf(municipality);
	return {
		municipality: Number(municipality),
		settlements: new Map(localities.map(({ id, lon, lat }) => [id, { lon, lat }])),
	};
}

/** Rows of those who live in a municipality. */
export const livingIn = (municipality: string, { ground }: Room): Uint32Array =>
	peopleIn(
		{
			kind: 'municipality',
			key: municipality,
			name: '',
			municipalities: [municipality],
			locality: null,
			polygon: null,
		},
		ground.people,
	);

/** What a scenario would do to those who live in a municipality, and to others. */
export async function whatIfTopic(room: Room, { municipality, choice, plan }: WhatIfQuestion): Promise<WhatIfAnswer> {
	const { ground } = room;
	const { people } = ground;
	const start = startIn(room, choice);
	const altered = alteredBy(ground, choice, plan, await stageOf(room, municipality));
	const before = start.now.metres;
	const after = whatIf(start, altered.change).metres;
	const rows = livingIn(municipality, room);
	const live = new Set(rows);
	const others = Uint32Array.from([...before.keys()].filter((row) => before[row] !== after[row] && !live.has(row)));
	const { gain, lose } = effectOn(people, others, before, after);
	return {
		persons: sumOf(valuesOf(people.persons, rows)),
		estimated: estimatedOf(people, rows),
		comes: altered.comes,
		here: effectOn(people, rows, before, after),
		elsewhere: { gain, lose },
		hexagons: changedHexagons(people, rows, before, after),
		places: placesOf(room, municipality, new Set(altered.before), new Set(altered.after)),
	};
}

function placesOf({ ground }: Room, municipality: string, before: Set<number>, after: Set<number>): WhatIfPlace[] {
	const { places } = ground;
	return [...venueRows(ground, Number(municipality))].map(([listing, row]) => ({
		listing,
		lon: places.lon[row]!,
		lat: places.lat[row]!,
		counts: before.has(row),
		would: after.has(row),
		evening: Boolean(places.known[row]! & PlaceBit.openEvening),
		rough: Boolean(places.known[row]! & PlaceBit.rough),
	}));
}
