import { z } from 'zod';
import { personIn } from './organisation-number.ts';
import { parse } from './parse.ts';

const line = (max: number) =>
	z
		.string('missing')
		.max(max, 'long')
		.transform(
			(text) =>
				text
					.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
					.replace(/\s+/g, ' ')
					.trim() || null,
		);
const prose = z
	.string('missing')
	.max(8000, 'long')
	.transform(
		(text) =>
			text
				.replace(/\r\n?/g, '\n')
				.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
				.trim() || null,
	)
	.refine((text) => !text || !personIn(text), 'personal_number');

/** An address as people write it: without https:// it is added. */
const homepage = line(500)
	.transform((text) => (text && !/^[a-z]+:/i.test(text) ? `https://${text}` : text))
	.pipe(z.httpUrl('wrong').nullable());

/** What anybody who looks after an entry can write of it. */
const common = {
	name: line(200).pipe(z.string('missing')),
	'texts.sv.description': prose,
	'texts.en.name': line(200),
	'texts.en.description': prose,
	homepage,
	email: line(200).pipe(z.email('wrong').nullable()),
	phone: line(60).refine((text) => !text || /^[\d+()\-/ ]{5,}$/.test(text), 'wrong'),
};

const EditSchemas = {
	organisation: z.object(common),
	venue: z.object({ ...common, price: line(300), bookingUrl: homepage }),
	activity: z.object({ ...common, price: line(300) }),
};

/** The fields that the form asks for, by kind. */
export const editFields = {
	organisation: Object.keys(EditSchemas.organisation.shape),
	venue: Object.keys(EditSchemas.venue.shape),
	activity: Object.keys(EditSchemas.activity.shape),
};

/** What was typed, as values of fields. Throws `Invalid`: `missing | long | wrong | personal_number` by field. */
export function edited(kind: keyof typeof EditSchemas, typed: Record<string, string>): Record<string, string | null> {
	return parse(EditSchemas[kind], typed) as Record<string, string | null>;
}
