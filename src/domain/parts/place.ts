import { z } from 'zod';
import { Invalid } from '../errors.ts';
import { distanceKm, type Position } from '../geo.ts';
import { parse } from '../parse.ts';
import { line } from './fields.ts';
import { type Around, firsts, type Part, plain } from './part.ts';

/** A point further from the middle of its municipality than this was put there by mistake; the longest is 250 km long. */
const FAR_KM = 160;

const degrees = z
	.string()
	.regex(/^-?\d{1,3}(\.\d{1,20})?$/)
	.transform(Number);

/** A point that was put on the map: longitude and latitude, or nothing. */
const PointSchema = z.object({ lon: degrees, lat: degrees, precision: z.enum(['exact', 'street']).catch('exact') });

const PlaceSchema = z.object({
	locality: line(120).default(null),
	street: line(200).default(null),
	postcode: line(20)
		.transform((text) => text?.replace(/^SE?[\s-]*/i, '').replace(/[\s-]/g, '') || null)
		.refine((digits) => !digits || /^[1-9]\d{4}$/.test(digits), 'wrong')
		.default(null),
	postTown: line(120).default(null),
	masked: z
		.string()
		.transform((text) => text === 'yes')
		.default(false),
});
type Address = z.output<typeof PlaceSchema>;

const names = [...Object.keys(PlaceSchema.shape), 'lon', 'lat', 'precision'];
const fields = new Set([...Object.keys(PlaceSchema.shape), 'position']);
const said = ['locality', 'street', 'postcode', 'postTown'] as const;

/** Where it is: what its address says, and a point on the map; or that the address is nobody's business. */
export const place: Part = {
	asks: (name) => names.includes(name),
	owns: (field) => fields.has(field),
	typed: (entry) => {
		const position = entry.position as Position | null;
		const point = position && (position.precision === 'exact' || position.precision === 'street') ? position : null;
		return {
			...plain(entry, said),
			...plain({ ...point }, ['lon', 'lat', 'precision']),
			masked: [entry.masked ? 'yes' : ''],
		};
	},
	read: (typed, around) => {
		const given = firsts(typed);
		const address = parse(PlaceSchema, given);
		const { postcode } = address;
		const postTown = address.postTown ?? (postcode ? around.places.postTownOf(postcode) : null);
		const settled = { ...address, postTown };
		// What is kept from the public is not kept here either: a street that is not in the store can not leak from it.
		if (settled.masked) {
			const hidden = { ...settled, street: null, postcode: null };
			return { ...hidden, position: otherwise(hidden, around) };
		}
		return { ...settled, position: put(given, around) ?? otherwise(settled, around) };
	},
};

/** Without a point of its own an entry is where it was, or where its address is. */
function otherwise(address: Address, around: Around): Position | null {
	const before = stood(address, around);
	return before === undefined ? found(address, around) : before;
}

/** The point that was put on the map; one far outside of the municipality is refused. */
function put({ lon, lat, precision }: Record<string, string>, { municipality, places }: Around): Position | null {
	if (!lon && !lat) return null;
	const { success, data } = PointSchema.safeParse({ lon, lat, precision: precision || 'exact' });
	if (!success) throw new Invalid({ lon: 'wrong' });
	const middle = municipality ? places.middleOf(municipality) : null;
	if (middle && distanceKm(middle, data) > FAR_KM) throw new Invalid({ lon: 'far' });
	return data;
}

/** Where an entry was (or that it was nowhere), if its address is the same and the point was not taken away; else undefined. */
function stood(address: Address, { listing }: Around): Position | null | undefined {
	if (!listing || listing.masked !== address.masked) return undefined;
	const { position } = listing;
	if (!address.masked && (position?.precision === 'exact' || position?.precision === 'street')) return undefined;
	return said.every((field) => listing[field] === address[field]) ? position : undefined;
}

/** The settlement or municipality that an address names. An activity at a venue is where that is. */
function found(address: Address, { municipality, kind, places }: Around): Position | null {
	const names = said.some((field) => field !== 'street' && address[field]);
	if (!municipality || (kind === 'activity' && !names)) return null;
	return places.locate({ municipality, ...address });
}
