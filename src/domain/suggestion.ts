import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import type { Suggestion } from '../store/suggestions.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import type { Stored } from './listing.ts';
import { parse } from './parse.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';
import { type SuggestionState, suggestionAnswers } from './report-whats.ts';
import { countSend, fromPerson, type Sender } from './robot.ts';
import { kinds } from './taxonomies.ts';
import { confirmByLetter, messageSchema, oneLine, replySchema } from './told.ts';

/** What somebody without an account tells of a place that is missing. */
const SuggestionSchema = z.object({
	kind: z.enum(kinds, 'missing'),
	name: oneLine(200).pipe(z.string().min(2, 'missing')),
	municipality: z.string('missing').regex(/^\d{4}$/, 'missing'),
	place: oneLine(200).transform((text) => text || null),
	message: messageSchema,
	reply: replySchema,
});

/** What a form to suggest a place is signed for. */
export const ABOUT_SUGGESTION = 'suggestion';

/** Reads what was typed, before anything is kept of it. Throws `Invalid` with a reason for each field. */
export const readSuggestion = (input: unknown): z.output<typeof SuggestionSchema> => parse(SuggestionSchema, input);

interface Means {
	now: number;
	locale: 'sv' | 'en';
	letter: (to: { recipient: string; secret: string }) => Letter;
}

/** Keeps a suggestion and gives the secret by which it is followed; as `reportError`, with the same refusals. */
export async function suggestPlace(store: Store, input: unknown, sender: Sender, means: Means): Promise<string> {
	const { kind, name, municipality, place, message, reply } = readSuggestion(input);
	const { now, locale, letter } = means;
	if (!(await store.geography.municipality(municipality))) throw new Invalid({ municipality: 'missing' });
	const words = `${name} ${message}`;
	const { secret, follow, send } = await fromPerson(store, ABOUT_SUGGESTION, sender, words, now);
	await store.transaction(async (tx) => {
		if (await tx.suggestions.byFollow(follow)) return;
		// Counted by its municipality: many a day are suggested in all of Sweden.
		await countSend(tx, { ...send, about: `${ABOUT_SUGGESTION}:${municipality}` }, now);
		const replyTo = reply || null;
		const made = { entryKind: kind, name, municipality, place, message, replyTo, locale, follow, at: now };
		await tx.suggestions.add(made);
		await tx.audit.add({ at: now, by: 'visitor', action: 'suggestion.made', municipality, after: { name } });
		if (replyTo) await confirmByLetter(tx, letter({ recipient: replyTo, secret }), now);
	});
	return secret;
}

/** A suggestion that somebody may decide. Throws `NotFound`. */
export async function suggestionToReview(store: Queries, by: Actor, id: number): Promise<Suggestion> {
	const suggestion = await store.suggestions.get(id);
	if (!suggestion) throw new NotFound('suggestion.unknown');
	mustBeAllowed(by, 'municipality.review', { municipality: suggestion.municipality });
	return suggestion;
}

const DecisionSchema = z
	.object({
		decision: z.enum(suggestionAnswers, 'missing'),
		words: z.string().trim().max(2000, 'long').default(''),
		listing: z.coerce.number().int().min(1).nullable().catch(null),
	})
	.refine(({ decision, words, listing }) => decision === 'added' || (decision === 'known' && listing) || words, {
		path: ['words'],
		error: 'missing',
	});

/** Writes to the teller what became of it; `listing` is the entry that it became, or was already. */
type Answer = (to: {
	suggestion: Suggestion & { replyTo: string };
	listing: Stored | null;
	state: Exclude<SuggestionState, 'open'>;
	words: string | null;
}) => Letter;

/**
 * A reviewer decides what a suggestion led to: the place has an entry now, it had one already (which), or it gets none
 * (why). Throws `NotFound`, `Conflict` (`report.decided`), `Invalid` (`words: missing`).
 */
export async function decideSuggestion(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, letter }: { now: number; letter: Answer },
): Promise<void> {
	const { decision: state, words: said, listing: chosen } = parse(DecisionSchema, input);
	const words = said || null;
	await store.transaction(async (tx) => {
		const suggestion = await suggestionToReview(tx, by, id);
		const found = chosen && state !== 'declined' ? await tx.listings.get(chosen) : undefined;
		const listing = found?.publishedAt && !found.archivedAt ? found : null;
		const decision = { state, listing: listing?.id ?? null, words, by: by.id, now };
		if (!(await tx.suggestions.decide(id, decision))) throw new Conflict('report.decided');
		const { replyTo } = suggestion;
		if (replyTo) await tx.outbox.add(letter({ suggestion: { ...suggestion, replyTo }, listing, state, words }), now);
		const step = { at: now, by: `person:${by.id}`, action: `suggestion.${state}`, listing: listing?.id ?? null };
		await tx.audit.add({ ...step, after: { suggestion: id, name: suggestion.name, words } });
	});
}
