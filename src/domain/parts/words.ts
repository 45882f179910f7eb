import { Invalid } from '../errors.ts';
import { reasons } from '../parse.ts';
import { languages } from '../taxonomies.ts';
import { line, prose } from './fields.ts';
import { type Fields, one, type Part, type Typed } from './part.ts';

const known = new Set<string>(languages);
const FIELD = /^texts\.([a-z]+)\.(name|description)$/;
const schemas = { name: line(200), description: prose };

/** Whether a name stands for a text of an entry in a language that we know. */
const isText = (name: string): boolean => known.has(FIELD.exec(name)?.[1] ?? '');

/** What it is, in words: in Swedish and any other languages. `more` is a language to be asked for next. */
export const words: Part = {
	asks: (name) => name === 'more' || isText(name),
	owns: isText,
	typed: (fields) => Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => textOf(field, value))),
	read: (typed) => {
		const read: Fields = {};
		const wrong: Record<string, string> = {};
		for (const name of Object.keys(typed).filter(isText)) {
			const part = FIELD.exec(name)![2] as keyof typeof schemas;
			const result = schemas[part].safeParse(one(typed, name));
			if (result.success) read[name] = result.data;
			else wrong[name] = reasons(result.error).form ?? 'wrong';
		}
		if (Object.keys(wrong).length) throw new Invalid(wrong);
		return read;
	},
};

const textOf = (field: string, value: unknown): [string, string[]][] =>
	isText(field) ? [[field, [String(value ?? '')]]] : [];

/** The languages that a form has texts in, Swedish first, with the one that is to be asked for next. */
export function languagesIn(typed: Typed): string[] {
	const there = Object.keys(typed).flatMap((name) => FIELD.exec(name)?.[1] ?? []);
	return [...new Set(['sv', ...there, one(typed, 'more')])].filter((code) => known.has(code));
}
