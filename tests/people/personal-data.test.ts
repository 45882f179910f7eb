import { expect, test } from 'vitest';
import { heldAbout } from '../../src/domain/account.ts';
import { noteRead } from '../../src/domain/personal-read.ts';
import { forgetWhatIsOld, kept } from '../../src/domain/retention.ts';
import { NOW, organisation, publish, somebody, testStore } from '../store.ts';

const DAY = 86_400;

test('who reads what somebody has told of themselves is noted once a day, for that person to see', async () => {
	const store = await testStore();
	// Who looks after something keeps their account.
	const anna = await somebody(store, 'anna@example.org', [{ role: 'reviewer', listing: null, municipality: '0180' }]);
	const desk = await somebody(store, 'desk@example.org', [{ role: 'reviewer', listing: null, municipality: '1380' }]);
	const read = { people: [anna.id, desk.id, null], what: 'claim' as const, about: 7, municipality: '1380' };
	for (const now of [NOW, NOW + 60, NOW + DAY]) await noteRead(store, desk, read, now);
	const told = (await heldAbout(store, anna, NOW)).readBy;
	expect(told).toEqual([
		{ what: 'claim', municipality: '1380', at: new Date((NOW + DAY) * 1000).toISOString() },
		{ what: 'claim', municipality: '1380', at: new Date(NOW * 1000).toISOString() },
	]);
	expect(await store.personalReads.of(desk.id), 'their own').toEqual([]);
	await store.transaction((tx) => tx.people.erase(desk.id));
	expect(await store.personalReads.of(anna.id), 'it stays when the reader is gone').toHaveLength(2);
	await forgetWhatIsOld(store, NOW + kept.read + 1);
	expect(await store.personalReads.of(anna.id)).toHaveLength(1);
});

test('what was said in a claim is wiped in time and not before', async () => {
	const store = await testStore();
	const [id] = await publish(store, organisation());
	// Who looks after something keeps their account.
	const anna = await somebody(store, 'anna@example.org', [{ role: 'reviewer', listing: null, municipality: '0180' }]);
	const claim = {
		listing: id!,
		municipality: '1380',
		person: anna.id,
		way: 'reviewer',
		code: null,
		expiresAt: null,
	} as const;
	await store.transaction(async (tx) => {
		await tx.claims.add({ ...claim, state: 'waiting', note: 'Jag är kassör', now: NOW });
		const open = (await tx.claims.open(id!, anna.id))!;
		await tx.claims.decide(open.id, { state: 'declined', words: 'Nej', by: anna.id, now: NOW });
	});
	const seen = async () => {
		const [one] = await store.claims.of(anna.id);
		return [one?.note, one?.words];
	};
	await forgetWhatIsOld(store, NOW + kept.claimNote);
	expect(await seen()).toEqual(['Jag är kassör', 'Nej']);
	await forgetWhatIsOld(store, NOW + kept.claimNote + 1);
	expect(await seen()).toEqual([null, null]);
});

test('an account by which nobody does anything goes after a year; one that is used, waits or looks after something stays', async () => {
	const store = await testStore();
	const [id] = await publish(store, organisation());
	const later = NOW + kept.idleAccount + 1;
	await somebody(store, 'idle@example.org');
	await somebody(store, 'owner@example.org', [{ role: 'owner', listing: id!, municipality: null }]);
	const used = await somebody(store, 'used@example.org');
	const asks = await somebody(store, 'asks@example.org');
	const claim = {
		listing: id!,
		municipality: '1380',
		person: asks.id,
		way: 'reviewer',
		code: null,
		expiresAt: null,
	} as const;
	await store.transaction(async (tx) => {
		await tx.sessions.add({ person: used.id, token: 'x', agent: '', now: later - DAY });
		await tx.claims.add({ ...claim, state: 'waiting', note: 'x', now: NOW });
	});
	await forgetWhatIsOld(store, later - 2);
	expect(await store.people.byEmail('idle@example.org')).toBeDefined();
	await forgetWhatIsOld(store, later);
	expect(await store.people.byEmail('idle@example.org')).toBeUndefined();
	for (const email of ['owner', 'used', 'asks'])
		expect(await store.people.byEmail(`${email}@example.org`), email).toBeDefined();
});
