import { z } from 'zod';
import { parse } from '../parse.ts';
import { audiences, languages } from '../taxonomies.ts';
import { type Theme, themes } from '../theme.ts';
import { many, one, type Part } from './part.ts';

/** More subjects than these say nothing any more. */
export const MOST_THEMES = 8;

/** A whole number of years; empty is none. */
const age = z
	.string()
	.trim()
	.transform((text) => (text === '' ? null : text))
	.pipe(
		z
			.string()
			.regex(/^\d{1,3}$/, 'wrong')
			.transform(Number)
			.pipe(z.number().max(120, 'wrong'))
			.nullable(),
	);

/** Who only gives one end of a span of ages means that it is open at the other. */
const LOWEST = 0;
const HIGHEST = 120;

const SubjectSchema = z
	.object({
		themes: z.array(z.enum(themes as [Theme, ...Theme[]], 'wrong')).max(MOST_THEMES, 'many'),
		audiences: z.array(z.enum(audiences, 'wrong')),
		languages: z.array(z.enum(languages, 'wrong')),
		ageMin: age,
		ageMax: age,
	})
	.refine(({ ageMin, ageMax }) => (ageMin ?? LOWEST) <= (ageMax ?? HIGHEST), { path: ['ageMax'], error: 'order' })
	.transform(({ ageMin, ageMax, ...lists }) => ({
		...lists,
		ages: ageMin === null && ageMax === null ? null : { min: ageMin ?? LOWEST, max: ageMax ?? HIGHEST },
	}));

const names = new Set(['themes', 'audiences', 'languages', 'ageMin', 'ageMax']);
const fields = new Set(['themes', 'audiences', 'languages', 'ages']);

/** What it is about and whom it is for. */
export const subject: Part = {
	asks: (name) => names.has(name),
	owns: (field) => fields.has(field),
	typed: (entry) => {
		const ages = entry.ages as { min: number; max: number } | null | undefined;
		return {
			themes: entry.themes as string[],
			audiences: entry.audiences as string[],
			languages: entry.languages as string[],
			ageMin: [ages && ages.min > LOWEST ? String(ages.min) : ''],
			ageMax: [ages && (ages.max < HIGHEST || ages.min === LOWEST) ? String(ages.max) : ''],
		};
	},
	read: (typed) =>
		parse(SubjectSchema, {
			// As the store gives them back: the order of codes says nothing, and is no change.
			// One that was proposed stands in the form twice.
			themes: [...new Set(many(typed, 'themes'))].sort(),
			audiences: many(typed, 'audiences').sort(),
			languages: many(typed, 'languages').sort(),
			ageMin: one(typed, 'ageMin'),
			ageMax: one(typed, 'ageMax'),
		}),
};
