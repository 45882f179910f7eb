import { z } from 'zod';
import type { Draft } from '../store/drafts.ts';
import type { Queries, Store } from '../store/open.ts';
import type { Registration } from '../store/registrations.ts';
import { changed, changesBetween, fieldsOf, keptAs } from './change.ts';
import { decisionSchema } from './decision.ts';
import { draftPhotos } from './draft-photos.ts';
import { possibleDuplicates } from './duplicate.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import { type Listing, ListingSchema, type Stored } from './listing.ts';
import { personIn } from './organisation-number.ts';
import { parse } from './parse.ts';
import { type PartRead, readParts, together } from './parts/index.ts';
import { type Around, type Fields, type Located, one } from './parts/part.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor, Person } from './person.ts';
import { slugOf } from './slug.ts';
import type { Kind } from './taxonomies.ts';

const DAY = 86_400;
/** A person may send in so many in a day. */
const MOST_A_DAY = 10;

/** What a draft would become. Throws `Invalid` with every wrong answer by its name. */
export async function listingOf(
	{ kind, typed }: Pick<Draft, 'kind' | 'typed'>,
	around: Pick<Around, 'now' | 'store' | 'places'>,
): Promise<Listing> {
	const municipality = one(typed, 'municipality') || null;
	const read = await readParts(typed, { ...around, kind, listing: null, municipality });
	return listingWith(kind, { ...together(read), photos: await draftPhotos(around.store, typed) });
}

/** An entry with the values of fields, by their names as `fieldsOf` lists them. */
export function listingWith(kind: Kind, fields: Fields): Listing {
	const { name, municipality, venueKind } = fields;
	const bare = ListingSchema.parse({ kind, name, municipality, ...(kind === 'venue' ? { venueKind } : {}) });
	const before = fieldsOf(bare);
	return changed(bare, changesBetween(before, { ...before, ...fields }));
}

const NoteSchema = z.object({
	note: z
		.string()
		.trim()
		.max(2000, 'long')
		.refine((text) => !personIn(text), 'personal_number')
		.default(''),
});

/**
 * Sends a draft in: an entry that nobody sees yet, and a line at the municipality's desk. Once more, after it was sent
 * back or while it waits, it is the same entry with what is new. Throws `NotFound`, and `Invalid` by name, or
 * (`form: too_many`).
 */
export async function sendIn(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, places }: { now: number; places: Located },
): Promise<void> {
	const { note } = parse(NoteSchema, input);
	await store.transaction(async (tx) => {
		const draft = await tx.drafts.get(id);
		if (!draft || draft.person !== by.id) throw new NotFound('draft.unknown');
		if ((await tx.registrations.countSince(by.id, now - DAY)) >= MOST_A_DAY) throw new Invalid({ form: 'too_many' });
		const value = await listingOf(draft, { now, store: tx, places });
		const { kind, name, municipality } = value;
		const sent = await tx.registrations.byDraft(id);
		const said = { municipality, name, note: note || null };
		const listing = await kept(tx, sent, value, now);
		for (const photo of value.photos) await tx.photos.sentFor(photo.id, { listing, person: by.id, at: now });
		if (sent) await tx.registrations.again(sent.id, said, now);
		else await tx.registrations.add({ ...said, kind, draft: id, listing, person: by.id }, now);
		await tx.audit.add({
			at: now,
			by: `person:${by.id}`,
			action: 'registration.sent',
			listing,
			after: { name, municipality },
		});
	});
}

/** The entry as it was sent in now, public to nobody. */
async function kept(tx: Queries, sent: Registration | undefined, value: Listing, now: number): Promise<number> {
	if (!sent?.listing) return tx.listings.create(value, { at: now });
	await tx.listings.replace(sent.listing, value, now);
	return sent.listing;
}

/** What a draft may already be here, as far as it is filled in: the likeliest first. */
export async function alikeFor(store: Queries, draft: Pick<Draft, 'kind' | 'typed'>, places: Located) {
	const { kind, typed } = draft;
	const municipality = one(typed, 'municipality');
	if (!named(draft, places)) return [];
	const read = await readParts(typed, { kind, listing: null, municipality, now: 0, store, places });
	return alikeAs(store, draft, read, places);
}

const named = ({ typed }: Pick<Draft, 'typed'>, places: Located): boolean =>
	one(typed, 'name').trim() !== '' && places.isMunicipality(one(typed, 'municipality'));

/** The same, for what has been read of it already. */
export async function alikeAs(
	store: Queries,
	{ kind, typed }: Pick<Draft, 'kind' | 'typed'>,
	read: readonly PartRead[],
	places: Located,
) {
	if (!named({ typed }, places)) return [];
	const municipality = one(typed, 'municipality');
	const name = one(typed, 'name').trim();
	const fields = Object.assign({}, ...read.map((part) => part.fields)) as Fields;
	return possibleDuplicates(store, likeable({ kind, name, municipality }, fields));
}

function likeable(entry: { kind: Kind; name: string; municipality: string }, fields: Fields) {
	const { locality, postTown, street, position, organisationNumber, homepage, email, phone, organisation } =
		fields as Partial<Extract<Listing, { kind: 'organisation' }>> & { organisation?: number | null };
	const known = {
		locality,
		postTown,
		street,
		position,
		organisationNumber,
		homepage,
		email,
		phone,
		host: organisation,
	};
	return { ...entry, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) };
}

/** What an entry that was sent in may already be: public ones, and others that wait in the same municipality. */
export async function alikeTo(store: Queries, listing: Stored, registration: { id: number; municipality: string }) {
	const { kind, name, municipality } = listing;
	const standing = await possibleDuplicates(store, likeable({ kind, name, municipality }, fieldsOf(listing)));
	const others = await store.registrations.waiting(municipality, kind);
	const called = slugOf(name);
	const waiting = others.filter((other) => other.id !== registration.id && slugOf(other.name) === called);
	return { standing: standing.filter(({ id }) => id !== listing.id), waiting };
}

const DecisionSchema = decisionSchema('published', ['returned', 'declined']);
const TurnSchema = z.object({ turn: z.coerce.number().int().catch(0) });

type Decision = z.output<typeof DecisionSchema>['decision'];
type DecisionLetter = (to: {
	person: Person;
	/** As it stood when it was decided. */
	listing: Stored;
	draft: number | null;
	decision: Decision;
	words: string | null;
}) => Letter;

/**
 * A reviewer decides: publish (and who sent it in looks after it from then on), send back with words, or decline with words,
 * which erases it. The person gets a letter. Throws `NotFound` for what is not theirs to decide, `Conflict` when it was
 * decided already or was sent in anew meanwhile (`registration.changed`), `Invalid`.
 */
export async function decideRegistration(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, letter }: { now: number; letter: DecisionLetter },
): Promise<void> {
	const { decision, words: given } = parse(DecisionSchema, input);
	const { turn } = parse(TurnSchema, input);
	const words = given || null;
	await store.transaction(async (tx) => {
		const { registration, listing, person } = await registrationToReview(tx, by, id);
		if (registration.state !== 'waiting' || !listing) throw new Conflict('revision.decided');
		if (registration.turn !== turn) throw new Conflict('registration.changed');
		const { draft, name, municipality } = registration;
		await tx.registrations.decide(id, { state: decision, words, by: by.id, now });
		await tx.audit.add({
			...{ at: now, by: `person:${by.id}`, action: `registration.${decision}` },
			...(decision === 'declined' ? {} : { listing: listing.id }),
			after: { registration: id, name, municipality, words },
		});
		if (decision === 'published') await publish(tx, listing, person, by, now);
		if (person) await tx.outbox.add(letter({ person, listing, draft, decision, words }), now);
		if (decision === 'declined') await tx.listings.erase(listing.id);
		if (decision !== 'returned' && draft !== null) await tx.drafts.remove(draft);
	});
}

/** What waits, with the entry as it was sent in and who sent it. Throws `NotFound` for what is not this person's to review. */
export async function registrationToReview(store: Queries, by: Actor, id: number) {
	const registration = await store.registrations.get(id);
	if (!registration) throw new NotFound('registration.unknown');
	mustBeAllowed(by, 'municipality.review', { municipality: registration.municipality });
	const listing = registration.listing === null ? null : ((await store.listings.get(registration.listing)) ?? null);
	const person = registration.person === null ? null : ((await store.people.get(registration.person)) ?? null);
	return { registration, listing, person };
}

async function publish(tx: Queries, listing: Stored, person: Person | null, by: Actor, now: number): Promise<void> {
	await tx.listings.publish(listing.id, person ? 'owner' : 'officer', now);
	const said = Object.entries(fieldsOf(listing)).filter(
		([, value]) => value !== null && JSON.stringify(value) !== '[]',
	);
	await tx.batches.keep(listing.id, [...new Set(said.map(([field]) => keptAs(field)))], 'owner', now);
	if (person) await tx.people.give(person.id, { role: 'owner', listing: listing.id, municipality: null }, by.id, now);
}
