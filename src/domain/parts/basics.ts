import { z } from 'zod';
import { Invalid } from '../errors.ts';
import { readOrganisationNumber, showOrganisationNumber } from '../organisation-number.ts';
import { parse } from '../parse.ts';
import { type Kind, organisationForms, venueKinds } from '../taxonomies.ts';
import { line } from './fields.ts';
import { type Around, type Fields, firsts, one, type Part, plain } from './part.ts';

const name = line(200).pipe(z.string('missing'));

/** Numbers as they are written; a person's is refused, and so is one that can't be. */
const organisationNumber = z
	.string()
	.max(60, 'wrong')
	.default('')
	.transform((text, context) => {
		const read = readOrganisationNumber(text);
		if (read.kind === 'valid') return read.number;
		if (read.kind === 'none' && !text.trim()) return null;
		context.addIssue({ code: 'custom', message: read.kind === 'person' ? 'personal_number' : 'wrong' });
		return z.NEVER;
	});

const BasicsSchemas = {
	organisation: z.object({
		name,
		form: z.enum(organisationForms, 'missing').default('association'),
		organisationNumber,
	}),
	venue: z.object({ name, venueKind: z.enum(venueKinds, 'missing') }),
	activity: z.object({ name }),
};

const names: Record<Kind, string[]> = {
	organisation: Object.keys(BasicsSchemas.organisation.shape),
	venue: Object.keys(BasicsSchemas.venue.shape),
	activity: Object.keys(BasicsSchemas.activity.shape),
};
const all = new Set([...Object.values(names).flat(), 'municipality']);

/** What it is: its name, its form or kind, an organisation's number, and the municipality, which is asked once. */
export const basics: Part = {
	asks: (asked) => all.has(asked),
	owns: (field) => all.has(field),
	typed: (fields, kind) => {
		const number = fields.organisationNumber;
		return {
			...plain(fields, [...names[kind], 'municipality']),
			...(typeof number === 'string' ? { organisationNumber: [showOrganisationNumber(number)] } : {}),
		};
	},
	read: (typed, around) => {
		const wrong: Record<string, string> = {};
		const municipality = municipalityOf(one(typed, 'municipality'), around);
		if (!municipality) wrong.municipality = 'missing';
		const read = reading(typed, around.kind, wrong);
		if (Object.keys(wrong).length) throw new Invalid(wrong);
		return { ...read, municipality };
	},
};

/** An entry stays where it is: it is its municipality's. */
function municipalityOf(typed: string, { listing, places }: Around): string | null {
	if (listing) return listing.municipality;
	return places.isMunicipality(typed) ? typed : null;
}

/** Reads what is a kind's own; what is wrong is added to `wrong`, so that all of it is told at once. */
function reading(typed: Parameters<Part['read']>[0], kind: Kind, wrong: Record<string, string>): Fields {
	const given = Object.fromEntries(Object.entries(firsts(typed)).filter(([field, text]) => field === 'name' || text));
	try {
		return parse(BasicsSchemas[kind], given);
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		Object.assign(wrong, reason.fields);
		return {};
	}
}
