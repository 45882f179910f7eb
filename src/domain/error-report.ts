import { z } from 'zod';
import type { ErrorReport } from '../store/error-reports.ts';
import type { Queries, Store } from '../store/open.ts';
import { decisionSchema } from './decision.ts';
import { Conflict, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import type { Stored } from './listing.ts';
import { parse } from './parse.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';
import { type ReportState, reportWhats } from './report-whats.ts';
import { countSend, fromPerson, type Sender } from './robot.ts';
import { confirmByLetter, messageSchema, replySchema } from './told.ts';

/** What somebody without an account tells of an entry. */
const ErrorReportSchema = z.object({
	what: z.enum(reportWhats, 'missing'),
	message: messageSchema,
	reply: replySchema,
});

/** What a form to tell of an error in an entry is signed for. */
export const aboutReport = (listing: number): string => `report:${listing}`;

interface Means {
	now: number;
	locale: 'sv' | 'en';
	/** The letter with the link by which it is followed. */
	letter: (to: { recipient: string; secret: string }) => Letter;
}

/**
 * Keeps a report for the entry's municipality and gives the secret by which it is followed; the same form sent again
 * gives the same. A personal identity number in the text is struck out before it is kept. Throws `Invalid` for what is
 * missing or seems to be a robot's (`form`: robot, old, quick, same, too_many), `Unavailable` when the store takes no writes.
 */
export async function reportError(
	store: Store,
	listing: { id: number; municipality: string },
	input: unknown,
	sender: Sender,
	{ now, locale, letter }: Means,
): Promise<string> {
	const { what, message, reply } = parse(ErrorReportSchema, input);
	const { secret, follow, send } = await fromPerson(store, aboutReport(listing.id), sender, message, now);
	await store.transaction(async (tx) => {
		if (await tx.errorReports.byFollow(follow)) return;
		await countSend(tx, send, now);
		const { id, municipality } = listing;
		const replyTo = reply || null;
		await tx.errorReports.add({ listing: id, municipality, what, message, replyTo, locale, follow, at: now });
		await tx.audit.add({ at: now, by: 'visitor', action: 'report.made', listing: id });
		if (replyTo) await confirmByLetter(tx, letter({ recipient: replyTo, secret }), now);
	});
	return secret;
}

/** A report with its entry (null when that is gone) and what else was told of it. Throws `NotFound`. */
export async function reportToReview(store: Queries, by: Actor, id: number) {
	const report = await store.errorReports.get(id);
	if (!report) throw new NotFound('report.unknown');
	mustBeAllowed(by, 'municipality.review', { municipality: report.municipality });
	const listing = report.listing === null ? null : ((await store.listings.get(report.listing)) ?? null);
	return { report, listing, beside: listing ? await store.errorReports.beside(listing.id, id) : [] };
}

const DecisionSchema = decisionSchema('mended', ['not_so', 'not_ours']);

/** Writes to the teller what became of it. */
type Answer = (to: {
	report: ErrorReport & { replyTo: string };
	listing: Stored | null;
	state: Exclude<ReportState, 'open'>;
	words: string | null;
}) => Letter;

/**
 * A reviewer decides what a report led to; who told it gets a letter if they gave an address. Throws `NotFound`,
 * `Conflict` (`report.decided`), `Invalid`.
 */
export async function decideReport(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, letter }: { now: number; letter: Answer },
): Promise<void> {
	const { decision: state, words: said } = parse(DecisionSchema, input);
	const words = said || null;
	await store.transaction(async (tx) => {
		const { report, listing } = await reportToReview(tx, by, id);
		if (!(await tx.errorReports.decide(id, { state, words, by: by.id, now }))) throw new Conflict('report.decided');
		const { replyTo } = report;
		if (replyTo) await tx.outbox.add(letter({ report: { ...report, replyTo }, listing, state, words }), now);
		const step = { at: now, by: `person:${by.id}`, action: `report.${state}`, listing: listing?.id ?? null };
		await tx.audit.add({ ...step, after: { report: id, words } });
	});
}
