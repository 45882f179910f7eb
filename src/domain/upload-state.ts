/** How far a register has come that was handed in by the web. No zod here: pages import it. */
export type UploadState =
	| 'reading'
	| 'ready'
	| 'publishing'
	| 'published'
	| 'undoing'
	| 'undone'
	| 'failed'
	| 'dropped';

/** What becomes of a row of a register, in the order in which it is looked at. */
export const rowFates = ['changed', 'gone', 'refused', 'person', 'added', 'unchanged'] as const;
export type RowFate = (typeof rowFates)[number];

/** Something is being done with it, away from requests. */
export const isWorking = (state: UploadState): boolean =>
	state === 'reading' || state === 'publishing' || state === 'undoing';

/** The largest file that the web takes, in bytes; the terminal takes larger ones. */
export const MOST_UPLOADED = 10_000_000;
/** A register that nobody publishes is dropped after so many days. */
export const UPLOAD_KEPT_DAYS = 7;
/** So many rows on a page of the preview. */
export const ROWS_A_PAGE = 50;
