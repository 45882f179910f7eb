import type { z } from 'zod';
import { Invalid } from './errors.ts';

/** Parses input, or throws `Invalid` with one reason for each field: `{ name: 'too_small' }`. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
	const result = schema.safeParse(input);
	if (result.success) return result.data;
	throw new Invalid(reasons(result.error));
}

/** The first reason for each field of a zod error. */
export function reasons(error: z.ZodError): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const issue of error.issues) {
		const field = issue.path.join('.') || 'form';
		fields[field] ??= isKey(issue.message) ? issue.message : issue.code;
	}
	return fields;
}

/** Whether a schema gave its own word for what is wrong, and not zod its English sentence. */
const isKey = (message: string) => /^[a-z_]+$/.test(message);
