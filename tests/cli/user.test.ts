import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '#store/open.ts';
import { mailboxCommand } from '../../src/cli/mailbox.ts';
import { userCommand } from '../../src/cli/user.ts';
import { NotFound } from '../../src/domain/errors.ts';
import { isDemanded } from '../../src/domain/staff-sign-in.ts';
import { organisation, publish, testFolder } from '../store.ts';

let said: string[] = [];

beforeEach(async () => {
	const folder = testFolder();
	vi.stubEnv('SAMLAS_DATA', join(folder, 'data'));
	said = [];
	for (const way of ['log', 'error'] as const)
		vi.spyOn(console, way).mockImplementation((text) => void said.push(String(text)));
	const store = await openStore(join(folder, 'data'));
	await publish(store, organisation());
	store.close();
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	process.exitCode = undefined;
});

async function samlas(...words: string[]): Promise<string> {
	said = [];
	const program = new Command('samlas').exitOverride().configureOutput({ writeErr: (text) => void said.push(text) });
	userCommand(program);
	mailboxCommand(program);
	for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
		command.exitOverride().configureOutput({ writeErr: (text) => void said.push(text) });
	await program.parseAsync(['node', 'samlas', ...words]);
	return said.join('\n');
}

test('the first administrator is made at the terminal; roles are listed, changed and taken', async () => {
	await samlas('user', 'give', 'Anna@Example.org', 'administrator', '--municipality', 'halmstad');
	await samlas('user', 'give', 'bo@example.org', 'reviewer', '--municipality', '1380');
	await samlas('user', 'give', 'bo@example.org', 'owner', '--entry', '/forening/ljungasa-schackvanner');
	await samlas('user', 'give', 'drift@example.org', 'operator');
	expect((await samlas('user', 'list')).split('\n').sort()).toEqual([
		'anna@example.org\tadministrator\t1380',
		'bo@example.org\towner\t#1',
		'bo@example.org\treviewer\t1380',
		'drift@example.org\toperator',
	]);
	await samlas('user', 'give', 'bo@example.org', 'administrator', '--municipality', '1380');
	expect(await samlas('user', 'list'), 'one role in one place').not.toContain('reviewer');
	await samlas('user', 'take', 'bo@example.org', '--municipality', 'Halmstad');
	await samlas('user', 'take', 'bo@example.org', '--entry', 'forening/ljungasa-schackvanner');
	expect(await samlas('user', 'list')).not.toContain('bo@example.org');
	await samlas('user', 'take', 'bo@example.org', '--municipality', 'Halmstad');
	expect(process.exitCode).toBe(1);
});

test.each([
	[['user', 'give', 'anna', 'operator'], /e-mail address/],
	[['user', 'give', 'anna@example.org', 'king'], /one of editor, owner/],
])('%o is refused in a sentence', async (words, sentence) => {
	await expect(samlas(...words)).rejects.toThrow(sentence);
	expect(await samlas('user', 'list')).toBe('');
});

test.each([
	['user', 'give', 'anna@example.org', 'reviewer'],
	['user', 'give', 'anna@example.org', 'reviewer', '--municipality', 'Atlantis'],
	['user', 'give', 'anna@example.org', 'owner', '--entry', '/forening/finns-inte'],
])('a role for nowhere is not given: %o %o %o %o', async (...words) => {
	await expect(samlas(...words)).rejects.toThrow(NotFound);
	expect(await samlas('user', 'list')).toBe('');
});

test('more than a letter is demanded of staff, and no more; who has lost their keys begins anew', async () => {
	await samlas('user', 'give', 'anna@example.org', 'operator');
	const open = () => openStore(process.env.SAMLAS_DATA!);
	await expect(samlas('user', 'sign-in', 'weak')).rejects.toThrow(/any or strong/);
	await samlas('user', 'sign-in', 'strong');
	let store = await open();
	expect(await isDemanded(store)).toBe(true);
	const key = { person: 1, publicKey: new Uint8Array(1), handle: 'h', counter: 0, transports: [], name: 'k', now: 1 };
	await store.transaction(async (tx) => {
		await tx.sessions.add({ person: 1, token: 't', agent: '', way: 'passkey', now: 1 });
		for (const credential of ['a', 'b']) await tx.passkeys.add({ ...key, credential });
	});
	store.close();
	await expect(samlas('user', 'forget-keys', 'bo@example.org')).rejects.toThrow(NotFound);
	expect(await samlas('user', 'forget-keys', 'anna@example.org')).toContain('2');
	await samlas('user', 'sign-in', 'any');
	store = await open();
	expect([await store.passkeys.of(1), await store.sessions.of(1), await isDemanded(store)]).toEqual([[], [], false]);
	store.close();
});

test('where letters lie is told, and that they are sent when they are', async () => {
	const [first, second] = [await samlas('mailbox'), await samlas('mailbox')];
	expect(first).toMatch(/^http:\/\/localhost:3000\/brevlada\?nyckel=[\w-]{24}$/);
	expect(second).toBe(first);
	vi.stubEnv('SAMLAS_SMTP', 'smtp://mail.example.org');
	vi.stubEnv('ORIGIN', 'https://samlas.example');
	vi.stubEnv('SAMLAS_MAIL_FROM', 'samlas@example.org');
	expect(await samlas('mailbox')).not.toContain('nyckel');
});
