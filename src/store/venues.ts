import { asc, eq, sql } from 'drizzle-orm';
import { accessFacts, rooms, venueEquipment, venueRates, venues } from '../../db/schema.ts';
import type { AccessFacts, Room, Venue } from '../domain/listing.ts';
import { type AccessFact, type Equipment, equipment as equipmentCodes } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';

type Fact = typeof accessFacts.$inferSelect;

/** What only a venue has: its rooms, equipment and accessibility facts. */
export function venueParts({ db, sqlite }: Connection) {
	const byId = db
		.select()
		.from(venues)
		.where(eq(venues.id, sql.placeholder('id')))
		.prepare();
	const roomsOf = db
		.select()
		.from(rooms)
		.where(eq(rooms.venue, sql.placeholder('id')))
		.orderBy(asc(rooms.place))
		.prepare();
	const equipmentOf = db
		.select()
		.from(venueEquipment)
		.where(eq(venueEquipment.venue, sql.placeholder('id')))
		.prepare();
	const factsOf = db
		.select()
		.from(accessFacts)
		.where(eq(accessFacts.venue, sql.placeholder('id')))
		.prepare();
	const ratesOf = db
		.select({ group: venueRates.group, amount: venueRates.amount, per: venueRates.per })
		.from(venueRates)
		.where(eq(venueRates.venue, sql.placeholder('id')))
		.orderBy(asc(venueRates.place))
		.prepare();
	const write = sqlite.prepare(`
		INSERT INTO venues (id, venue_kind, keeper, seats, opening_hours, price, booking_url)
		VALUES (@id, @venueKind, @keeper, @seats, @openingHours, @price, @bookingUrl)
		ON CONFLICT (id) DO UPDATE SET venue_kind = excluded.venue_kind, keeper = excluded.keeper, seats = excluded.seats,
			opening_hours = excluded.opening_hours, price = excluded.price, booking_url = excluded.booking_url`);
	const clear = ['rooms', 'venue_equipment', 'access_facts', 'venue_rates'].map((table) =>
		sqlite.prepare(`DELETE FROM ${table} WHERE venue = ?`),
	);
	const addRoom = sqlite.prepare(
		'INSERT INTO rooms (venue, place, part_of, name, seats, area_m2) VALUES (@venue, @place, @partOf, @name, @seats, @areaM2)',
	);
	const addEquipment = sqlite.prepare(
		'INSERT OR IGNORE INTO venue_equipment (venue, room, equipment) VALUES (?, ?, ?)',
	);
	const addRate = sqlite.prepare(
		'INSERT INTO venue_rates (venue, place, user_group, amount, per) VALUES (@venue, @place, @group, @amount, @per)',
	);
	const addFact = sqlite.prepare(
		'INSERT INTO access_facts (venue, room, fact, value, measured) VALUES (?, ?, ?, ?, ?)',
	);

	function writeFeatures(
		venue: number,
		room: number | null,
		{ equipment, access }: Pick<Room, 'equipment' | 'access'>,
	) {
		for (const code of equipment) addEquipment.run(venue, room, code);
		for (const [fact, value] of Object.entries(access))
			addFact.run(venue, room, fact, Number(value), typeof value === 'number' ? 1 : 0);
	}

	return {
		read(id: number) {
			const { id: _id, ...own } = byId.get({ id })!;
			const things = equipmentOf.all({ id });
			const facts = factsOf.all({ id });
			const rows = roomsOf.all({ id });
			const placeOf = new Map(rows.map((row) => [row.id, row.place]));
			const featuresOf = (room: number | null) => ({
				equipment: inOrder(things.filter((row) => row.room === room).map((row) => row.equipment as Equipment)),
				access: accessOf(facts.filter((row) => row.room === room)),
			});
			return {
				...own,
				rates: ratesOf.all({ id }),
				...featuresOf(null),
				rooms: rows.map((row) => ({
					name: row.name,
					partOf: row.partOf === null ? null : (placeOf.get(row.partOf) ?? null),
					seats: row.seats,
					areaM2: row.areaM2,
					...featuresOf(row.id),
				})),
			};
		},
		write(id: number, venue: Venue): void {
			const { venueKind, keeper, seats, openingHours, price, bookingUrl } = venue;
			write.run({ id, venueKind, keeper, seats, openingHours, price, bookingUrl });
			for (const statement of clear) statement.run(id);
			writeFeatures(id, null, venue);
			// A value that was put aside before there were rates, to be brought back by undoing, has none.
			(venue.rates ?? []).forEach((rate, place) => {
				addRate.run({ venue: id, place, ...rate });
			});
			const ids: number[] = [];
			venue.rooms.forEach((room, place) => {
				// A room can only be a part of one that stands before it: the tree has no circles.
				const partOf = room.partOf === null ? null : (ids[room.partOf] ?? null);
				const { name, seats: roomSeats, areaM2 } = room;
				const added = addRoom.run({ venue: id, place, partOf, name, seats: roomSeats, areaM2 });
				ids.push(Number(added.lastInsertRowid));
				writeFeatures(id, ids[place]!, room);
			});
		},
	};
}

/** In the order of the list of codes, as a form has them. */
const inOrder = (things: Equipment[]) => things.sort((a, b) => equipmentCodes.indexOf(a) - equipmentCodes.indexOf(b));

function accessOf(facts: Fact[]): AccessFacts {
	const entries = facts.map((row) => [row.fact as AccessFact, row.measured ? row.value : row.value === 1]);
	return Object.fromEntries(entries);
}
