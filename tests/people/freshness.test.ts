import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldAbout } from '../../src/domain/account.ts';
import { NotFound } from '../../src/domain/errors.ts';
import { reached } from '../../src/domain/freshness.ts';
import type { Listing } from '../../src/domain/listing.ts';
import { isTimeToAsk, type Reminder, remind, toAskNow } from '../../src/domain/reminder.ts';
import { answeringBy, answeringSelf, confirmEntries } from '../../src/domain/still-right.ts';
import { reminderLetter } from '../../src/mail/reminder-letter.ts';
import type { Cared } from '../../src/store/freshness.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { bundled } from '../bundled.ts';
import { activity, NOW, organisation, publish, testFolder, testStore, venue } from '../store.ts';

const DAY = 86_400;
const letter = (to: Reminder) => reminderLetter(to, (path) => `https://samlas.example${path}`);
const OLD = { confirmedAt: NOW - 430 * DAY, confirmedBy: 'owner' as const };

async function scene(...listings: Listing[]) {
	const store = await testStore();
	const ids = await publish(store, ...listings);
	const keeper = (email: string, role: 'owner' | 'editor', ...entries: number[]) =>
		store.transaction(async (tx) => {
			const person = await tx.people.known(email, email.startsWith('en') ? 'en' : 'sv', NOW);
			const given = NOW - 100 * DAY;
			for (const listing of entries) await tx.people.give(person, { role, listing, municipality: null }, null, given);
			return person;
		});
	return { store, ids, keeper };
}
const letters = async (store: Store) =>
	(await store.outbox.waiting(999)).map(({ recipient, subject, text }) => ({ recipient, subject, text })).reverse();
const namesIn = (text: string) => [...text.matchAll(/^\* (.+)$/gm)].map(([, name]) => name);

test('everybody who looks after what is due gets one letter with all of it, in their language; what is fresh is left out', async () => {
	const { store, ids, keeper } = await scene(
		organisation({ name: 'Gamla klubben', ...OLD }),
		venue({ name: 'Gamla lokalen', ...OLD }),
		organisation({ name: 'Färska klubben', confirmedAt: NOW - 3 * DAY, confirmedBy: 'owner' }),
		venue({ name: 'Snart gammal', confirmedAt: NOW - 340 * DAY, confirmedBy: 'owner' }),
		organisation({ name: 'Sover', dormant: true, ...OLD }),
	);
	await keeper('anna@example.org', 'owner', ...ids);
	await keeper('en-bo@example.org', 'editor', ids[0]!);
	await keeper('cia@example.org', 'owner', ids[2]!);
	expect(await remind(store, NOW, letter)).toBe(2);
	const [anna, bo] = await letters(store);
	expect(anna!.recipient).toBe('anna@example.org');
	expect(anna!.subject).toBe('Stämmer uppgifterna på dina 3 sidor?');
	expect(namesIn(anna!.text), 'and what falls due within the month').toEqual([
		'Gamla klubben',
		'Gamla lokalen',
		'Snart gammal',
	]);
	expect(bo!.subject).toBe('Is what it says about Gamla klubben still right?');
	expect(bo!.text).toContain('https://samlas.example/en/reminder?nyckel=');
	expect(bo!.text).toMatch(/\/en\/organisation\/gamla-klubben\/edit\n/);
	expect(await remind(store, NOW + DAY, letter), 'each step is taken once').toBe(0);
});

test('a second letter after three weeks, and no third until it has been confirmed and is old again', async () => {
	const { store, ids, keeper } = await scene(venue(OLD));
	await keeper('anna@example.org', 'owner', ids[0]!);
	const steps: string[] = [];
	for (let day = 0; day < 800; day++) {
		if (day === 300) await store.transaction((tx) => tx.listings.confirm(ids[0]!, 'owner', NOW + day * DAY));
		if ((await remind(store, NOW + day * DAY, letter)) === 0) continue;
		steps.push(`${day}: ${(await letters(store)).at(-1)!.subject}`);
	}
	expect(steps).toEqual([
		'0: Stämmer uppgifterna om Ljungåsa bygdegård?',
		'21: Vi frågar igen: stämmer uppgifterna om Ljungåsa bygdegård?',
		'665: Stämmer uppgifterna om Ljungåsa bygdegård?',
		'686: Vi frågar igen: stämmer uppgifterna om Ljungåsa bygdegård?',
	]);
}, 30_000);

test.each<[string, (store: Store, person: number, id: number) => Promise<unknown>]>([
	['wants no letters', (store, person) => store.transaction((tx) => tx.freshness.stop(person, NOW))],
	[
		'has just got the role',
		(store, person, id) =>
			store.transaction((tx) =>
				tx.people.give(person, { role: 'editor', listing: id, municipality: null }, null, NOW - 13 * DAY),
			),
	],
	[
		'has sent a change that waits',
		(store, person, id) =>
			store.transaction((tx) =>
				tx.revisions.add({ listing: id, municipality: '1380', person, changes: [], published: false }, NOW),
			),
	],
	['has lost it', (store, _person, id) => store.transaction((tx) => tx.listings.archive(id, 'gone', NOW))],
	['confirmed it', (store, _person, id) => store.transaction((tx) => tx.listings.confirm(id, 'owner', NOW - DAY))],
])('nobody is asked who %s', async (_what, change) => {
	const { store, ids, keeper } = await scene(organisation(OLD));
	const person = await keeper('anna@example.org', 'owner', ids[0]!);
	await change(store, person, ids[0]!);
	expect(await remind(store, NOW, letter)).toBe(0);
});

const weekly = { start: '2025-09-03T18:00', minutes: 60, rule: 'FREQ=WEEKLY' };

/** An old association with two old activities of its own and one of its keeper's. */
async function held() {
	const { store, ids, keeper } = await scene(organisation({ name: 'Klubben', ...OLD }));
	const [club] = ids as [number];
	const of = (name: string, organisation = club) => activity({ name, organisation, schedules: [weekly], ...OLD });
	const [dance, song, chess] = (await publish(store, of('Dans'), of('Sång'), of('Schack'))) as [number, number, number];
	await keeper('schack@example.org', 'editor', chess);
	return { store, keeper, club, dance, song, chess };
}

test('the owners of an organisation are asked of the activities that nobody of their own looks after, in the same letter', async () => {
	const { store, keeper, club, dance, song, chess } = await held();
	const anna = await keeper('anna@example.org', 'owner', club);
	const bo = await keeper('bo@example.org', 'editor', club);
	await remind(store, NOW, letter);
	const asked = Object.fromEntries((await letters(store)).map(({ recipient, text }) => [recipient, namesIn(text)]));
	expect(asked).toEqual({
		'schack@example.org': ['Schack'],
		'anna@example.org': ['Klubben', 'Dans', 'Sång'],
		'bo@example.org': ['Klubben'],
	});
	const entries = async (person: number) => (await store.freshness.cared(person, 'sv', NOW)).map(({ id }) => id);
	expect(await entries(anna), 'though they look after all of them').toEqual([club, dance, song, chess]);
	expect(await entries(bo)).toEqual([club, dance, song, chess]);
});

test('what an owner of the organisation confirms, by the link or signed in, is confirmed; an activity that left it is not theirs', async () => {
	const { store, keeper, club, dance, song, chess } = await held();
	const anna = await keeper('anna@example.org', 'owner', club);
	const given: Reminder[] = [];
	await remind(store, NOW, (to) => {
		given.push(to);
		return letter(to);
	});
	const { all } = given.find(({ person }) => person.id === anna)!;
	const opened = await answeringBy(store, all, NOW + DAY);
	expect(opened.listings).toEqual([club, dance, song]);
	await store.transaction(async (tx) => {
		const own = (await tx.listings.get(song))!;
		if (own.kind === 'activity') await tx.listings.replace(song, { ...own, organisation: null }, NOW);
	});
	const again = await answeringBy(store, all, NOW + DAY);
	expect(again.listings).toEqual([club, dance]);
	expect(await confirmEntries(store, again.by, again.listings, { askedAt: NOW, now: NOW + DAY })).toBe(2);
	await expect(confirmEntries(store, again.by, [song], { askedAt: NOW, now: NOW + DAY })).rejects.toThrow(NotFound);
	expect((await answeringSelf(store, again.by, NOW + DAY)).listings.sort()).toEqual([club, dance, chess].sort());
});

test('an organisation with an owner keeps its activities from being nobody\u2019s: in the silent list, and when an error is told', async () => {
	const { store, keeper, club, dance, song, chess } = await held();
	const silent = async (kept: boolean) =>
		(
			await store.freshness.silent('1380', reached('silent', NOW), {
				kept,
				now: NOW,
				after: { since: 0, id: 0 },
				most: 9,
			})
		)
			.map(({ id }) => id)
			.sort();
	expect(await silent(true)).toEqual([chess]);
	const anna = await keeper('anna@example.org', 'owner', club);
	await keeper('bo@example.org', 'editor', club);
	expect(await silent(true)).toEqual([club, dance, song, chess].sort());
	expect(await silent(false)).toEqual([]);
	expect(await store.people.askedOf(dance)).toEqual([anna]);
	expect(await store.people.askedOf(chess)).not.toContain(anna);
});

test.each([
	['a course that ended with the term', [{ ...weekly, rule: 'FREQ=WEEKLY;UNTIL=20251217T225959Z' }], 1],
	['something weekly', [weekly], 1],
	['a single evening that is over', [{ start: '2025-10-03T18:00', minutes: 60, rule: null }], 0],
	['a single evening to come', [{ start: '2026-05-03T18:00', minutes: 60, rule: null }], 1],
	['something without a time', [], 1],
])('%s is asked about: %#', async (_what, schedules, asked) => {
	const { store, ids, keeper } = await scene(activity({ schedules, ...OLD }));
	await keeper('anna@example.org', 'owner', ids[0]!);
	expect(await remind(store, NOW, letter)).toBe(asked);
});

test('whom the store finds is whom the rule asks, whatever somebody looks after and has been asked', async () => {
	const days = fc.integer({ min: 0, max: 900 });
	const entry = fc.record({
		kind: fc.constantFrom('organisation' as const, 'venue' as const, 'activity' as const),
		ago: days,
		step: fc.constantFrom(0, 1, 2),
		asked: fc.integer({ min: 0, max: 60 }),
		/** Somebody of its own looks after it; else the owner of the organisation that holds it is asked. */
		own: fc.boolean(),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), async (entries) => {
			const { store, ids: hosts, keeper } = await scene(organisation({ confirmedAt: NOW, confirmedBy: 'owner' }));
			const ids = await publish(
				store,
				...entries.map(({ kind, ago }) => {
					const confirmed = { confirmedAt: NOW - ago * DAY, confirmedBy: 'owner' as const };
					if (kind === 'activity') return activity({ ...confirmed, organisation: hosts[0]! });
					return kind === 'venue' ? venue(confirmed) : organisation(confirmed);
				}),
			);
			const person = await keeper(
				'anna@example.org',
				'owner',
				hosts[0]!,
				...ids.filter((_, n) => entries[n]!.kind !== 'activity'),
			);
			const others = ids.filter((_, n) => entries[n]!.kind === 'activity' && entries[n]!.own);
			const other = await keeper('bo@example.org', 'editor', ...others);
			await store.transaction((tx) => tx.freshness.stop(other, NOW));
			await store.transaction(async (tx) => {
				for (const [place, { ago, step, asked }] of entries.entries())
					for (let n = 1; n <= step; n++)
						await tx.freshness.remember(
							{ listing: ids[place]!, person, since: NOW - ago * DAY, step: n as 1 | 2 },
							NOW - asked * DAY,
						);
			});
			const cared: Cared[] = await store.freshness.cared(person, 'sv', NOW);
			const wanted = toAskNow(cared, await store.freshness.lastTo(person), NOW);
			const times = { now: NOW, answered: NOW - 21 * DAY, rested: NOW - 14 * DAY, after: 0, most: 9 };
			expect(await store.freshness.toAsk(reached('due', NOW), times)).toEqual(wanted.length ? [person] : []);
			store.close();
		}),
		{ numRuns: 40 },
	);
}, 60_000);

test('several processes that ask at once, killed in the middle, ask everybody once', async () => {
	const folder = testFolder();
	const store = await openStore(folder);
	const entries = Array.from({ length: 60 }, (_, n) => organisation({ name: `Klubb ${n}`, ...OLD }));
	const ids = await publish(store, ...entries);
	await store.transaction(async (tx) => {
		for (const [n, listing] of ids.entries()) {
			const person = await tx.people.known(`p${n}@example.org`, 'sv', NOW);
			await tx.people.give(person, { role: 'owner', listing, municipality: null }, null, NOW - 50 * DAY);
		}
	});
	const program = await bundled(join(import.meta.dirname, 'reminder-child.ts'));
	const written = async () => (await store.outbox.waiting(999)).length;
	const run = () => {
		const child = fork(program, [folder, String(NOW)]);
		return { child, ended: once(child, 'exit') };
	};
	// Killed after some letters have been written, and before all have.
	const seen: number[] = [];
	for (let round = 0; round < 3; round++) {
		const before = await written();
		const { child, ended } = run();
		while ((await written()) < before + 5 && child.exitCode === null) await new Promise(setImmediate);
		child.kill('SIGKILL');
		await ended;
		seen.push(await written());
	}
	expect(seen[0], 'the first was killed in the middle').toBeLessThan(60);
	await Promise.all([run().ended, run().ended, run().ended]);
	const recipients = (await store.outbox.waiting(999)).map(({ recipient }) => recipient);
	expect(recipients).toHaveLength(60);
	expect(new Set(recipients).size).toBe(60);
	store.close();
}, 120_000);

test.each([
	['2026-03-04T07:59:00+01:00', false],
	['2026-03-04T08:00:00+01:00', true],
	['2026-07-03T16:59:00+02:00', true],
	['2026-07-03T17:00:00+02:00', false],
	['2026-03-07T11:00:00+01:00', false],
	['2026-03-08T11:00:00+01:00', false],
])('at %s letters that ask for something are sent: %s', (time, expected) => {
	expect(isTimeToAsk(Date.parse(time) / 1000)).toBe(expected);
});

test('what somebody was asked is theirs to see, goes with them, and is forgotten', async () => {
	const { store, ids, keeper } = await scene(organisation(OLD));
	const person = await keeper('anna@example.org', 'owner', ids[0]!);
	await remind(store, NOW, letter);
	const actor = (await store.people.actor(person))!;
	expect(await heldAbout(store, actor, NOW)).toMatchObject({
		noReminders: null,
		reminders: [{ listing: ids[0]!, step: 1, at: new Date(NOW * 1000).toISOString() }],
	});
	await store.transaction((tx) => tx.freshness.stop(person, NOW));
	expect(await heldAbout(store, actor, NOW)).toMatchObject({ noReminders: new Date(NOW * 1000).toISOString() });
	await store.transaction((tx) => tx.people.erase(person));
	expect(await store.freshness.remindersTo(person)).toEqual([]);
	expect(await store.freshness.stoppedAt(person)).toBeNull();
});
