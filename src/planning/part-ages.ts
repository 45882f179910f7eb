import type { Area } from './area.ts';

/** Persons of an age in a part of a municipality are told to the nearest so many. */
const STEP = 5;
/** Fewer than these, none among them, are told as fewer: where two parts make up a municipality, its exact number would else tell of the one by the other. */
export const FEWEST_OF_PART = 8;

/** Parts lie within each other and within their municipality, which is told exactly: what is left of one without another would be told by subtraction. */
export const roundsAges = ({ kind }: Pick<Area, 'kind'>): boolean => kind === 'locality' || kind === 'district';

/** Persons of an age as they may be told of an area; null where they are not. Whole municipalities and more are masked elsewhere. */
export function agePersons(area: Pick<Area, 'kind'>, persons: number): number | null {
	if (!roundsAges(area)) return persons;
	return persons < FEWEST_OF_PART ? null : Math.round(persons / STEP) * STEP;
}
