import type { ColumnMeaning, PeopleFate } from '#domain/people-upload-state.ts';
import type { PopulationLevel } from '#domain/population.ts';
import type { UploadState } from '#domain/upload-state.ts';
import { m } from './generated/messages.js';

const levels: Record<PopulationLevel, () => string> = {
	municipality: m.ground_level_municipality,
	district: m.ground_level_district,
	regso: m.ground_level_regso,
	deso: m.ground_level_deso,
	grid1000: m.ground_level_grid1000,
	grid250: m.ground_level_grid250,
};

/** What people are counted by: "kilometerrutor". */
export const levelLabel = (level: PopulationLevel): string => levels[level]();

const states: Record<UploadState, () => string> = {
	reading: m.ground_reading,
	ready: m.ground_ready,
	publishing: m.ground_publishing,
	published: m.ground_published,
	undoing: m.ground_undoing,
	undone: m.ground_undone,
	failed: m.ground_failed,
	dropped: m.ground_dropped,
};

/** How far a file of people, or a removal, has come. */
export const groundStateLabel = (state: UploadState, isRemoval: boolean): string =>
	isRemoval && state === 'published' ? m.ground_published_removal() : states[state]();

const meanings: Record<ColumnMeaning, () => string> = {
	code: m.ground_means_code,
	name: m.ground_means_name,
	municipality: m.ground_means_municipality,
	persons: m.ground_means_persons,
	women: m.ground_means_women,
	men: m.ground_means_men,
	age: m.ground_means_age,
	sex: m.ground_means_sex,
	ages: m.ground_means_ages,
	class: m.ground_means_class,
	year: m.ground_means_year,
	side: m.ground_means_side,
};

/** What a column holds: "antal personer". */
export const meaningLabel = (meaning: ColumnMeaning): string => meanings[meaning]();

const fates: Record<PeopleFate, () => string> = {
	refused: m.ground_fate_refused,
	new: m.ground_fate_new,
	replaces: m.ground_fate_replaces,
	left_out: m.ground_fate_left_out,
};

/** What becomes of rows, many of them: "Nya". */
export const peopleFateLabel = (fate: PeopleFate): string => fates[fate]();
