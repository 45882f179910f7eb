import type { AccessFacts, Room } from '#domain/listing.ts';
import { accessFacts } from '#domain/taxonomies.ts';
import { number } from './format.ts';
import { m } from './generated/messages.js';
import { accessSaid, equipmentLabel } from './labels.ts';

/** What is known of accessibility, each fact with its answer. */
export const accessInWords = (access: AccessFacts): string[] =>
	accessFacts.flatMap((fact) => {
		const value = access[fact];
		return value === undefined
			? []
			: [value === true ? `${accessSaid(fact, value)}: ${m.access_yes().toLowerCase()}` : accessSaid(fact, value)];
	});

/** What a room has beside its name: "del av Salen · 40 platser · Kök". */
export const roomInWords = (room: Room, rooms: readonly Room[]): string =>
	[
		room.partOf === null ? null : m.room_part_of({ name: rooms[room.partOf]?.name ?? '' }),
		room.seats === null ? null : m.seats({ count: room.seats }),
		room.areaM2 === null ? null : m.area({ area: number(room.areaM2) }),
		...room.equipment.map(equipmentLabel),
		...accessFacts.flatMap((fact) => {
			const value = room.access[fact];
			return value === undefined ? [] : [accessSaid(fact, value)];
		}),
	]
		.filter(Boolean)
		.join(' · ');
