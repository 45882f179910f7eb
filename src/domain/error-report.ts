import { z } from 'zod';
import type { Store } from '../store/open.ts';
import { personIn } from './organisation-number.ts';
import { parse } from './parse.ts';
import { reportWhats } from './report-whats.ts';

/** What somebody without an account tells of an entry. */
const ErrorReportSchema = z.object({
	what: z.enum(reportWhats, 'missing'),
	message: z.string('missing').trim().min(5, 'missing').max(2000, 'long'),
	reply: z.union([z.literal(''), z.email('wrong').max(200, 'wrong')], 'wrong').default(''),
});

/** A form is not filled in quicker than this by a person; seconds. */
const LEAST_SECONDS = 3;

/** Whether a form was filled in by a robot: the field nobody sees is filled, or it took no time. `made` in unix seconds. */
export function seemsRobot(form: { website?: unknown; made?: unknown }, now: number): boolean {
	const made = Number(form.made);
	return Boolean(form.website) || !Number.isFinite(made) || now - made < LEAST_SECONDS;
}

/**
 * Keeps a report for the entry's municipality. A personal identity number in the text is struck out before it is kept.
 * Throws `Invalid` for what is missing, `Unavailable` when the store takes no writes.
 */
export async function reportError(
	store: Store,
	listing: { id: number; municipality: string },
	input: unknown,
	now: number,
): Promise<void> {
	const { what, message, reply } = parse(ErrorReportSchema, input);
	await store.transaction((tx) =>
		tx.errorReports.add({
			listing: listing.id,
			municipality: listing.municipality,
			what,
			message: withoutPersonalNumbers(message),
			replyTo: reply || null,
			at: now,
		}),
	);
}

/** A text in which a personal identity number is struck out. */
export function withoutPersonalNumbers(text: string): string {
	return text.replace(/(?<!\d)(?:19|20)?\d{6}\s?[-\u2010-\u2015+]?\s?\d{4}(?!\d)/g, (number) =>
		personIn(number) ? '***' : number,
	);
}
