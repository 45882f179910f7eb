import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Kind } from '../taxonomies.ts';
import { line, webAddress } from './fields.ts';
import { firsts, type Part, plain } from './part.ts';

const amount = line(300).default(null);

/** Yes, no, or nothing said. */
const maybe = z
	.enum(['yes', 'no', ''], 'wrong')
	.default('')
	.transform((said) => (said === '' ? null : said === 'yes'));

const PriceSchemas = {
	organisation: z.object({}),
	venue: z.object({ price: amount, bookingUrl: webAddress.default(null) }),
	activity: z.object({ free: maybe, price: amount, dropIn: maybe }),
};
const names = (kind: Kind) => Object.keys(PriceSchemas[kind].shape);
const all = new Set([...names('venue'), ...names('activity')]);

const said = (value: unknown): string => (value === true ? 'yes' : value === false ? 'no' : '');

/** What it costs, and how one gets in. */
export const price: Part = {
	asks: (name) => all.has(name),
	owns: (field) => all.has(field),
	typed: (fields, kind) => ({
		...plain(fields, names(kind)),
		...(kind === 'activity' ? { free: [said(fields.free)], dropIn: [said(fields.dropIn)] } : {}),
	}),
	read: (typed, { kind }) => parse(PriceSchemas[kind], firsts(typed)),
};
