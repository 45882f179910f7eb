import type { MultiPolygon } from '../../domain/geo.ts';
import { containment } from '../area.ts';
import { maskOne, type Shown } from '../mask.ts';
import type { Room } from '../room.ts';

export interface DrawnQuestion {
	polygon: MultiPolygon;
}

/** What an outline holds. */
export interface DrawnAnswer {
	/** SCB codes of the municipalities of the people and the places within, those of most people first; none where there is nothing. */
	municipalities: string[];
	/** Who lives within; null for fewer than five. */
	persons: Shown;
	/** The share of them, 0 to 1, that is an estimate's. */
	estimated: number;
}

/** Whose people and places an outline holds: no municipality's border is known, so it lies in those whose these are. */
export function drawnTopic({ ground: { people, places } }: Room, { polygon }: DrawnQuestion): DrawnAnswer {
	const holds = containment(polygon);
	const found = new Map<number, number>();
	let [persons, estimated] = [0, 0];
	people.persons.forEach((count, row) => {
		if (!(count > 0) || !holds(people.lon[row]!, people.lat[row]!)) return;
		const code = people.municipality[row]!;
		found.set(code, (found.get(code) ?? 0) + count);
		persons += count;
		estimated += people.estimated[row]! * count;
	});
	places.municipality.forEach((code, row) => {
		if (!found.has(code) && holds(places.lon[row]!, places.lat[row]!)) found.set(code, 0);
	});
	return {
		municipalities: [...found].sort(([, a], [, b]) => b - a).map(([code]) => String(code).padStart(4, '0')),
		persons: maskOne(persons),
		estimated: persons > 0 ? estimated / persons : 0,
	};
}
