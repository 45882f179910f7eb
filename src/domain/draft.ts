import type { Draft } from '../store/drafts.ts';
import type { Queries, Store } from '../store/open.ts';
import type { Registration } from '../store/registrations.ts';
import { Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import { personIn, readOrganisationNumber } from './organisation-number.ts';
import { parts, whole } from './parts/index.ts';
import { type PartKey, partsOf } from './parts/keys.ts';
import { askedBy, one, type Typed } from './parts/part.ts';
import type { Actor } from './person.ts';
import { digest, randomToken } from './secret.ts';
import type { Kind } from './taxonomies.ts';

const DAY = 86_400;

/** A draft that nobody has touched for so many days is forgotten. */
export const DRAFT_DAYS = 30;
/** So many drafts may a person, or a browser, have at once. */
const MOST_DRAFTS = 20;
/** All that was typed, in characters: some four times the longest description in every field. */
const MOST_TYPED = 200_000;
const LETTERS_A_DAY = 3;

/** Who opens a draft: who has signed in, and the secret that their browser keeps. */
export interface Holder {
	actor: Actor | null;
	device: string | undefined;
}

/**
 * Begins a draft with what was typed in its first step. Gives its number and, for who has not signed in, the secret that
 * their browser is to keep. What was just begun with the same name goes on: a button pressed twice makes one draft.
 * Throws `Invalid` (`form: too_many | long`).
 */
export async function beginDraft(
	store: Store,
	{ actor, device: known }: Holder,
	{ kind, typed: given, done }: { kind: Kind; typed: Typed; done: PartKey[] },
	now: number,
): Promise<{ id: number; device: string | undefined }> {
	const device = actor ? undefined : (known ?? randomToken());
	const held = device ? await digest(device) : null;
	return store.transaction(async (tx) => {
		const before = actor ? await tx.drafts.of(actor.id) : await tx.drafts.on(held!);
		const typed = keepable(askedBy(whole(kind), given));
		const again = before.find((draft) => draft.done.length <= 1 && isSame(draft, { kind, typed }));
		if (again) {
			await tx.drafts.write(again.id, { typed: { ...again.typed, ...typed }, done }, now);
			return { id: again.id, device };
		}
		if (before.length >= MOST_DRAFTS) throw new Invalid({ form: 'too_many' });
		const id = await tx.drafts.add({ kind, device: held, person: actor?.id ?? null, typed, done }, now);
		return { id, device };
	});
}

const isSame = (a: Pick<Draft, 'kind' | 'typed'>, b: Pick<Draft, 'kind' | 'typed'>): boolean =>
	a.kind === b.kind && ['name', 'municipality'].every((name) => one(a.typed, name) === one(b.typed, name));

/**
 * The draft with this number, if it is theirs. One that was begun in this browser becomes theirs when they have signed
 * in: from then on only they open it. Throws `NotFound`.
 */
export async function openDraft(store: Store, holder: Holder, id: number, now: number): Promise<Draft> {
	const draft = await theirs(store, holder, id);
	if (!holder.actor || draft.person !== null) return draft;
	return store.transaction(async (tx) => {
		await theirs(tx, holder, id);
		await tx.drafts.own(id, holder.actor!.id, now);
		return (await tx.drafts.get(id))!;
	});
}

async function theirs(store: Queries, { actor, device }: Holder, id: number): Promise<Draft> {
	const draft = await store.drafts.get(id);
	if (draft && draft.person !== null && draft.person === actor?.id) return draft;
	if (draft?.device && device && draft.device === (await digest(device))) return draft;
	throw new NotFound('draft.unknown');
}

/**
 * Keeps what was typed in one step, right or wrong; `done`: it was gone through; `null`: that stays as it was, so that what
 * is only kept on the way out, and may come after the step was sent, takes nothing back. What other steps hold stays, also
 * when two are written at once. Throws `NotFound`, and `Invalid` (`form: long`) for more than fits.
 */
export async function saveStep(
	store: Store,
	holder: Holder,
	id: number,
	{ key, typed: given, done }: { key: PartKey; typed: Typed; done: boolean | null },
	now: number,
): Promise<void> {
	const part = parts[key];
	await store.transaction(async (tx) => {
		const draft = await theirs(tx, holder, id);
		const others = Object.fromEntries(Object.entries(draft.typed).filter(([name]) => !part.asks(name)));
		const typed = keepable({ ...others, ...askedBy(part, given) });
		const steps = new Set(draft.done);
		if (done) steps.add(key);
		if (done === false) steps.delete(key);
		await tx.drafts.write(id, { typed, done: partsOf[draft.kind].filter((step) => steps.has(step)) }, now);
	});
}

/**
 * What may be kept of what was typed: no personal identity number anywhere, and no street of an address that is to be
 * hidden. The form still shows it, with what is wrong. Throws `Invalid` (`form: long`) for more than fits.
 */
function keepable(typed: Typed): Typed {
	const hidden = one(typed, 'masked') === 'yes' ? new Set(['street', 'postcode', 'lon', 'lat', 'precision']) : null;
	if (JSON.stringify(typed).length > MOST_TYPED) throw new Invalid({ form: 'long' });
	return Object.fromEntries(
		Object.entries(typed)
			.filter(([name]) => !hidden?.has(name))
			.map(([name, values]) => [name, values.map((value) => (isPersonal(name, value) ? '' : value))]),
	);
}

const isPersonal = (name: string, value: string): boolean =>
	name === 'organisationNumber' ? readOrganisationNumber(value).kind === 'person' : personIn(value);

/** The first step that has not been gone through; null when all have. */
export const firstLeft = ({ kind, done }: Pick<Draft, 'kind' | 'done'>): PartKey | null =>
	partsOf[kind].find((key) => !done.includes(key)) ?? null;

/** Throws a draft away, with what waits of it. Throws `NotFound`. */
export async function dropDraft(store: Store, holder: Holder, id: number, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		await theirs(tx, holder, id);
		await forget(tx, id, holder.actor ? `person:${holder.actor.id}` : 'visitor', now);
	});
}

/** The letter "go on here" to who a draft belongs to. Throws `NotFound`, and `Invalid` (`form: too_many`). */
export async function mailDraft(
	store: Store,
	actor: Actor,
	id: number,
	{ now, letter }: { now: number; letter: (draft: Draft) => Letter },
): Promise<void> {
	await store.transaction(async (tx) => {
		const draft = await theirs(tx, { actor, device: undefined }, id);
		const written = letter(draft);
		const lately = (await tx.outbox.to(actor.email)).filter(
			({ kind, createdAt }) => kind === written.kind && createdAt > now - DAY,
		);
		if (lately.length >= LETTERS_A_DAY) throw new Invalid({ form: 'too_many' });
		await tx.outbox.add(written, now);
	});
}

/** Forgets drafts that nobody goes on with, and entries that were sent back and never came again. */
export async function forgetOldDrafts(store: Store, now: number): Promise<void> {
	for (const id of await store.drafts.lapsed(now - DRAFT_DAYS * DAY))
		await store.transaction((tx) => forget(tx, id, 'samlas', now));
}

async function forget(tx: Queries, id: number, by: string, now: number): Promise<void> {
	const sent = await tx.registrations.byDraft(id);
	if (sent && (sent.state === 'waiting' || sent.state === 'returned')) await withdraw(tx, sent, by, now);
	await tx.drafts.remove(id);
}

type Sent = Pick<Registration, 'id' | 'listing' | 'municipality' | 'name'>;

/** What was sent in comes to nothing: an entry that was never public is erased. `by`: as in the trail. */
export async function withdraw(tx: Queries, sent: Sent, by: string, now: number): Promise<void> {
	const { id, listing, municipality, name } = sent;
	await tx.registrations.decide(id, { state: 'withdrawn', words: null, by: null, now });
	await tx.audit.add({
		at: now,
		by,
		action: 'registration.withdrawn',
		municipality,
		after: { registration: id, name },
	});
	if (listing !== null) await tx.listings.erase(listing);
}
