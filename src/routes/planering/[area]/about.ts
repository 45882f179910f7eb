import { dateOf } from '#domain/time.ts';
import type { About } from '#planning/table.ts';

interface Said {
	/** Unix seconds. */
	at: number;
	source: string;
	uncertainty: string;
	/** How it was computed, in a sentence. */
	label: string;
	/** A heading of docs/planning-method.md, as its anchor. */
	method: string;
}

/** What the figures of a table rest on. */
export function aboutOf({ at, source, uncertainty, label, method }: Said): About {
	return { source, asOf: dateOf(at), uncertainty, method: { label, href: `/planering/metod#${method}` } };
}
