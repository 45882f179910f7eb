/** Something to be said on a record of a file of people. `reason` is a key of text/ (`people_reason_…`). */
export interface PeopleProblem {
	line: number;
	/** The area or square, as the file writes it; '' where the record names none. */
	code: string;
	reason: PeopleReason;
	/** What is wrong as it stands, or where: never more than a few words. */
	value: string;
}

/** What nothing of a file is kept for. */
export const refusing = [
	'no_code',
	'bad_code',
	'unknown_municipality',
	'double',
	'negative',
	'not_a_number',
	'bad_class',
	'no_geometry',
	'broken_geometry',
	'not_an_area',
	'crosses_itself',
	'not_closed',
	'axes_swapped',
	'wrong_projection',
	'outside_sweden',
	'zero_population',
	'off_grid',
	'no_municipality',
	'broken_row',
	'sum_impossible',
	'bad_sex',
	'bad_age',
	'far_away',
	'border_elsewhere',
] as const;

/** What is told, and the rest is kept. */
export const remarks = [
	'other_level',
	'older_year',
	'hidden_value',
	'empty_square',
	'ages_overlap',
	'ages_differ',
	'crs_differs',
	'municipality_guessed',
	'sum_differs',
	'no_figures',
	'polygons_missing',
	'other_municipality',
	'border_leaves_out',
	'border_takes_in',
] as const;

export type PeopleReason = (typeof refusing)[number] | (typeof remarks)[number];

export const refuses = (reason: PeopleReason): boolean => (refusing as readonly string[]).includes(reason);
