import { z } from 'zod';
import type { Queries } from '../store/open.ts';
import type { Letter } from './letter.ts';
import { personIn } from './organisation-number.ts';

/** What both sorts of telling without an account have in common: reports of errors, and places that are missing. */

const DAY = 86_400;
/** Letters that say "we have what you wrote", to one address in a day: nobody's mailbox is filled by others. */
const LETTERS_A_DAY = 3;
/** Links in a text; who advertises has more. */
const MOST_LINKS = 2;

/** An address to be answered at is wiped so many days after the answer, and after so many without one. */
export const REPLY_KEPT_DAYS = { answered: 30, unanswered: 180 } as const;
/** What was told is forgotten so many days after it was decided. */
export const TOLD_KEPT_DAYS = 730;

const SIGNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** One line as people write it: without line breaks, what turns the direction of text, and blanks at its ends. */
export const oneLine = (max: number) =>
	z
		.string('missing')
		.transform((text) =>
			text
				.replace(SIGNS, '')
				.replace(/[\p{Cc}\s]+/gu, ' ')
				.trim(),
		)
		.pipe(z.string().max(max, 'long'));

/** What somebody tells: some words, few links; personal identity numbers are struck out before it is kept. */
export const messageSchema = z
	.string('missing')
	.transform((text) =>
		text
			.replace(/\r\n?/g, '\n')
			.replace(SIGNS, '')
			.replace(/[^\P{Cc}\n\t]/gu, '')
			.trim(),
	)
	.pipe(z.string().min(5, 'missing').max(2000, 'long'))
	.refine((text) => (text.match(/https?:|www\./gi) ?? []).length <= MOST_LINKS, 'links')
	.transform(withoutPersonalNumbers);

/** Where they want to be answered; empty when they don't. */
export const replySchema = z
	.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('wrong').max(200, 'wrong'))], 'wrong')
	.default('');

/** A text in which a personal identity number is struck out. */
export function withoutPersonalNumbers(text: string): string {
	return text.replace(/(?<!\d)(?:19|20)?\d{6}\s?[-\u2010-\u2015+]?\s?\d{4}(?!\d)/g, (number) =>
		personIn(number) ? '***' : number,
	);
}

/** Puts in the letter that holds the link, unless the address has had too many of them lately. */
export async function confirmByLetter(tx: Queries, letter: Letter, now: number): Promise<void> {
	const had = await tx.outbox.to(letter.recipient);
	const lately = had.filter(({ kind, createdAt }) => kind === letter.kind && createdAt > now - DAY);
	if (lately.length < LETTERS_A_DAY) await tx.outbox.add(letter, now);
}
