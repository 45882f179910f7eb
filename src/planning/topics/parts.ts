import type { MultiPolygon } from '../../domain/geo.ts';
import type { AreaClass, AreaLevel } from '../../domain/population.ts';
import { type Area, inside, peopleIn } from '../area.ts';
import type { Choice } from '../choice.ts';
import type { People } from '../ground.ts';
import { isSmall, maskList, type Shown, steppedShare } from '../mask.ts';
import { quantilesOf, reachOf, sharesOf } from '../reach.ts';
import type { Room } from '../room.ts';
import { finite, sumOf, valuesOf } from '../rows.ts';

export interface PartsQuestion {
	/** A municipality. */
	area: Area;
	choice: Choice;
}

/** How far the people of a part have; null where too few live there for it to be told, or where there is nothing to go to. */
export interface PartReach {
	/** Null where they are fewer than five, or where the sum would tell another's. */
	persons: Shown;
	/** Shares within one and five kilometres, in steps that tell no small count. */
	near: number | null;
	mid: number | null;
	/** Metres within which half of them have the nearest. */
	median: number | null;
}

/** A part of a municipality as an area that was imported. */
export interface PartRow extends PartReach {
	code: string;
	name: string;
	class: AreaClass | null;
	polygon: MultiPolygon;
	/** Places of the choice within. */
	places: number;
}

export interface PartsAnswer {
	/** The areas: a municipality's own districts, else RegSO, else DeSO; null where none is imported. */
	level: AreaLevel | null;
	/** By persons times the half's metres, the most first; those that are not told last. */
	rows: PartRow[];
	/** By socio-economic type, where it is imported. */
	classes: (PartReach & { class: AreaClass })[];
	/** Persons of the municipality, and how many of them live in none of the areas. */
	persons: number;
	outside: Shown;
}

/** Own districts are what a council speaks of; DeSO are many and have no names. */
const LEVELS: readonly AreaLevel[] = ['district', 'regso', 'deso'];
/** Metres. */
const [NEAR, MID] = [1000, 5000];

/** Reach within each imported area of a municipality, and by the areas' socio-economic type. */
export async function partsTopic(room: Room, { area, choice }: PartsQuestion): Promise<PartsAnswer> {
	const { people, places } = room.ground;
	const here = peopleIn(area, people);
	const persons = sumOf(valuesOf(people.persons, here));
	const counts = new Map((await room.store.areas.levels(area.key)).map(({ level, count }) => [level, count]));
	const level = LEVELS.find((one) => counts.has(one)) ?? null;
	if (level === null) return { level, rows: [], classes: [], persons, outside: 0 };
	const near = room.near(choice);
	const chosen = new Set(near.places);
	const areas = await room.store.areas.of(area.key, level);
	const taken = new Uint8Array(people.persons.length);
	const members = areas.map(({ polygon }) => {
		const within = peopleIn({ ...area, kind: 'district', polygon }, people).filter((row) => !taken[row]);
		for (const row of within) taken[row] = 1;
		return within;
	});
	const outside = here.filter((row) => !taken[row]);
	const reaches = told([...members, outside], people, near.nearest.metres);
	const rows = areas.map(({ code, name, class: type, polygon }, at): PartRow => {
		const within = inside({ ...area, kind: 'district', polygon }, places, places.municipality);
		const count = within.filter((place) => chosen.has(place)).length;
		return { code, name, class: type ?? null, polygon, places: count, ...reaches[at]! };
	});
	const weight = ({ persons, median }: PartRow) => (persons ?? 0) * (median ?? 0);
	return {
		level,
		rows: rows.sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name)),
		classes: byClass(areas, members, people, near.nearest.metres),
		persons,
		outside: reaches.at(-1)!.persons,
	};
}

function byClass(
	areas: readonly { class?: AreaClass | null }[],
	members: readonly Uint32Array[],
	people: People,
	metres: Float64Array,
) {
	const classes = ([1, 2, 3, 4, 5] as const).filter((type) => areas.some((one) => one.class === type));
	const groups = classes.map((type) => members.flatMap((rows, at) => (areas[at]!.class === type ? [...rows] : [])));
	const reaches = told(
		groups.map((rows) => Uint32Array.from(rows)),
		people,
		metres,
	);
	return classes.map((type, at) => ({ class: type, ...reaches[at]! }));
}

/** Reach of groups of people who have no one in common; small counts are masked so that their sum does not tell them. */
function told(groups: readonly Uint32Array[], people: People, metres: Float64Array): PartReach[] {
	const shown = maskList(groups.map((rows) => sumOf(valuesOf(people.persons, rows)))).counts;
	return groups.map((rows, at) => {
		const away = valuesOf(metres, rows);
		const counts = valuesOf(people.persons, rows);
		const all = sumOf(counts);
		const [near, mid] = sharesOf(reachOf(away, counts, [NEAR, MID]));
		const isHidden = shown[at] === null || isSmall(all) || Math.round(all) === 0;
		return {
			persons: shown[at]!,
			near: isHidden ? null : steppedShare(near!, all),
			mid: isHidden ? null : steppedShare(mid!, all),
			median: isHidden ? null : finite(quantilesOf(away, counts, [0.5])[0]!),
		};
	});
}
