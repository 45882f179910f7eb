import { z } from 'zod';
import { personIn } from '../organisation-number.ts';

/** Readers of single fields. What is empty is null; marks that turn the direction of text are taken out. */

/** A line of text of at most so many characters. */
export const line = (max: number) =>
	z
		.string('missing')
		.max(max, 'long')
		.transform(
			(text) =>
				text
					.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
					.replace(/\s+/g, ' ')
					.trim() || null,
		)
		.refine((text) => !text || !personIn(text), 'personal_number');

/** A text of several lines. */
export const prose = z
	.string('missing')
	.max(8000, 'long')
	.transform(
		(text) =>
			text
				.replace(/\r\n?/g, '\n')
				.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
				.trim() || null,
	)
	.refine((text) => !text || !personIn(text), 'personal_number');

/** A web address as people write it: without https:// it is added. */
export const webAddress = line(500)
	.transform((text) => (text && !/^[a-z]+:/i.test(text) ? `https://${text}` : text))
	.pipe(z.httpUrl('wrong').nullable());

export const emailAddress = line(200).pipe(z.email('wrong').nullable());

export const phoneNumber = line(60).refine((text) => !text || /^[\d+()\-/ ]{5,}$/.test(text), 'wrong');
