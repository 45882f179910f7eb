import type { QueueKind } from '#domain/queue.ts';
import type { ReportWhat } from '#domain/report-whats.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { fieldLabel } from './edit.ts';
import { lowerFirst } from './format.ts';
import { m } from './generated/messages.js';
import { kindLabel, reportWhatLabel } from './labels.ts';

const labels: Record<QueueKind, { one: () => string; many: () => string }> = {
	registration: { one: m.desk_registration, many: m.desk_registrations },
	report: { one: m.desk_report, many: m.desk_reports },
	claim: { one: m.review_claim, many: m.desk_claims },
	import: { one: m.desk_import, many: m.desk_imports },
	revision: { one: m.desk_revision, many: m.desk_revisions },
	suggestion: { one: m.desk_suggestion, many: m.desk_suggestions },
};

/** What things of a kind are called together: "Ändringar". */
export const queueKindLabel = (kind: QueueKind): string => labels[kind].many();

/** What a thing's source says of it, where there is more to say than its kind. */
const details: Partial<Record<QueueKind, (said: string) => string>> = {
	registration: (said) => kindLabel(said as Kind),
	report: (said) => lowerFirst(reportWhatLabel(said as ReportWhat)),
	suggestion: (said) => said,
	revision: (said) => (JSON.parse(said) as string[]).map((field) => fieldLabel(field)).join(', '),
};

/** What something that waits is about, in a line. */
export function queueSaid({ kind, said }: { kind: QueueKind; said: string | null }): string {
	const detail = said && details[kind]?.(said);
	return [labels[kind].one(), detail].filter(Boolean).join(': ');
}
