import { z } from 'zod';
import { Invalid } from '../errors.ts';
import type { Rate } from '../listing.ts';
import { parse, reasons } from '../parse.ts';
import type { Kind } from '../taxonomies.ts';
import { line, webAddress } from './fields.ts';
import { firsts, type Part, plain } from './part.ts';
import { asksRates, ratesIn, typedRates } from './rates.ts';

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

/** What it costs, for a place also by who uses it, and how one gets in. */
export const price: Part = {
	asks: (name) => all.has(name) || asksRates(name),
	owns: (field) => all.has(field) || field === 'rates',
	typed: (fields, kind) => ({
		...plain(fields, names(kind)),
		...(kind === 'activity' ? { free: [said(fields.free)], dropIn: [said(fields.dropIn)] } : {}),
		...(kind === 'venue' ? typedRates((fields.rates as Rate[] | null) ?? []) : {}),
	}),
	read: (typed, { kind }) => {
		if (kind !== 'venue') return parse(PriceSchemas[kind], firsts(typed));
		const plainFields = PriceSchemas.venue.safeParse(firsts(typed));
		const { rates, wrong } = ratesIn(typed);
		if (!plainFields.success) throw new Invalid({ ...reasons(plainFields.error), ...wrong });
		if (Object.keys(wrong).length) throw new Invalid(wrong);
		return { ...plainFields.data, rates };
	},
};
