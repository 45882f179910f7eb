import { childThemes, type Theme, topThemes } from '../../domain/theme.ts';
import { type Area, peopleIn } from '../area.ts';
import { type Choice, chosen } from '../choice.ts';
import { diversityOf } from '../diversity.ts';
import { type SettlementClass, settlementClasses } from '../ground.ts';
import { hexagonLayer, hexagonsOf } from '../hexagons.ts';
import { maskList, type Shown } from '../mask.ts';
import { histogramOf, meanOf, quantilesOf, reachOf, sharesOf } from '../reach.ts';
import type { Room } from '../room.ts';
import { estimatedOf, finite, pointsAt, sumOf, valuesOf } from '../rows.ts';

/** What a theme is worth; 1 where nothing else is said. */
export type Weights = Partial<Record<Theme, number>>;

export interface DiversityQuestion {
	area: Area;
	choice: Choice;
	weights: Weights;
}

/** How many kinds of activity people have to choose from within `DIVERSITY_METRES`. */
export interface DiversityAnswer {
	persons: number;
	estimated: number;
	/** Each kind: who has it within reach, and how far half of the people have to it; null where there is nothing. */
	kinds: { theme: Theme; weight: number; share: number | null; median: number | null }[];
	/** The kinds' weights together, and their sum for the people: the mean, and what half of them have at most. */
	most: number;
	mean: number | null;
	half: number | null;
	/** Persons by number of kinds within reach, from none to all of them, masked. */
	byCount: Shown[];
	bySettlement: { settlement: SettlementClass; mean: number }[];
	resolution: number;
	/** Mean of the index in each hexagon; null where the people are masked. */
	hexagons: { id: string; persons: Shown; mean: number | null }[];
}

/** What is within reach of a bicycle in a quarter of an hour. */
export const DIVERSITY_METRES = 3000;
const MOST_HEXAGONS = 250;

/** Kinds of a choice: the themes under those that are chosen, else the groups of themes. */
const kindsOf = ({ theme }: Choice): Theme[] => {
	const under = theme.flatMap((one) => (childThemes(one).length > 0 ? childThemes(one) : [one]));
	return theme.length > 0 ? [...new Set(under)] : topThemes;
};

/** Diversity of what happens at the places of a choice, for those who live in an area. */
export function diversityTopic({ ground }: Room, { area, choice, weights }: DiversityQuestion): DiversityAnswer {
	const { people, places } = ground;
	const rows = peopleIn(area, people);
	const at = pointsAt(people, rows);
	const persons = valuesOf(people.persons, rows);
	const themes = kindsOf(choice);
	const kinds = themes.map((theme) => ({
		places: chosen(ground, { ...choice, theme: [theme] }),
		weight: weights[theme] ?? 1,
	}));
	const { index, kinds: count, metres, most } = diversityOf(places, kinds, at, DIVERSITY_METRES);
	const hexagons = hexagonsOf(at, MOST_HEXAGONS);
	const layer = hexagonLayer(hexagons, index, persons).filter((one) => Math.round(one.persons) > 0);
	const shown = maskList(layer.map((one) => one.persons)).counts;
	const upTo = [...kinds.keys()];
	return {
		persons: sumOf(persons),
		estimated: estimatedOf(people, rows),
		kinds: themes.map((theme, kind) => ({
			theme,
			weight: kinds[kind]!.weight,
			share: sharesOf(reachOf(metres[kind]!, persons, [DIVERSITY_METRES]))[0]!,
			median: finite(quantilesOf(metres[kind]!, persons, [0.5])[0]!),
		})),
		most,
		mean: meanOf(index, persons),
		half: quantilesOf(index, persons, [0.5])[0]!,
		byCount: maskList(histogramOf(count, persons, upTo)).counts,
		bySettlement: bySettlement(index, persons, valuesOf(people.settlement, rows)),
		resolution: hexagons.resolution,
		hexagons: layer.map(({ id, mean }, place) => ({
			id,
			persons: shown[place]!,
			mean: shown[place] === null ? null : mean,
		})),
	};
}

function bySettlement(index: Float64Array, persons: Float64Array, settlement: Float64Array) {
	return settlementClasses.flatMap((name, place) => {
		const mean = meanOf(
			index,
			persons.map((count, row) => (settlement[row] === place ? count : 0)),
		);
		return mean === null ? [] : [{ settlement: name, mean }];
	});
}
