import { type Area, inside, peopleIn } from '../area.ts';
import type { Choice } from '../choice.ts';
import { PlaceBit, type SettlementClass, settlementClasses } from '../ground.ts';
import { histogramOf, meanOf, quantilesBy, quantilesOf, type Reach, reachBy, reachMetres, reachOf } from '../reach.ts';
import type { Room } from '../room.ts';
import { estimatedOf, finite, valuesOf } from '../rows.ts';

export interface ReachQuestion {
	area: Area;
	choice: Choice;
}

/** How far people have to a meeting place, in a straight line; persons with fractions where they are estimated. */
export interface ReachAnswer {
	/** Persons of the area, and those within each of `reachMetres`. */
	all: Reach;
	/** How many of the persons are an estimate's, not counted where they live. */
	estimated: number;
	/** By settlement class, those that anybody lives in, in the order of `settlementClasses`. */
	bySettlement: { settlement: SettlementClass; reach: Reach; median: number | null }[];
	/** By age band; empty when nobody knows the ages. */
	byAge: Reach[];
	/** Metres within which a tenth, half and nine tenths of the persons have the nearest; Infinity as null. */
	tenth: number | null;
	half: number | null;
	ninety: number | null;
	mean: number | null;
	/** Persons by stretches of `edges`, and beyond the last. */
	histogram: number[];
	edges: number[];
	/** Places of the choice in the area, how many of them are known by their settlement alone, and venues left out for want of a place. */
	places: number;
	rough: number;
	unplaced: number;
}

/** Stretches that a distribution is told in, as metres. */
const FINE = Array.from({ length: 20 }, (_, at) => (at + 1) * 500);
const COARSE = Array.from({ length: 20 }, (_, at) => (at + 1) * 2000);

/** Reach of the places of a choice for those who live in an area. */
export function reachTopic(room: Room, { area, choice }: ReachQuestion): ReachAnswer {
	const { people, places, unplaced } = room.ground;
	const { nearest, places: chosen } = room.near(choice);
	const here = peopleIn(area, people);
	const metres = valuesOf(nearest.metres, here);
	const persons = valuesOf(people.persons, here);
	const settlement = valuesOf(people.settlement, here);
	const [tenth, half, ninety] = quantilesOf(metres, persons, [0.1, 0.5, 0.9]).map(finite);
	const edges = (ninety ?? Infinity) <= FINE.at(-1)! ? FINE : COARSE;
	const inArea = new Set(inside(area, places, places.municipality));
	const ofArea = chosen.filter((place) => inArea.has(place));
	return {
		all: reachOf(metres, persons, reachMetres),
		estimated: estimatedOf(people, here),
		bySettlement: bySettlement(metres, persons, settlement),
		byAge: people.byAge.map((band) => reachOf(metres, valuesOf(band, here), reachMetres)),
		tenth: tenth!,
		half: half!,
		ninety: ninety!,
		mean: finite(meanOf(metres, persons)),
		histogram: histogramOf(metres, persons, edges),
		edges,
		places: ofArea.length,
		rough: ofArea.filter((place) => places.known[place]! & PlaceBit.rough).length,
		unplaced: unplacedIn(area, unplaced),
	};
}

function bySettlement(metres: Float64Array, persons: Float64Array, settlement: Float64Array) {
	const reaches = reachBy(metres, persons, reachMetres, settlement);
	const medians = quantilesBy(metres, persons, [0.5], settlement);
	return settlementClasses.flatMap((name, at) => {
		const reach = reaches.get(at);
		return reach?.persons ? [{ settlement: name, reach, median: finite(medians.get(at)![0]!) }] : [];
	});
}

/** Venues of the area's municipalities that have no place of their own; a smaller area's share of them is not known. */
function unplacedIn(area: Area, unplaced: ReadonlyMap<number, number>): number {
	const codes = area.municipalities.length ? area.municipalities.map(Number) : [...unplaced.keys()];
	return codes.reduce((total, code) => total + (unplaced.get(code) ?? 0), 0);
}
