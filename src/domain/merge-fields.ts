import { type Change, changed, changesBetween, fieldsOf, same } from './change.ts';
import type { Listing, Photo } from './listing.ts';

/** Whose value is kept of something that two entries say differently. */
export type Choice = 'kept' | 'gone' | 'both';

/** Something that both say, or one of them, to be chosen between. */
export interface Choosable {
	/** The name of the field, or `address` for what is chosen as a whole. */
	group: string;
	kept: unknown;
	gone: unknown;
	/** Both together, where that is offered. */
	both: unknown;
	offered: Choice[];
	/** What is chosen when nobody chooses. */
	preset: Choice;
}

type Fields = Record<string, unknown>;

/** Chosen as a whole: half an address of each leads nowhere. */
const ADDRESS = ['street', 'postcode', 'postTown', 'locality', 'position'];
/** Both can be kept. */
const LISTS = new Set(['themes', 'audiences', 'languages', 'areas', 'keywords', 'equipment', 'photos']);
/** As many pictures as an entry can show. */
const MOST_PHOTOS = 8;
/** Not chosen: the municipality decides who reviews, what is masked stays so, and whoever must be named is. */
const FIXED = new Set(['municipality', 'masked', 'numberNote', 'attribution']);

const isEmpty = (value: unknown): boolean =>
	value === null ||
	value === undefined ||
	value === '' ||
	(typeof value === 'object' && Object.values(value).every(isEmpty));

function groupsOf(fields: Fields): Fields {
	const groups: Fields = {};
	for (const [field, value] of Object.entries(fields)) {
		if (FIXED.has(field)) continue;
		if (!ADDRESS.includes(field)) groups[field] = value;
		else groups.address = { ...(groups.address as object), [field]: value };
	}
	return groups;
}

/** What two entries of a kind say differently, in a steady order, with what is best kept of each where nobody chooses. */
export function choosable(kept: Listing, gone: Listing): Choosable[] {
	const [own, other] = [groupsOf(fieldsOf(kept)), groupsOf(fieldsOf(gone))];
	return [...new Set([...Object.keys(own), ...Object.keys(other)])]
		.filter((group) => !same(own[group], other[group]) && !(isEmpty(own[group]) && isEmpty(other[group])))
		.map((group) => {
			const [ours, theirs] = [own[group] ?? null, other[group] ?? null];
			const joins = (LISTS.has(group) || group === 'access') && !isEmpty(ours) && !isEmpty(theirs);
			const preset: Choice = isEmpty(ours) ? 'gone' : joins ? 'both' : 'kept';
			const offered: Choice[] = joins ? ['kept', 'gone', 'both'] : ['kept', 'gone'];
			return { group, kept: ours, gone: theirs, both: joins ? joined(group, ours, theirs) : null, offered, preset };
		});
}

/** Both lists, ours first; of facts, theirs where we know nothing. */
function joined(group: string, ours: unknown, theirs: unknown): unknown {
	if (!Array.isArray(ours) || !Array.isArray(theirs)) return { ...(theirs as object), ...(ours as object) };
	if (group === 'photos') return photosOf(ours, theirs).slice(0, MOST_PHOTOS);
	return [...new Set([...ours, ...theirs])];
}

/** The same picture is shown once. */
const photosOf = (ours: readonly Photo[], theirs: readonly Photo[]): Photo[] => [
	...ours,
	...theirs.filter(({ id }) => !ours.some((one) => one.id === id)),
];

/** What becomes of the entry that is kept, field by field. A choice that is not offered is as none. */
export function mergeChanges(
	kept: Listing,
	gone: Listing,
	choices: Readonly<Record<string, string | undefined>>,
): Change[] {
	const before = fieldsToMerge(kept);
	const after: Fields = { ...before };
	let taken = false;
	for (const { group, gone: theirs, both, offered, preset } of choosable(kept, gone)) {
		const choice = offered.find((one) => one === choices[group]) ?? preset;
		if (choice === 'kept') continue;
		taken = true;
		const value = choice === 'both' ? both : theirs;
		if (group === 'address') Object.assign(after, value);
		else after[group] = value;
		if (group === 'organisationNumber' && gone.kind === 'organisation') after.numberNote = gone.numberNote;
	}
	if (taken) after.attribution = named(kept.attribution, gone.attribution);
	return changesBetween(before, after);
}

/** All that a merge can change; who must be named is no field that people change. */
const fieldsToMerge = (listing: Listing): Fields => ({ ...fieldsOf(listing), attribution: listing.attribution });

/** Lists are kept in an order of the store's own. */
const ordered = (value: unknown): unknown =>
	Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...value].sort() : value;

/** Whoever must be named for either. */
function named(...names: (string | null)[]): string | null {
	const all = [...new Set(names.flatMap((name) => name ?? []))].join(', ').slice(0, 300);
	return all || null;
}

/**
 * Of the changes of a merge those that still stand in the entry, turned round; and the fields that were changed since. What
 * the one gone says by now came from it too: its register has said it since.
 */
export function takenBack(
	stands: Listing,
	gone: Listing,
	changes: readonly Change[],
): { back: Change[]; stays: string[] } {
	const fields = fieldsToMerge(stands);
	const theirs = fieldsToMerge(gone);
	const edited = ({ field, after }: Change) =>
		![after, theirs[field]].some((said) => same(ordered(fields[field]), ordered(said)));
	// Where something of the other stays, so does who must be named for it.
	const something = changes.some(edited);
	const standing = changes.filter((change) => !edited(change) && !(something && change.field === 'attribution'));
	const back = standing.map(({ field, before }) => ({ field, before: fields[field] ?? null, after: before }));
	const stays = changes.filter((change) => !standing.includes(change)).map(({ field }) => field);
	try {
		changed(stands, back);
	} catch {
		// Together with what was changed since it would be no entry: then all of it stays.
		return { back: [], stays: changes.map(({ field }) => field) };
	}
	return { back, stays };
}
