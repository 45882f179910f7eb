import { z } from 'zod';
import { parse } from '../parse.ts';
import { emailAddress, phoneNumber, webAddress } from './fields.ts';
import { firsts, type Part, plain } from './part.ts';

const ContactSchema = z.object({ homepage: webAddress, email: emailAddress, phone: phoneNumber });
const names = Object.keys(ContactSchema.shape);

/** How to reach those behind an entry. */
export const contact: Part = {
	asks: (name) => names.includes(name),
	owns: (field) => names.includes(field),
	typed: (fields) => plain(fields, names),
	read: (typed) => parse(ContactSchema, { homepage: '', email: '', phone: '', ...firsts(typed) }),
};
