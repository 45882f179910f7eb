import { z } from 'zod';

/** A code of a letter is guessed at so often before it is of no more use. */
export const CODE_TRIES = 5;

/** Six digits as they are typed from a letter, with whatever stands between them. */
export const CodeSchema = z.object({
	code: z
		.string('missing')
		.transform((text) => text.replace(/\D/g, ''))
		.pipe(z.string().regex(/^\d{6}$/, 'missing')),
});
