import { z } from 'zod';
import { Invalid } from '../errors.ts';
import type { AccessFacts, Room } from '../listing.ts';
import { accessFacts, type Equipment, equipment } from '../taxonomies.ts';
import { accessIn, typedAccess } from './access.ts';
import { line } from './fields.ts';
import { many, one, type Part, type Typed } from './part.ts';
import { isOfRow, numberIn, type Row, rowsOf, typedRows } from './rows.ts';

const rowNames = [
	'name',
	'gone',
	'partOf',
	'seats',
	'area',
	'equipment',
	...accessFacts.map((fact) => `access.${fact}`),
];
const ofHouse = ['rooms.seats', 'rooms.equipment'];

/** How many a place holds, what there is in it, and its rooms. */
export const rooms: Part = {
	asks: (name) => ofHouse.includes(name) || isOfRow('rooms', rowNames, name),
	owns: (field) => ['seats', 'equipment', 'rooms'].includes(field),
	typed: (fields) => ({
		'rooms.seats': [String(fields.seats ?? '')],
		'rooms.equipment': (fields.equipment as Equipment[]) ?? [],
		...typedRows('rooms', ((fields.rooms as Room[]) ?? []).map(rowFor)),
	}),
	read: (typed) => {
		const wrong: Record<string, string> = {};
		const seats = numberIn(one(typed, 'rooms.seats'), { most: 100_000 });
		if (seats === undefined) wrong['rooms.seats'] = 'wrong';
		const read = rowsOf(typed, 'rooms').flatMap((row) => readRow(row, wrong) ?? []);
		const sorted = ordered(read, wrong);
		if (Object.keys(wrong).length) throw new Invalid(wrong);
		return { seats: seats ?? null, equipment: equipmentIn(typed, 'rooms.equipment'), rooms: sorted };
	},
};

function rowFor(room: Room): Typed {
	return {
		name: [room.name],
		partOf: [room.partOf === null ? '' : String(room.partOf)],
		seats: [String(room.seats ?? '')],
		area: [String(room.areaM2 ?? '')],
		equipment: room.equipment,
		...typedAccess(room.access as AccessFacts, 'access.'),
	};
}

const equipmentIn = (typed: Typed, name: string) => equipment.filter((code) => many(typed, name).includes(code));
const Name = line(120);

/** A room as it was typed: what it is part of is still the number of a row. */
interface TypedRoom {
	at: number;
	room: Room;
}

/** A row as a room; null when it is empty or taken away. What is wrong in it is added to `wrong`. */
function readRow({ at, typed }: Row, wrong: Record<string, string>): TypedRoom | null {
	if (one(typed, 'gone')) return null;
	const things = equipmentIn(typed, 'equipment');
	const { access, wrong: wrongAccess } = accessIn(typed, 'access.');
	const said = ['name', 'seats', 'area'].some((field) => one(typed, field).trim());
	if (!said && !things.length && !Object.keys(access).length) return null;
	const name = Name.pipe(z.string('missing')).safeParse(one(typed, 'name'));
	const seats = numberIn(one(typed, 'seats'), { most: 100_000 });
	const areaM2 = numberIn(one(typed, 'area').replace(/\s*(m2|m²|kvm)\.?$/i, ''), { most: 1_000_000, whole: false });
	if (!name.success) wrong[`rooms.${at}.name`] = name.error.issues[0]!.message;
	if (seats === undefined) wrong[`rooms.${at}.seats`] = 'wrong';
	if (areaM2 === undefined) wrong[`rooms.${at}.area`] = 'wrong';
	for (const [fact, reason] of Object.entries(wrongAccess)) wrong[`rooms.${at}.${fact}`] = reason;
	const partOf = /^\d{1,2}$/.test(one(typed, 'partOf')) ? Number(one(typed, 'partOf')) : null;
	const room = {
		name: name.data ?? '',
		partOf,
		seats: seats ?? null,
		areaM2: areaM2 ?? null,
		equipment: things,
		access,
	};
	return { at, room };
}

/** Each room after the one that it is part of, else in the order of the form; one that is part of itself is refused. */
function ordered(read: readonly TypedRoom[], wrong: Record<string, string>): Room[] {
	const placeOf = new Map<number, number>();
	const sorted: Room[] = [];
	const left = [...read];
	const known = new Set(read.map(({ at }) => at));
	while (left.length) {
		const next = left.findIndex(
			({ room }) => room.partOf === null || !known.has(room.partOf) || placeOf.has(room.partOf),
		);
		if (next < 0) {
			for (const { at } of left) wrong[`rooms.${at}.partOf`] = 'circle';
			return [];
		}
		const [{ at, room }] = left.splice(next, 1) as [TypedRoom];
		placeOf.set(at, sorted.length);
		sorted.push({ ...room, partOf: room.partOf === null ? null : (placeOf.get(room.partOf) ?? null) });
	}
	return sorted;
}
