import { z } from 'zod';
import { Invalid } from '../errors.ts';
import { parse } from '../parse.ts';
import type { Kind } from '../taxonomies.ts';
import { webAddress } from './fields.ts';
import { type Around, firsts, type Part, plain } from './part.ts';

const id = z
	.union([z.literal(''), z.string().regex(/^[1-9]\d{0,14}$/)], 'wrong')
	.default('')
	.transform((text) => (text ? Number(text) : null));

const HostSchema = z.object({ organisation: id, venue: id, onlineUrl: webAddress.default(null) });
const names = new Set([...Object.keys(HostSchema.shape), 'organisationSought', 'venueSought']);

/** Who holds an activity and at which venue: public entries, chosen from what was found (`…Sought`). */
export const host: Part = {
	asks: (name) => names.has(name),
	owns: (field) => field in HostSchema.shape,
	typed: (fields) => plain(fields, ['organisation', 'venue', 'onlineUrl']),
	read: async (typed, around) => {
		const read = parse(HostSchema, firsts(typed));
		for (const kind of ['organisation', 'venue'] as const)
			if (!(await mayBe(read[kind], kind, around))) throw new Invalid({ [kind]: 'wrong' });
		return read;
	},
};

/** Only what the public sees can be named, or what stood there. */
async function mayBe(wanted: number | null, kind: Kind, { store, listing }: Around): Promise<boolean> {
	if (wanted === null) return true;
	if (listing?.kind === 'activity' && kind !== 'activity' && listing[kind] === wanted) return true;
	const [face] = await store.faces.named([wanted], 'sv');
	return face?.kind === kind;
}
