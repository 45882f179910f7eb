/** Files of people and areas that are handed in by the web. No zod here: pages import it. */

/** What a column of such a file can hold. */
export const columnMeanings = [
	'code',
	'name',
	'municipality',
	'persons',
	'women',
	'men',
	'age',
	'sex',
	'ages',
	'class',
	'year',
	'side',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** What becomes of a record, in the order in which it is looked at. */
export const peopleFates = ['refused', 'new', 'replaces', 'left_out'] as const;
export type PeopleFate = (typeof peopleFates)[number];

/** The largest file of people and areas that the web takes, in bytes; the terminal takes larger ones. */
export const MOST_PEOPLE_UPLOADED = 30_000_000;
/** What was put away for a change is kept so many days: for so long it can be taken back. */
export const UNDO_KEPT_DAYS = 90;
