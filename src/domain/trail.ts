import type { Role } from './permission.ts';
import type { Kind } from './taxonomies.ts';

// No zod here: pages import it.

/** One step of the trail, as it is read. `id` is negative for what a register's file did. */
export interface TrailStep {
	id: number;
	/** Unix seconds. */
	at: number;
	/** `person:<id>`, `operator` (at the machine), `visitor`, `contact` (who is shown, by the link of a letter), `import`, `samlas` (by itself). */
	by: string;
	/** The role in which somebody did it. */
	role: Role | null;
	action: string;
	listing: number | null;
	entry: { kind: Kind; slug: string; name: string } | null;
	municipality: string | null;
	/** Null when their account is gone, or nobody's is meant. Not for everybody to see. */
	person: { name: string | null; email: string } | null;
	/** Who it was done to, such as who was given a role. Not for everybody to see. */
	about: { name: string | null; email: string } | null;
	before: Record<string, unknown>;
	after: Record<string, unknown>;
}

/** What of the trail somebody asks for. Times in unix seconds, from `since` until before `until`. */
export interface TrailQuery {
	/** An entry, with those that were merged into it. */
	listing: number | null;
	/** A part of an entry's name. */
	words: string | null;
	/** A part of somebody's name or address. */
	who: string | null;
	/** A sort of step (`listing.changed`), or all whose name begins so (`listing`). */
	action: string | null;
	since: number;
	until: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: string | null) => value?.trim().slice(0, 200) || null;

/** Reads what an address asks for; what can't be read is left out. `spanOf` gives the seconds [from, to) of a civil day. */
export function trailQuery(
	params: URLSearchParams,
	spanOf: (date: string) => { from: number; to: number },
): TrailQuery {
	const listing = params.get('sida-id') ?? '';
	const action = params.get('vad') ?? '';
	const day = (name: string) => {
		try {
			return DAY.test(params.get(name) ?? '') ? spanOf(params.get(name)!) : null;
		} catch {
			return null;
		}
	};
	return {
		listing: /^\d{1,15}$/.test(listing) ? Number(listing) : null,
		words: text(params.get('sida')),
		who: text(params.get('vem')),
		action: /^[a-z_.]{1,40}$/.test(action) ? action : null,
		since: day('fran')?.from ?? 0,
		until: day('till')?.to ?? Number.MAX_SAFE_INTEGER,
	};
}

/** A field with its value before and after; null where it was not said. */
export interface TrailChange {
	field: string;
	before: unknown;
	after: unknown;
}

/** What of a step's values has a name that people know: fields of an entry, and what it was merged with. */
export function changesOf({ before, after }: Pick<TrailStep, 'before' | 'after'>): TrailChange[] {
	return [...new Set([...Object.keys(before), ...Object.keys(after)])]
		.filter((field) => !INNER.has(field) && !(field === 'municipality' && !(field in before)))
		.filter((field) => field !== 'words' || (after.words ?? null) !== null)
		.map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Numbers of rows, which tell people nothing, and somebody's. */
const INNER = new Set([
	'person',
	'revision',
	'claim',
	'merge',
	'batch',
	'report',
	'suggestion',
	'registration',
	'contact',
	'confirmedAt',
	'confirmedBy',
]);

/** A step as it is told to somebody: nobody is named to who may not know. */
export interface TrailLine {
	id: number;
	at: number;
	by: 'you' | 'person' | 'gone' | 'operator' | 'visitor' | 'contact' | 'import' | 'samlas';
	role: Role | null;
	/** Name and address of who did it, and of whom it was done to. */
	person: string | null;
	about: string | null;
	action: string;
	entry: TrailStep['entry'];
	changes: TrailChange[];
	/** A merge, for who may take it back. */
	merge: number | null;
}

/** Who reads the trail: their own id, and whether they may know who others are. */
export interface TrailReader {
	id: number;
	knowsPeople: boolean;
}

/** A step as its reader may see it. */
export function told(step: TrailStep, reader: TrailReader): TrailLine {
	const { id, at, role, action, entry, person, about } = step;
	const named = (one: TrailStep['person']) =>
		reader.knowsPeople && one ? [one.name, one.email].filter(Boolean).join(', ') : null;
	return {
		...{ id, at, role, action, entry, by: byOf(step, reader) },
		person: named(person),
		about: named(about),
		// What was answered is for who it was written to.
		changes: changesOf(step).filter(({ field }) => field !== 'words' || reader.knowsPeople),
		merge: reader.knowsPeople ? mergeOf(step) : null,
	};
}

const mergeOf = ({ action, after }: TrailStep): number | null =>
	action === 'listing.merged' && typeof after.merge === 'number' ? after.merge : null;

function byOf({ by, person }: TrailStep, reader: TrailReader): TrailLine['by'] {
	if (by === `person:${reader.id}`) return 'you';
	if (by === 'visitor' || by === 'contact' || by === 'import' || by === 'operator' || by === 'samlas') return by;
	// Who they were is told to nobody any more; that they are gone, only to who would have been told.
	return person || !reader.knowsPeople ? 'person' : 'gone';
}
