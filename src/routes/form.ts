import { error, fail } from '@sveltejs/kit';
import { Invalid, Refusal } from '#domain/errors.ts';

/** The text fields of a form; what is no form that can be read is refused. */
export async function formOf(request: Request): Promise<Record<string, string>> {
	try {
		const form = await request.formData();
		return Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));
	} catch (reason) {
		if (reason instanceof TypeError) error(400, 'form.unreadable');
		throw reason;
	}
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
