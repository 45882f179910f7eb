/** What can be wrong with an entry. No zod here: pages import it. */
export const reportWhats = ['closed', 'contact', 'time', 'place', 'access', 'danger', 'other'] as const;
export type ReportWhat = (typeof reportWhats)[number];

/** What becomes of a report: the entry is mended, it is not so, or it is not the municipality's to mend. */
export const reportAnswers = ['mended', 'not_so', 'not_ours'] as const;
export type ReportState = 'open' | (typeof reportAnswers)[number];

/** What becomes of a suggestion: the place has an entry now, had one already, or gets none. */
export const suggestionAnswers = ['added', 'known', 'declined'] as const;
export type SuggestionState = 'open' | (typeof suggestionAnswers)[number];
