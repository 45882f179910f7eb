/** What can be wrong with an entry. No zod here: pages import it. */
export const reportWhats = ['closed', 'contact', 'time', 'place', 'access', 'other'] as const;
export type ReportWhat = (typeof reportWhats)[number];
