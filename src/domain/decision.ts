import { z } from 'zod';

/** What a reviewer decides, with some words for the person: any but `agree` needs them. */
export const decisionSchema = <Agree extends string, Other extends string>(agree: Agree, others: readonly Other[]) =>
	z
		.object({
			decision: z.enum([agree, ...others], 'missing'),
			words: z.string().trim().max(2000, 'long').default(''),
		})
		.refine(({ decision, words }) => decision === agree || words.length > 0, { path: ['words'], error: 'missing' });
