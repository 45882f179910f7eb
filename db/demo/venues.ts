import { type Listing, ListingSchema } from '../../src/domain/listing.ts';
import type { AccessFact } from '../../src/domain/taxonomies.ts';
import type { Chance } from './chance.ts';
import { contactOf, freshnessOf } from './contact.ts';
import { inventedStreet } from './names.ts';
import { pointBetween, pointNear } from './places.ts';
import { type Naming, named, namingOf, type Setting, spoken } from './setting.ts';
import { common, type VenuePattern } from './venues/types.ts';

/** How often a fact has been told, and how often it is then a yes, in percent. */
const facts: readonly [AccessFact, told: number, yes: number][] = [
	['step_free_entrance', 60, 70],
	['ramp', 35, 55],
	['lift', 20, 40],
	['accessible_toilet', 50, 65],
	['hearing_loop', 35, 50],
	['tactile_signs', 20, 25],
	['quiet', 20, 60],
	['low_stimulus', 12, 50],
	['accessible_parking', 40, 75],
	['wheelchair_places', 20, 70],
];

/** What is told of a room by itself. */
const roomFacts = ['hearing_loop', 'quiet', 'wheelchair_places'] as const satisfies readonly AccessFact[];

/** Some of what could be told has been told; the rest is unknown. A third have told nothing. */
function accessOf(chance: Chance) {
	if (chance.percent(30)) return {};
	const told = facts.filter(([, often]) => chance.percent(often)).map(([fact, , yes]) => [fact, chance.percent(yes)]);
	const width = chance.percent(25) ? [['door_width_cm', chance.one([76, 80, 85, 90, 100, 120])]] : [];
	return Object.fromEntries([...told, ...width]);
}

/** Who looks after a venue: the listing id, and what that association is named after. */
export interface Keeper {
	id: number;
	naming: Naming;
}

/** A venue with its rooms. One in the countryside stands on the way to the next settlement. */
export function inventVenue(pattern: VenuePattern, keeper: Keeper | null, setting: Setting): Listing {
	const { chance, code, locality, now, plain } = setting;
	const naming = keeper?.naming ?? namingOf(setting);
	const name = named(chance.one(pattern.names), naming, setting);
	const afield = pattern.rural && chance.percent(60);
	const point = afield ? pointBetween(locality, setting.towards, chance) : pointNear(locality, chance);
	const sentences = plain ? [chance.one(pattern.lead)] : [chance.one(pattern.lead), chance.one(pattern.more)];
	const { sv, en } = spoken(sentences, naming, setting);
	const size = chance.one([0.7, 0.85, 1, 1, 1.2, 1.4]);
	const rooms = pattern.rooms
		.filter(([room], place) => place === 0 || room.startsWith('Halva') || chance.percent(90))
		.map(roomOf(size, chance));
	const seats = Math.max(0, ...rooms.map((room) => room.seats ?? 0));
	const entry = {
		kind: 'venue',
		name,
		venueKind: pattern.kind,
		municipality: code,
		locality: locality.name,
		street: afield ? `${naming.village} ${chance.whole(101, 480)}` : inventedStreet(chance),
		position: { ...point, precision: chance.percent(85) ? 'exact' : 'street' },
		...contactOf(name, locality, chance),
		...freshnessOf(now, chance),
		keeper: keeper?.id ?? null,
		seats: chance.percent(75) ? seats || null : null,
		openingHours: pattern.hours.length && chance.percent(85) ? chance.one(pattern.hours) : null,
		price: chance.percent(55) ? chance.one(pattern.prices) : null,
		// The first two are what the texts speak of.
		equipment: pattern.equipment.filter((_, place) => place < 2 || chance.percent(70)),
		access: accessOf(chance),
		rooms,
		texts: {
			sv: { description: sv },
			...(!plain && chance.percent(40) ? { en: { description: en } } : {}),
		},
	};
	return ListingSchema.parse({ ...entry, rates: entry.price === null ? ratesOf(pattern, seats) : [] });
}

/** Prices by group as municipalities set them: dearer for a larger room, and not drawn, so that all else stays as it is. */
function ratesOf({ prices }: VenuePattern, seats: number) {
	if (prices !== common.hourly && prices !== common.hall) return [];
	const step = Math.max(1, Math.round(seats / 40)) * 20;
	const per = prices === common.hourly ? 'hour' : 'occasion';
	const times = per === 'hour' ? 1 : 3;
	return [
		{ group: 'youth', amount: 0, per },
		{ group: 'local_association', amount: step * times, per },
		{ group: 'private', amount: 4 * step * times, per },
		{ group: 'commercial', amount: 8 * step * times, per },
	];
}

const roomOf = (size: number, chance: Chance) => (room: VenuePattern['rooms'][number], place: number) => {
	const [name, seats, areaM2] = room;
	return {
		name,
		seats: seats && Math.round((seats * size) / 2) * 2,
		areaM2: areaM2 && Math.round(areaM2 * size),
		partOf: place > 0 && name.startsWith('Halva') ? 0 : null,
		access: chance.percent(20) ? { [chance.one(roomFacts)]: chance.percent(70) } : {},
	};
};
