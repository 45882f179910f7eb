import { type Area, inside, peopleIn } from '../area.ts';
import type { Choice } from '../choice.ts';
import { type People, PlaceBit, type SettlementClass, settlementClasses } from '../ground.ts';
import { isSmall } from '../mask.ts';
import { joinedAt, maskGroups, maskReach, maskStretches, type ShownReach, type Stretch } from '../mask-reach.ts';
import { agePersons, roundsAges } from '../part-ages.ts';
import { quantilesBy, quantilesOf, type Reach, reachBy, reachMetres, reachOf } from '../reach.ts';
import type { Room } from '../room.ts';
import { estimatedOf, finite, valuesOf } from '../rows.ts';

export interface ReachQuestion {
	area: Area;
	choice: Choice;
}

/** How far people have to a meeting place, in a straight line: counts as they may be told. */
export interface ReachAnswer {
	/** Persons of the area, and those within each of `reachMetres`. */
	all: ShownReach;
	/** Whether anybody lives in the area, and the share of them, 0 to 1, that is an estimate's, not counted where they live. */
	lived: boolean;
	estimated: number;
	/** By settlement class, those that anybody lives in, in the order of `settlementClasses`. */
	bySettlement: { settlement: SettlementClass; reach: ShownReach; median: number | null }[];
	/** By age band; empty when nobody knows the ages, and for a drawn area. */
	byAge: { reach: ShownReach; persons: number | null }[];
	/** Persons of each age are told to the nearest five, and `reach` holds what shares are made of alone. */
	rounded: boolean;
	/** Metres within which half and nine tenths of the persons have the nearest; Infinity as null, as where they are too few to be told of. */
	half: number | null;
	ninety: number | null;
	/** Whether they have nothing at all to go to. */
	none: boolean;
	/** Persons by stretches of `step` metres, and beyond the last; where few are, several in one. */
	histogram: Stretch[];
	step: number;
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
	const whole = reachOf(metres, persons, reachMetres);
	const { shown, told } = maskReach(whole);
	const few = isSmall(whole.persons);
	const [half, ninety] = quantilesOf(metres, persons, [0.5, 0.9]).map((value) => (few ? null : finite(value)));
	const edges = (ninety ?? Infinity) <= FINE.at(-1)! ? FINE : COARSE;
	const inArea = new Set(inside(area, places, places.municipality));
	const ofArea = chosen.filter((place) => inArea.has(place));
	return {
		all: shown,
		lived: Math.round(whole.persons) > 0,
		estimated: whole.persons > 0 ? estimatedOf(people, here) / whole.persons : 0,
		bySettlement: bySettlement(metres, persons, valuesOf(people.settlement, here), told),
		byAge:
			area.kind === 'drawn'
				? []
				: byAge(metres, people, here, whole, told).map((reach) => ({
						reach,
						persons: reach.persons === null ? null : agePersons(area, reach.persons),
					})),
		rounded: roundsAges(area),
		half: half!,
		ninety: ninety!,
		none: metres.every((far) => !Number.isFinite(far)),
		histogram: histogram(metres, persons, edges, told),
		step: edges[0]!,
		places: ofArea.length,
		rough: ofArea.filter((place) => places.known[place]! & PlaceBit.rough).length,
		unplaced: unplacedIn(area, unplaced),
	};
}

function bySettlement(metres: Float64Array, persons: Float64Array, settlement: Float64Array, told: boolean[]) {
	const reaches = reachBy(metres, persons, reachMetres, settlement);
	const medians = quantilesBy(metres, persons, [0.5], settlement);
	const lived = [...settlementClasses.keys()].filter((at) => reaches.get(at)?.persons);
	const shown = maskGroups(
		lived.map((at) => reaches.get(at)!),
		told,
	);
	return lived.map((at, place) => {
		const reach = shown[place]!;
		const median = reach.persons === null ? null : finite(medians.get(at)![0]!);
		return { settlement: settlementClasses[at]!, reach, median };
	});
}

/** By age band; who is of an unknown age is one group more, which can be had from the others and the whole. */
function byAge(metres: Float64Array, people: People, rows: Uint32Array, whole: Reach, told: boolean[]): ShownReach[] {
	if (people.byAge.length === 0) return [];
	const bands = people.byAge.map((band) => reachOf(metres, valuesOf(band, rows), reachMetres));
	const sum = (of: (reach: Reach) => number) => bands.reduce((total, band) => total + of(band), 0);
	const left = (all: number, known: number) => Math.max(0, all - known);
	const unknown: Reach = {
		persons: left(
			whole.persons,
			sum(({ persons }) => persons),
		),
		within: whole.within.map((count, at) =>
			left(
				count,
				sum(({ within }) => within[at]!),
			),
		),
	};
	return maskGroups([...bands, unknown], told).slice(0, -1);
}

/** How people spread over stretches: cut so that what is told of the limits does not tell of few between. */
function histogram(metres: Float64Array, persons: Float64Array, edges: readonly number[], told: boolean[]): Stretch[] {
	const limits = reachMetres.filter((_, at) => told[at]);
	const all = [...new Set([...edges, ...limits])].sort((a, b) => a - b);
	return joinedAt(maskStretches(reachOf(metres, persons, all), all, new Set(limits)), edges);
}

/** Venues of the area's municipalities that have no place of their own; a smaller area's share of them is not known. */
function unplacedIn(area: Area, unplaced: ReadonlyMap<number, number>): number {
	const codes = area.municipalities.length ? area.municipalities.map(Number) : [...unplaced.keys()];
	return codes.reduce((total, code) => total + (unplaced.get(code) ?? 0), 0);
}
