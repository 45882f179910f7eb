import { error, fail } from '@sveltejs/kit';
import { Invalid, Refusal } from '#domain/errors.ts';
import type { Typed } from '#domain/parts/part.ts';

/** All text fields of a form, in order; what is no form that can be read is refused. */
async function fieldsOf(request: Request): Promise<[string, string][]> {
	try {
		const form = await request.formData();
		return [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
	} catch (reason) {
		if (reason instanceof TypeError) error(400, 'form.unreadable');
		throw reason;
	}
}

/** The text fields of a form; of a name that comes twice the last. */
export const formOf = async (request: Request): Promise<Record<string, string>> =>
	Object.fromEntries(await fieldsOf(request));

/** The text fields of a form, each with all of its answers. */
export async function typedOf(request: Request): Promise<Typed> {
	const named = Map.groupBy(await fieldsOf(request), ([name]) => name);
	return Object.fromEntries([...named].map(([name, fields]) => [name, fields.map(([, value]) => value)]));
}

/** A refusal as a form that keeps what was typed, with a reason for each wrong field (`form`: for the whole). */
export function refused<V>(reason: unknown, values: V, setHeaders: (headers: Record<string, string>) => void) {
	if (!(reason instanceof Refusal)) throw reason;
	if (reason.status === 503) setHeaders({ 'retry-after': '10' });
	const fields: Record<string, string> = reason instanceof Invalid ? { ...reason.fields } : { form: reason.key };
	return fail(reason.status, { values, fields });
}

/** The number of a row, as it stands in an address; 0, which no row has, for anything else. */
export const idOf = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0);
