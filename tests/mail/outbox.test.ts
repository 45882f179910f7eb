import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import type { Letter } from '../../src/domain/letter.ts';
import { signInLetter } from '../../src/mail/letters.ts';
import { createPostOffice, tidyOutbox } from '../../src/mail/post-office.ts';
import { smtpTransport } from '../../src/mail/transport.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { bundled } from '../bundled.ts';
import { NOW, testFolder, testStore } from '../store.ts';

const HOUR = 3600;
const letter = (over: Partial<Letter> = {}): Letter => ({
	kind: 'test',
	recipient: 'anna@example.org',
	subject: 'Hej å ä ö',
	text: 'Hej!',
	html: '<p>Hej!</p>',
	usefulFor: 72 * HOUR,
	...over,
});

/** A real SMTP server on this machine, and what it was handed. */
async function smtpServer(options: SMTPServerOptions = {}) {
	const got: ParsedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, _session, done) {
			simpleParser(stream).then((mail) => {
				got.push(mail);
				done();
			}, done);
		},
		...options,
	});
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
	const { port } = server.server.address() as { port: number };
	return { got, address: `smtp://127.0.0.1:${port}` };
}

function office(store: Store, address: string, now = () => NOW) {
	const opened = createPostOffice(store, smtpTransport(address, 'Samlas <samlas@example.org>'), now);
	onTestFinished(() => opened.close());
	return opened;
}

const post = (store: Store, ...letters: Letter[]) =>
	store.transaction(async (tx) => {
		for (const one of letters) await tx.outbox.add(one, NOW);
	});

test('a letter arrives once, in both forms, and what it said is wiped', async () => {
	const store = await testStore();
	const { got, address } = await smtpServer();
	await post(store, letter({ unsubscribe: 'https://samlas.example/nej/1' }));
	const { deliver } = office(store, address);
	expect(await deliver()).toBe(1);
	expect(await deliver()).toBe(0);
	expect(got).toHaveLength(1);
	const [mail] = got;
	expect(mail).toMatchObject({ subject: 'Hej å ä ö', text: 'Hej!', html: '<p>Hej!</p>' });
	expect(mail!.from!.text).toBe('"Samlas" <samlas@example.org>');
	expect(mail!.messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
	expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
	expect(mail!.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toContain(
		'<https://samlas.example/nej/1>',
	);
	expect(await store.outbox.waiting(10)).toEqual([]);
});

test('a letter put in by a transaction that fails was never put in', async () => {
	const store = await testStore();
	await store
		.transaction(async (tx) => {
			await tx.outbox.add(letter(), NOW);
			throw new Error('no');
		})
		.catch(() => undefined);
	expect(await store.outbox.waiting(10)).toEqual([]);
});

test('a server that is away is tried again, ever more seldom, and the letter arrives when it is back', async () => {
	const store = await testStore();
	await post(store, letter());
	let now = NOW;
	const away = office(store, 'smtp://127.0.0.1:9', () => now);
	const dues: number[] = [];
	for (let tries = 0; tries < 6; tries++) {
		expect(await away.deliver()).toBe(0);
		const [waits] = await store.outbox.waiting(1);
		dues.push(waits!.dueAt - now);
		expect(await away.deliver(), 'not before it is due').toBe(0);
		now = waits!.dueAt;
	}
	expect(dues).toEqual([...dues].sort((a, b) => a - b));
	const { got, address } = await smtpServer();
	expect(await office(store, address, () => now).deliver()).toBe(1);
	expect(got).toHaveLength(1);
});

test.each([
	[550, 'given up at once', 0],
	[450, 'tried again', 1],
])('a recipient refused with %i is %s, and the others get theirs', async (responseCode, _what, left) => {
	const store = await testStore();
	const { got, address } = await smtpServer({
		onRcptTo({ address: recipient }, _session, done) {
			if (recipient.startsWith('nobody')) done(Object.assign(new Error('no such person'), { responseCode }));
			else done();
		},
	});
	await post(store, letter({ recipient: 'nobody@example.org' }), letter());
	expect(await office(store, address).deliver()).toBe(1);
	expect(got.map(({ to }) => (Array.isArray(to) ? '' : to?.text))).toEqual(['anna@example.org']);
	const waiting = await store.outbox.waiting(10);
	expect(waiting).toHaveLength(left);
	expect(JSON.stringify(waiting)).not.toContain('no such person');
});

test('a letter that is of no more use is not sent, and wiped', async () => {
	const store = await testStore();
	const { got, address } = await smtpServer();
	await post(store, letter({ usefulFor: 60 }), letter({ usefulFor: 60 }));
	await tidyOutbox(store, NOW + 61);
	expect(await store.outbox.waiting(10)).toEqual([]);
	await post(store, letter({ usefulFor: 60 }));
	expect(await office(store, address, () => NOW + 61).deliver()).toBe(0);
	expect(got).toEqual([]);
});

test('an address that holds more than an address is no way into the headers', async () => {
	const store = await testStore();
	const { got, address } = await smtpServer();
	await post(store, letter({ recipient: 'a@example.org\r\nBcc: b@example.org', subject: 'Hej\r\nBcc: c@example.org' }));
	await office(store, address).deliver();
	for (const mail of got) expect(mail.bcc).toBeUndefined();
	expect(JSON.stringify(got.map(({ to }) => to))).not.toMatch(/"address":"[bc]@example/);
});

test('two processes that deliver at once send each letter once', async () => {
	const store = await testStore();
	const other = await openStore(store.folder);
	onTestFinished(() => other.close());
	const { got, address } = await smtpServer();
	await post(store, ...Array.from({ length: 30 }, (_, n) => letter({ recipient: `p${n}@example.org` })));
	const counts = await Promise.all([office(store, address).deliver(), office(other, address).deliver()]);
	expect(counts[0]! + counts[1]!).toBe(30);
	expect(new Set(got.map(({ messageId }) => messageId)).size).toBe(30);
	expect(got).toHaveLength(30);
});

/** The moments of one letter's way at which a sender is killed: before, while and right after the server takes it. */
const moments = ['connect', 'from', 'to', 'data', 'taken'] as const;

test('killed at every moment of sending, every letter arrives, and under one Message-ID', async () => {
	const folder = testFolder();
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	let reached: (moment: (typeof moments)[number]) => void = () => undefined;
	const step = (moment: (typeof moments)[number]) => (_what: unknown, _session: unknown, done: () => void) => {
		reached(moment);
		done();
	};
	const got: ParsedMail[] = [];
	const { address } = await smtpServer({
		onConnect: (_session, done) => step('connect')(null, null, done),
		onMailFrom: step('from'),
		onRcptTo: step('to'),
		onData(stream, _session, done) {
			reached('data');
			simpleParser(stream).then((mail) => {
				got.push(mail);
				reached('taken');
				done();
			}, done);
		},
	});
	const wanted = Array.from({ length: 25 }, (_, n) => letter({ recipient: `p${n}@example.org` }));
	await post(store, ...wanted);
	const sender = await bundled(join(import.meta.dirname, 'sender.ts'));
	const plans = [...moments.flatMap((moment) => [1, 3].map((times) => ({ moment, times }))), null];
	let kills = 0;
	for (const [round, plan] of plans.entries()) {
		const child = fork(sender, [folder, address, String(NOW + round * 1000)]);
		let times = 0;
		reached = (moment) => {
			if (moment !== plan?.moment || ++times !== (moment === 'connect' ? 1 : plan.times)) return;
			child.kill('SIGKILL');
			kills++;
		};
		await once(child, 'exit');
	}
	expect(kills).toBe(plans.length - 1);
	expect(await store.outbox.waiting(1)).toEqual([]);
	const ids = new Map<string, Set<string>>();
	for (const { to, messageId } of got) {
		const recipient = Array.isArray(to) ? '' : to!.text;
		ids.set(recipient, (ids.get(recipient) ?? new Set()).add(messageId!));
	}
	expect([...ids.keys()].sort()).toEqual(wanted.map(({ recipient }) => recipient).sort());
	for (const [recipient, seen] of ids) expect(seen.size, recipient).toBe(1);
}, 120_000);

test.each(['sv', 'en'] as const)('the letter with the code says it in %s, as text and as HTML', (locale) => {
	const href = 'https://samlas.example/logga-in/lank?nyckel=abc&x="<';
	const { subject, text, html } = signInLetter({
		recipient: 'a@example.org',
		locale,
		code: '012345',
		href,
		minutes: 15,
	});
	expect(subject).toContain('012 345');
	for (const said of [text, html]) expect(said).toContain('012 345');
	expect(text).toContain(href);
	expect(html).toContain('nyckel=abc&amp;x=&quot;&lt;"');
	expect(html).toContain(`<html lang="${locale}">`);
});
