import { expect, test } from 'vitest';
import { digest, randomToken } from '../../src/domain/secret.ts';
import { PROVED_MINUTES, sessionOf } from '../../src/domain/session.ts';
import { confirmFirst } from '../../src/routes/personal.ts';
import type { Site } from '../../src/site.ts';
import { NOW, testStore } from '../store.ts';

const FRESH = PROVED_MINUTES * 60;
const FORM = 'application/x-www-form-urlencoded';

/** Where somebody is sent before they may go on; `through` when they may. */
function sent(provedAt: number | null, type = FORM): string {
	const url = new URL('http://localhost/konto/ta-bort?x=1');
	const request = new Request(url, { method: 'POST', headers: { 'content-type': type }, body: 'email=x' });
	const locals = { provedAt, site: { now: () => NOW } as unknown as Site } as App.Locals;
	try {
		confirmFirst({ url, request, locals });
		return 'through';
	} catch (reason) {
		const { status, location } = reason as { status: number; location: string };
		return `${status} ${location}`;
	}
}

test('who has shown lately who they are goes through; others show it first, and a form goes along', () => {
	const there = '/logga-in/bekrafta?till=%2Fkonto%2Fta-bort%3Fx%3D1';
	expect(sent(NOW)).toBe('through');
	expect(sent(NOW - FRESH + 1)).toBe('through');
	expect(sent(NOW - FRESH)).toBe(`307 ${there}`);
	expect(sent(null)).toBe(`307 ${there}`);
	expect(sent(NOW - FRESH, 'multipart/form-data; boundary=x')).toBe(`303 ${there}`);
});

test('a session that is used, and whose secret is changed, proves no more than it did when it began', async () => {
	const store = await testStore();
	let token = randomToken();
	await store.transaction(async (tx) => {
		const person = await tx.people.known('anna@example.org', 'sv', NOW);
		await tx.sessions.add({ person, token: await digest(token), agent: '', now: NOW });
	});
	for (let day = 0; day < 5; day++) {
		const found = (await sessionOf(store, token, NOW + day * 86_400))!;
		expect(found.provedAt).toBe(NOW);
		expect(Boolean(found.rotated)).toBe(day > 0);
		token = found.rotated ?? token;
	}
});
