import { m } from '#text/generated/messages.js';

/** What is wrong with a scenario's name, in words. */
export function wrongName(reason: string | undefined): string | undefined {
	if (reason === 'long') return m.whatif_name_long();
	if (reason === 'taken') return m.whatif_name_taken();
	return reason && m.whatif_name_missing();
}
