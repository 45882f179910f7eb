import type { Equipment, VenueKind } from '../../../src/domain/taxonomies.ts';
import type { Said } from '../subjects/types.ts';

/** A sort of venue: its names, rooms, equipment and hours. `{v}`, `{x}` and `{p}` as in subjects. */
export interface VenuePattern {
	kind: VenueKind;
	weight: number;
	names: string[];
	/** Name, seats and square metres; a name that begins with `Halva` is a part of the first room. */
	rooms: [name: string, seats: number | null, areaM2: number | null][];
	equipment: Equipment[];
	/** OpenStreetMap's opening_hours. */
	hours: string[];
	lead: Said[];
	more: Said[];
	/** What it costs to hire. */
	prices: string[];
	/** Stands in the countryside more often than in the settlement. */
	rural?: boolean;
}

export const common = {
	hall: [
		'Gratis för föreningar på orten',
		'300 kr för en kväll',
		'1 200 kr för en helg',
		'800 kr per dygn, 400 kr för medlemmar',
	],
	hourly: [
		'150 kr i timmen',
		'90 kr i timmen för föreningar, 250 kr för andra',
		'Gratis för barn- och ungdomsverksamhet',
	],
	free: ['Gratis', 'Gratis för föreningar'],
};
