import type { Typed } from '#domain/parts/part.ts';
import type { Kind } from '#domain/taxonomies.ts';

/** What the component of a part is given: it shows the questions, the page around it is the form. */
export interface PartProps<Offered = unknown> {
	kind: Kind;
	/** What stands in the form, as it was typed. */
	typed: Typed;
	/** A reason for each wrong answer, by name. */
	wrong: Record<string, string>;
	/** What the server adds for this part (routes/parts/offered.ts). */
	offered: Offered;
}

/** The first answer to a question; empty when there is none. */
export const answer = (typed: Typed, name: string): string => typed[name]?.[0] ?? '';
