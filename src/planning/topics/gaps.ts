import { type Area, inside, peopleIn } from '../area.ts';
import type { Choice } from '../choice.ts';
import { FARTHEST, type Gap, gapsOf } from '../gaps.ts';
import type { Ground, People } from '../ground.ts';
import { hexagonLayer, hexagonsOf } from '../hexagons.ts';
import { isSmall, maskList, type Shown } from '../mask.ts';
import type { Nearest } from '../nearest.ts';
import { quantilesOf } from '../reach.ts';
import type { Room } from '../room.ts';
import { estimatedOf, pointsAt, sumOf, valuesOf } from '../rows.ts';

export interface GapsQuestion {
	area: Area;
	choice: Choice;
}

/** A settlement, or the country round one, whose people have nothing near. */
export interface GapRow {
	/** Id of the settlement; 0 for none. */
	locality: number;
	around: boolean;
	persons: Shown;
	/** Metres that half of them have at most; null where there is nothing. */
	median: number | null;
	/** The entry that is the nearest to most of them. */
	nearest: number | null;
	/** Persons times kilometres; null where the persons are masked. */
	personKm: number | null;
	/** Their middle; null where they are few, or where it is an estimate that put them there. */
	at: readonly [lon: number, lat: number] | null;
}

/** A hexagon of the map. */
export interface HexagonRow {
	/** H3 cell. */
	id: string;
	persons: Shown;
	/** Metres that half of its people have at most, and their mean; null where there is nothing, or where the people are masked. */
	median: number | null;
	mean: number | null;
}

/** Where people have nothing near. */
export interface GapsAnswer {
	/** Metres beyond which something is not near. */
	limit: number;
	/** Persons of the area, those of them who have further than the limit, and how many of the persons are an estimate's. */
	persons: number;
	beyond: number;
	estimated: number;
	/** The largest sums of persons times metres first. */
	gaps: GapRow[];
	/** How many more there are, and who lives in them. */
	more: { gaps: number; persons: Shown; personKm: number | null };
	/** All who have further than the limit, as the list may tell it. */
	total: Shown;
	/** Metres that half of these have at most, and their persons times kilometres; null where they, or some of them, may not be told. */
	median: number | null;
	personKm: number | null;
	/** H3 resolution of the hexagons. */
	resolution: number;
	hexagons: HexagonRow[];
	/** Positions of the places of the choice in the area; none where they are too many to be seen. */
	places: (readonly [lon: number, lat: number])[];
}

/** What is not near: beyond the first of these that at least one in a hundred has further than. */
export const nearMetres = [5000, 3000, 1000] as const;
const FEW = 0.01;
/** More hexagons would make the picture heavy, more lines the list long, more dots a carpet. */
const MOST_HEXAGONS = 250;
const MOST_GAPS = 25;
const MOST_PLACES = 300;

/** Gaps in the reach of the places of a choice, for those who live in an area. */
export function gapsTopic({ ground, near }: Room, { area, choice }: GapsQuestion): GapsAnswer {
	const { people } = ground;
	const { nearest, places } = near(choice);
	const rows = peopleIn(area, people);
	const sum = (of: (row: number) => number) => rows.reduce((total, row) => total + of(row), 0);
	const persons = sum((row) => people.persons[row]!);
	const beyondOf = (limit: number) => sum((row) => (nearest.metres[row]! <= limit ? 0 : people.persons[row]!));
	const limit = nearMetres.find((metres) => beyondOf(metres) >= FEW * persons) ?? nearMetres.at(-1)!;
	const found = gapsOf(people, nearest, limit, rows);
	return {
		limit,
		persons,
		beyond: beyondOf(limit),
		estimated: estimatedOf(people, rows),
		...gapRows(found, ground),
		median: medianBeyond(people, nearest, limit, rows),
		...hexagonRows(people, nearest, rows),
		places: placesIn(area, ground, places),
	};
}

/** How far half of those have who have further than the limit. */
function medianBeyond({ persons }: People, { metres }: Nearest, limit: number, rows: Uint32Array): number | null {
	const far = rows.filter((row) => !(metres[row]! <= limit));
	const counts = valuesOf(persons, far);
	return isSmall(sumOf(counts)) ? null : finite(quantilesOf(valuesOf(metres, far), counts, [0.5])[0]!);
}

function gapRows(found: readonly Gap[], { places }: Ground): Pick<GapsAnswer, 'gaps' | 'more' | 'total' | 'personKm'> {
	const [first, rest] = [found.slice(0, MOST_GAPS), found.slice(MOST_GAPS)];
	const left = rest.reduce((total, { persons }) => total + persons, 0);
	const { counts, total } = maskList([...first.map(({ persons }) => persons), left]);
	const gaps = first.map((gap, place): GapRow => {
		const shown = counts[place]!;
		return {
			locality: gap.locality,
			around: gap.around,
			persons: shown,
			median: shown === null ? null : finite(gap.median),
			nearest: gap.which < 0 ? null : places.listing[gap.which]!,
			personKm: shown === null ? null : gap.personMetres / 1000,
			at: gap.around || shown === null ? null : [gap.lon, gap.lat],
		};
	});
	const kmOf = (some: readonly Gap[]) => some.reduce((sum, { personMetres }) => sum + personMetres, 0) / 1000;
	const persons = counts.at(-1)!;
	return {
		gaps,
		more: { gaps: rest.length, persons, personKm: persons === null ? null : kmOf(rest) },
		total,
		// With the others it would tell of those that are masked.
		personKm: counts.includes(null) ? null : kmOf(found),
	};
}

function hexagonRows(people: People, nearest: Nearest, rows: Uint32Array): Pick<GapsAnswer, 'resolution' | 'hexagons'> {
	const hexagons = hexagonsOf(pointsAt(people, rows), MOST_HEXAGONS);
	const layer = hexagonLayer(hexagons, valuesOf(nearest.metres, rows), valuesOf(people.persons, rows)).filter(
		({ persons }) => Math.round(persons) > 0,
	);
	const { counts } = maskList(layer.map(({ persons }) => persons));
	return {
		resolution: hexagons.resolution,
		hexagons: layer.map(({ id, median, mean }, place) => {
			const shown = counts[place]!;
			const told = (metres: number | null) => (shown === null ? null : finite(metres));
			return { id, persons: shown, median: told(median), mean: told(mean) };
		}),
	};
}

function placesIn(area: Area, { places }: Ground, chosen: Uint32Array): GapsAnswer['places'] {
	const here = new Set(inside(area, places, places.municipality));
	const found = Array.from(chosen).filter((place) => here.has(place));
	return found.length > MOST_PLACES ? [] : found.map((place) => [places.lon[place]!, places.lat[place]!] as const);
}

/** What JSON can hold; nobody's way is told as longer than what all gaps count with. */
const finite = (value: number | null): number | null => (value !== null && value <= 10 * FARTHEST ? value : null);
