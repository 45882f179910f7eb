import type { Connection } from './connection.ts';

/** One step of the trail: who did what, when; values before and after. `by`: `person:<id>`, `operator` or an import. */
export interface AuditStep {
	/** Unix seconds. */
	at: number;
	by: string;
	action: string;
	listing?: number | null;
	before?: unknown;
	after?: unknown;
}

/** The trail. */
export function auditQueries({ sqlite }: Connection) {
	const add = sqlite.prepare(
		'INSERT INTO audit (at, by, action, listing, before, after) VALUES (@at, @by, @action, @listing, @before, @after)',
	);
	const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));
	return {
		add: async ({ listing = null, before, after, ...step }: AuditStep): Promise<void> =>
			void add.run({ ...step, listing, before: json(before), after: json(after) }),
	};
}
