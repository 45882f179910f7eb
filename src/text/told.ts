import type { ReportState, SuggestionState } from '#domain/report-whats.ts';
import { m } from './generated/messages.js';

const refusals: Record<string, () => string> = {
	robot: m.told_again,
	old: m.told_old,
	quick: m.told_quick,
	same: m.told_same,
	too_many: m.told_too_many,
};

/** What went wrong with something told without an account, on top of the form. */
export function toldWrong({ form }: Record<string, string>): string {
	if (!form) return m.report_wrong();
	return (refusals[form] ?? m.report_unavailable)();
}

/** What is wrong with the words; undefined when nothing is. */
export function toldWrongMessage(reason: string | undefined): string | undefined {
	if (!reason) return undefined;
	if (reason === 'long') return m.report_message_long();
	return reason === 'links' ? m.told_links() : m.report_message_missing();
}

const states: Record<ReportState | SuggestionState, () => string> = {
	open: m.told_open,
	mended: m.told_mended,
	not_so: m.told_not_so,
	not_ours: m.told_not_ours,
	added: m.told_added,
	known: m.told_known,
	declined: m.told_declined,
};

/** What has become of something that somebody told. */
export const toldState = (state: ReportState | SuggestionState): string => states[state]();
