import type { LonLat } from '../domain/geo.ts';
import type { Alteration } from '../domain/scenario-plan.ts';
import { type Choice, chosen } from './choice.ts';
import { type Ground, PlaceBit } from './ground.ts';
import type { Change } from './what-if.ts';

/** What an alteration comes to: it changes something, changes nothing of what is asked, or is of something that is not there. */
export type Comes = 'works' | 'idle' | 'gone';

/** A scenario, worked out for a choice of meeting places. */
export interface Altered {
	/** Rows of `ground.places` that count now. */
	before: Uint32Array;
	/** Rows that would count, without what opens. */
	after: number[];
	change: Change;
	/** What each alteration comes to, in order. */
	comes: Comes[];
}

/** In which municipality a scenario plays, and where its settlements are (by `localities.id`). */
export interface Stage {
	/** SCB code as a number. */
	municipality: number;
	settlements: ReadonlyMap<number, LonLat>;
}

/** Rows of a municipality's own venues, by entry. */
export function venueRows({ places }: Ground, municipality: number): Map<number, number> {
	const rows = new Map<number, number>();
	for (let row = 0; row < places.listing.length; row++)
		if (places.municipality[row] === municipality && !(places.known[row]! & PlaceBit.bare))
			rows.set(places.listing[row]!, row);
	return rows;
}

/**
 * Works out a scenario. New places count as chosen, whatever is asked for; a venue that moves takes with it what happens
 * there; one that is open in the evening no more has nothing in the evening either. A venue of another municipality is not there.
 */
export function alteredBy(ground: Ground, choice: Choice, plan: readonly Alteration[], stage: Stage): Altered {
	const rows = venueRows(ground, stage.municipality);
	const before = chosen(ground, choice);
	const hours = plan.some(({ do: what }) => what === 'evening' || what === 'day');
	const then = hours ? chosen(otherHours(ground, plan, rows), choice) : before;
	const [was, counts] = [new Set(before), new Set(then)];
	const opened: LonLat[] = [];
	const comes = plan.map((alteration): Comes => {
		if (alteration.do === 'open') return opens(alteration);
		if (alteration.do === 'town') return opens(stage.settlements.get(alteration.locality));
		const row = rows.get(alteration.venue);
		if (row === undefined) return 'gone';
		if (alteration.do === 'evening' || alteration.do === 'day')
			return was.has(row) === then.includes(row) ? 'idle' : 'works';
		if (alteration.do === 'use') return counts.has(row) ? 'idle' : opens(pointOf(ground, row));
		if (!counts.delete(row)) return 'idle';
		if (alteration.do === 'move') opens(alteration);
		return 'works';
	});

	function opens(at: LonLat | undefined): Comes {
		if (!at) return 'gone';
		opened.push({ lon: at.lon, lat: at.lat });
		return 'works';
	}

	// What enters by its hours, if it has not moved since.
	for (const row of counts) if (!was.has(row)) opens(pointOf(ground, row));
	return {
		before,
		after: [...counts],
		change: {
			closed: [...before].filter((row) => !counts.has(row)),
			opened: { lon: Float64Array.from(opened, ({ lon }) => lon), lat: Float64Array.from(opened, ({ lat }) => lat) },
		},
		comes,
	};
}

const pointOf = ({ places }: Ground, row: number): LonLat => ({ lon: places.lon[row]!, lat: places.lat[row]! });

/** The ground as it would be if some venues had other hours. */
function otherHours(ground: Ground, plan: readonly Alteration[], rows: ReadonlyMap<number, number>): Ground {
	const known = ground.places.known.slice();
	const evening = ground.activities.evening.slice();
	for (const alteration of plan) {
		const row = 'venue' in alteration ? rows.get(alteration.venue) : undefined;
		if (row === undefined) continue;
		if (alteration.do === 'evening') known[row]! |= PlaceBit.openEvening;
		if (alteration.do !== 'day') continue;
		known[row]! &= ~PlaceBit.openEvening;
		ground.activities.place.forEach((place, at) => {
			if (place === row) evening[at] = 0;
		});
	}
	return { ...ground, places: { ...ground.places, known }, activities: { ...ground.activities, evening } };
}
