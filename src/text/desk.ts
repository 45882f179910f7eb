import type { QueueKind } from '#domain/queue.ts';
import { fieldLabel } from './edit.ts';
import { m } from './generated/messages.js';

const labels: Record<QueueKind, { one: () => string; many: () => string }> = {
	claim: { one: m.review_claim, many: m.desk_claims },
	revision: { one: m.desk_revision, many: m.desk_revisions },
};

/** What things of a kind are called together: "Ändringar". */
export const queueKindLabel = (kind: QueueKind): string => labels[kind].many();

/** What a thing's source says of it, where there is more to say than its kind. */
const details: Partial<Record<QueueKind, (said: string) => string>> = {
	revision: (said) => (JSON.parse(said) as string[]).map((field) => fieldLabel(field)).join(', '),
};

/** What something that waits is about, in a line. */
export function queueSaid({ kind, said }: { kind: QueueKind; said: string | null }): string {
	const detail = said && details[kind]?.(said);
	return [labels[kind].one(), detail].filter(Boolean).join(': ');
}
