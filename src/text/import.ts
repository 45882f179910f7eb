import type { RowFate, UploadState } from '#domain/upload-state.ts';
import { m } from './generated/messages.js';

const states: Record<UploadState, () => string> = {
	reading: m.import_reading,
	ready: m.import_ready,
	publishing: m.import_publishing,
	published: m.import_published,
	undoing: m.import_undoing,
	undone: m.import_undone,
	failed: m.import_failed,
	dropped: m.import_dropped,
};

/** How far a register has come. */
export const uploadStateLabel = (state: UploadState): string => states[state]();

const fates: Record<RowFate, () => string> = {
	added: m.import_added,
	changed: m.import_changed,
	unchanged: m.import_unchanged,
	gone: m.import_gone,
	refused: m.import_refused,
	person: m.import_person,
};

/** What becomes of rows, many of them: "Nya". */
export const rowFateLabel = (fate: RowFate): string => fates[fate]();
