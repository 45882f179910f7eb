import { loadGeography } from '../../../db/geography/index.ts';
import type { Area } from '../../domain/population.ts';
import { holdsOf } from './holds.ts';
import type { PeopleReason } from './problem.ts';

/** A border that holds less of its settlements' people than this is another's, or of nowhere. */
const ANOTHERS = 0.5;
/** Drawn roughly along a coast, a border may leave out a harbour; more is told. */
const ROUGH = 0.9;

/**
 * What is to be said of a municipality's border beside the people of the settlements that are known: those of its own that it
 * leaves out, and those of others that it takes in, each as a share of its own. Null where it is as it should be.
 */
export function borderSaid(
	municipality: string,
	polygon: Area['polygon'],
): { reason: PeopleReason; value: string } | null {
	const holds = holdsOf(polygon);
	let [own, held, others] = [0, 0, 0];
	for (const place of loadGeography().localities) {
		const isOwn = place.municipality === municipality;
		const isHeld = holds(place.lon, place.lat);
		if (isOwn) own += place.population;
		if (isHeld && isOwn) held += place.population;
		if (isHeld && !isOwn) others += place.population;
	}
	if (own === 0) return null;
	if (held / own < ANOTHERS) return { reason: 'border_elsewhere', value: percent(1 - held / own) };
	if (held / own < ROUGH) return { reason: 'border_leaves_out', value: percent(1 - held / own) };
	return others / own > 1 - ROUGH ? { reason: 'border_takes_in', value: percent(others / own) } : null;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
