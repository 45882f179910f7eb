import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import type { Letter } from '../../src/domain/letter.ts';
import { claimCodeLetter, claimDecisionLetter, decisionLetter, signInLetter } from '../../src/mail/letters.ts';
import { reminderLetter } from '../../src/mail/reminder-letter.ts';
import { nastyTexts } from '../nasty.ts';
import { NOW, testStore } from '../store.ts';

const attacks: Record<string, string> = {
	...nastyTexts,
	'an image that fails': '<img src=x onerror=alert(1)>',
	'the end of an attribute': `"><svg onload=alert(1)>' onmouseover='alert(1)`,
	'a style': '</style><style>*{display:none}</style>',
	'another address': 'x\r\nBcc: victim@example.org\r\n\r\nHello',
	'turned around': '\u202egnp.exe\u202c',
};
const href = 'https://samlas.example/a?b="><script>alert(1)</script>';

/** Every letter there is, with the same text wherever somebody else's words can come. */
function letters(said: string): Letter[] {
	const to = { recipient: 'a@example.org', locale: 'sv' as const, href };
	const entry = { id: 1, kind: 'organisation' as const, slug: 'a', name: said, municipality: '1380', since: 1 };
	const asked = { ...entry, confirmedAt: 1, confirmedBy: 'owner' as const, askedAt: null, asks: true, token: 'a.b.c' };
	const person = { id: 1, email: 'a@example.org', name: said, locale: 'sv' as const, createdAt: 1 };
	const one = { ...asked, step: 0 as const, next: 1 as const };
	const reminder = { person, asked: [one, one], all: 'a.b.c', stop: 'a.b.c' };
	return [
		signInLetter({ ...to, code: '123456', minutes: 15 }),
		decisionLetter({ ...to, name: said, decision: 'returned', words: said }),
		claimCodeLetter({ ...to, code: '123456', name: said, by: said }),
		claimDecisionLetter({ ...to, name: said, given: false, words: said }),
		reminderLetter(reminder, (path) => `https://samlas.example${path}`),
		reminderLetter({ ...reminder, asked: [{ ...one, next: 2 }] }, (path) => `https://samlas.example${path}`),
	];
}

/** The marks of HTML that our letters are made of; a text of somebody else's adds none to them. */
const tagsOf = (html: string) =>
	[...html.matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag.replace(/ (href|lang)="[^"]*"/g, ''));
const plain = letters('Schack');

test.each(Object.entries(attacks))('in a letter %s is a text and nothing else', async (_what, said) => {
	const store = await testStore();
	await store.transaction(async (tx) => {
		for (const letter of letters(said)) await tx.outbox.add(letter, NOW);
	});
	const sent = (await store.outbox.waiting(99)).reverse();
	expect(sent).toHaveLength(plain.length);
	for (const [place, letter] of sent.entries()) {
		const { html, kind } = letter;
		expect(tagsOf(html), kind).toEqual(tagsOf(plain[place]!.html));
		expect(html.match(/ on\w+=(?=[^&]*>)|javascript:/gi) ?? [], kind).toEqual([]);
		const mail = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
		const { message } = await mail.sendMail({
			...{ from: 'Samlas <samlas@example.org>', to: letter.recipient, subject: letter.subject },
			...{ text: letter.text, html },
		});
		const read = await simpleParser(message as unknown as Buffer);
		expect(read.bcc, 'no further recipient').toBeUndefined();
		expect([...read.headers.keys()].sort()).toEqual(
			['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'].sort(),
		);
		expect(letter.subject, 'one line').not.toMatch(/[\p{Cc}]/u);
		for (const part of [letter.subject, letter.text, html]) expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
	}
});
