import { type Way, ways } from '../../domain/travel.ts';
import { type Area, peopleIn } from '../area.ts';
import type { Choice } from '../choice.ts';
import { indexOf } from '../nearest.ts';
import { quantilesOf, type Reach, reachOf } from '../reach.ts';
import type { Room } from '../room.ts';
import { estimatedOf, finite, pointsAt, sumOf, valuesOf } from '../rows.ts';
import { minutesOf, type Soonest, soonest } from '../travel.ts';

export interface TravelQuestion {
	area: Area;
	choice: Choice;
}

/** How long it takes people to come to a meeting place. */
export interface TravelAnswer {
	persons: number;
	estimated: number;
	ways: {
		way: Way;
		/** Persons within each of `travelMinutes`. */
		reach: Reach;
		/** Minutes that half of them need at most; null where there is nothing. */
		half: number | null;
		/** Whether minutes are by roads, by rule of thumb, or some by either; and the share of points where people live for which they are by rule. */
		used: Soonest['used'];
		byRule: number;
	}[];
	/** Whether there is a routing server that was not asked, since too many live here. */
	tooMany: boolean;
}

/** Minutes that are told of. */
export const travelMinutes = [10, 15, 30, 60] as const;
/** People of more points than this are not asked about one by one: it would take minutes, and the routing server's too. */
const MOST_POINTS = 4000;

/** Minutes to the places of a choice, for those who live in an area: by roads where the operator has a routing server. */
export async function travelTopic(room: Room, { area, choice }: TravelQuestion): Promise<TravelAnswer> {
	const { people, places } = room.ground;
	const { nearest, places: chosen } = room.near(choice);
	const rows = peopleIn(area, people);
	const persons = valuesOf(people.persons, rows);
	const tooMany = room.roads !== null && rows.length > MOST_POINTS;
	const roads = tooMany ? null : room.roads;
	const scene = roads && {
		places,
		people: pointsAt(people, rows),
		index: indexOf(places, chosen),
	};
	const told: TravelAnswer['ways'] = [];
	for (const way of ways) {
		const found = scene ? await soonest(scene, way, roads) : byRule(valuesOf(nearest.metres, rows), way);
		told.push({
			way,
			reach: reachOf(found.minutes, persons, travelMinutes),
			half: finite(quantilesOf(found.minutes, persons, [0.5])[0]!),
			used: found.used,
			byRule: rows.length ? found.byRule / rows.length : 0,
		});
	}
	return {
		persons: sumOf(persons),
		estimated: estimatedOf(people, rows),
		ways: told,
		tooMany,
	};
}

const byRule = (metres: Float64Array, way: Way): Pick<Soonest, 'minutes' | 'used' | 'byRule'> => ({
	minutes: minutesOf(metres, way),
	used: 'rule',
	byRule: metres.length,
});
