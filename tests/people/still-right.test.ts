import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../src/domain/errors.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import { LINK_HOLDS, type Reminder, remind } from '../../src/domain/reminder.ts';
import { believed, KEY_BELIEVED, KEY_SIGNS, renewedKeys, signed } from '../../src/domain/signed.ts';
import { signingKeys } from '../../src/domain/signing-keys.ts';
import { silentIn } from '../../src/domain/silent.ts';
import {
	answeringBy,
	closeEntry,
	closing,
	confirmEntries,
	reopenEntry,
	stoppingBy,
	wantReminders,
} from '../../src/domain/still-right.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW, organisation, publish, somebody, testStore, venue } from '../store.ts';

const DAY = 86_400;
const OLD = { confirmedAt: NOW - 500 * DAY, confirmedBy: 'owner' as const };

/** Two old entries of Anna's (the first is Bo's too), one of nobody's, and the letter that Anna got. */
async function scene() {
	const store = await testStore();
	const ids = await publish(
		store,
		organisation(OLD),
		venue(OLD),
		organisation({ name: 'Ingens', confirmedAt: NOW - 500 * DAY, confirmedBy: 'import' }),
	);
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, email, held, NOW - 100 * DAY);
	const of = (role: 'owner' | 'editor', place: number): RoleHeld => ({
		role,
		listing: ids[place]!,
		municipality: null,
	});
	const anna = await make('anna@example.org', of('owner', 0), of('owner', 1));
	const bo = await make('bo@example.org', of('editor', 0));
	const desk = await make('desk@example.org', { role: 'reviewer', listing: null, municipality: '1380' });
	const elsewhere = await make('elsewhere@example.org', { role: 'reviewer', listing: null, municipality: '0180' });
	const letters: Reminder[] = [];
	await remind(store, NOW, (to) => {
		letters.push(to);
		return { kind: 'reminder', recipient: to.person.email, subject: '', text: '', html: '', usefulFor: DAY };
	});
	const toAnna = letters.find(({ person }) => person.id === anna.id)!;
	const tokens = [0, 1].map((place) => toAnna.asked.find(({ id }) => id === ids[place])!.token);
	return { store, ids, make, anna, bo, desk, elsewhere, toAnna, tokens };
}
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) => (reason instanceof Refusal ? reason.key : Promise.reject(reason)),
	);
const standing = async (store: Store, id: number) => {
	const { confirmedAt, confirmedBy, archivedAt } = (await store.listings.get(id))!;
	return { confirmedAt, confirmedBy, archivedAt };
};
const press = async (store: Store, token: string, now: number) => {
	const { by, listings, askedAt } = await answeringBy(store, token, now);
	return confirmEntries(store, by, listings, { askedAt, now });
};

test('looking at what a link opens confirms nothing; the press does, once for each letter', async () => {
	const { store, ids, tokens, toAnna } = await scene();
	for (let n = 0; n < 3; n++) await answeringBy(store, tokens[0]!, NOW + DAY);
	expect(await standing(store, ids[0]!)).toMatchObject(OLD);
	expect(await press(store, tokens[0]!, NOW + DAY)).toBe(1);
	expect(await standing(store, ids[0]!)).toMatchObject({ confirmedAt: NOW + DAY, confirmedBy: 'owner' });
	expect(await press(store, tokens[0]!, NOW + 9 * DAY), 'the same letter again').toBe(0);
	expect(await standing(store, ids[0]!)).toMatchObject({ confirmedAt: NOW + DAY });
	expect(await standing(store, ids[1]!), 'the other is not in this link').toMatchObject(OLD);
	expect(await press(store, toAnna.all, NOW + 2 * DAY), 'all but what is confirmed already').toBe(1);
	expect(await standing(store, ids[1]!)).toMatchObject({ confirmedAt: NOW + 2 * DAY });
});

test('pressed by many at once it is confirmed once', async () => {
	const { store, tokens } = await scene();
	const pressed = await Promise.all(Array.from({ length: 20 }, () => press(store, tokens[0]!, NOW + DAY)));
	expect(pressed.reduce((sum, count) => sum + count)).toBe(1);
});

type Scene = Awaited<ReturnType<typeof scene>>;
test.each<[string, (token: string, all: Scene) => Promise<[token: string, now: number]>]>([
	['is too old', async (token) => [token, NOW + LINK_HOLDS]],
	['is of a letter that stops letters', async (_token, { toAnna }) => [toAnna.stop, NOW]],
	['names another entry', async (token, { ids }) => [forged(token, { listings: [ids[2]!] }), NOW]],
	['names another person', async (token, { bo }) => [forged(token, { person: bo.id }), NOW]],
	['holds longer than it was given', async (token) => [forged(token, { until: NOW + 999 * DAY }), NOW]],
	['lost its last letter', async (token) => [token.slice(0, -1), NOW]],
	['is nothing', async () => ['', NOW]],
	['is nonsense', async () => ['a.b.c', NOW]],
	['is very long', async () => ['x'.repeat(100_000), NOW]],
	[
		'was signed by a key of somebody else',
		async (token) => {
			const [key] = renewedKeys([], NOW);
			return [await signed(payloadOf(token), { ...key!, id: token.split('.')[0]! }), NOW];
		},
	],
	[
		'is of a person who looks after it no more',
		async (token, { store, anna, ids }) => {
			await store.transaction((tx) => tx.people.take(anna.id, { listing: ids[0]!, municipality: null }));
			return [token, NOW];
		},
	],
	[
		'is of a person who is gone',
		async (token, { store, anna }) => {
			await store.transaction((tx) => tx.people.erase(anna.id));
			return [token, NOW];
		},
	],
])('a link that %s opens nothing', async (_what, change) => {
	const all = await scene();
	const [token, now] = await change(all.tokens[0]!, all);
	expect(await refusal(answeringBy(all.store, token, now))).toBe('reminder.spent');
	expect(await standing(all.store, all.ids[0]!)).toMatchObject(OLD);
});

function payloadOf(token: string): object {
	return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as object;
}

/** The token with another content under the same signature. */
function forged(token: string, change: object): string {
	const [id, , mac] = token.split('.');
	const body = Buffer.from(JSON.stringify({ ...payloadOf(token), ...change })).toString('base64url');
	return [id, body, mac].join('.');
}

test('no token but the one that was signed is believed, whatever is changed in it', async () => {
	const keys = renewedKeys([], NOW);
	const token = await signed({ a: 1 }, keys[0]!);
	expect(await believed(token, keys)).toEqual({ a: 1 });
	await fc.assert(
		fc.asyncProperty(fc.nat({ max: token.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }), async (at, char) => {
			const changed = token.slice(0, at) + char + token.slice(at + 1);
			if (changed !== token) expect(await believed(changed, keys)).toBeUndefined();
		}),
		{ numRuns: 500 },
	);
});

test('keys change by themselves, what an old one signed holds on, and a very old one is believed no more', async () => {
	const { store, tokens } = await scene();
	const [first] = await signingKeys(store, NOW);
	const [second, before] = await signingKeys(store, NOW + KEY_SIGNS);
	expect(before).toEqual(first);
	expect(second.secret).not.toBe(first.secret);
	expect((await answeringBy(store, tokens[0]!, NOW + DAY)).listings).toHaveLength(1);
	expect((await signingKeys(store, NOW + KEY_BELIEVED + 1)).map(({ id }) => id)).not.toContain(first.id);
	const many = await Promise.all(Array.from({ length: 5 }, () => signingKeys(store, NOW + 4 * KEY_BELIEVED)));
	expect(new Set(many.map(([{ id }]) => id)).size, 'several who need a new one at once get the same').toBe(1);
});

test('who may not touch an entry confirms, closes and opens nothing', async () => {
	const { store, ids, elsewhere, bo, make } = await scene();
	const nobody = await make('nobody@example.org');
	for (const by of [nobody, elsewhere])
		for (const work of [
			confirmEntries(store, by, [ids[0]!], { askedAt: NOW, now: NOW }),
			closeEntry(store, by, ids[0]!, {}, NOW),
			reopenEntry(store, by, ids[0]!, NOW),
			closing(store, by, ids[0]!),
		])
			expect(await refusal(work)).toBe('page.unknown');
	expect(await refusal(confirmEntries(store, bo, [ids[0]!, ids[1]!], { askedAt: NOW, now: NOW }))).toBe('page.unknown');
	expect(await standing(store, ids[0]!), 'all or nothing').toMatchObject({ ...OLD, archivedAt: null });
});

test('closed by its owner it waits for the municipality, unless that lets its owners publish', async () => {
	const { store, ids, anna, bo } = await scene();
	const words = 'Vi lade ner i mars. Fråga 121212-1212.';
	expect(await closeEntry(store, anna, ids[0]!, { words }, NOW)).toBe('told');
	expect(await closeEntry(store, anna, ids[0]!, { words: 'igen' }, NOW), 'told once').toBe('told');
	expect(await store.errorReports.beside(ids[0]!, 0)).toMatchObject([
		{ listing: ids[0]!, what: 'closed', message: 'Vi lade ner i mars. Fråga ***.', replyTo: 'anna@example.org' },
	]);
	expect((await standing(store, ids[0]!)).archivedAt).toBeNull();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('1380', true));
	expect(await closeEntry(store, bo, ids[0]!, {}, NOW), 'an editor still waits').toBe('told');
	expect(await closeEntry(store, anna, ids[1]!, {}, NOW)).toBe('closed');
	expect((await standing(store, ids[1]!)).archivedAt).toBe(NOW);
	expect(await closing(store, anna, ids[1]!)).toMatchObject({ closed: true, atOnce: true });
	await reopenEntry(store, anna, ids[1]!, NOW + 1);
	expect((await standing(store, ids[1]!)).archivedAt).toBeNull();
	expect(await refusal(reopenEntry(store, anna, ids[1]!, NOW + 1)), 'nothing is closed').toBe('listing.unknown');
});

test('what an import or the municipality has taken away is not brought back by its owner', async () => {
	const { store, ids, anna } = await scene();
	await store.transaction(async (tx) => {
		await tx.revisions.letOwnersPublish('1380', true);
		await tx.listings.archive(ids[0]!, 'gone', NOW);
	});
	expect(await refusal(reopenEntry(store, anna, ids[0]!, NOW))).toBe('listing.unknown');
	expect(await refusal(closing(store, anna, ids[0]!))).toBe('listing.unknown');
});

test('who says that it is closed is not reminded again', async () => {
	const { store, ids, anna, bo } = await scene();
	for (const id of [ids[0]!, ids[1]!]) await closeEntry(store, anna, id, {}, NOW);
	const asked: number[] = [];
	await remind(store, NOW + 30 * DAY, ({ person }) => {
		asked.push(person.id);
		return { kind: 'reminder', recipient: person.email, subject: '', text: '', html: '', usefulFor: DAY };
	});
	expect(asked).toEqual([bo.id]);
});

test('letters are stopped by the link or the account, and come again when they are wanted', async () => {
	const { store, anna, toAnna, tokens } = await scene();
	expect(await stoppingBy(store, toAnna.stop, NOW + 300 * DAY), 'for a year and more').toBe(anna.id);
	expect(await refusal(stoppingBy(store, tokens[0]!, NOW)), 'another kind of link').toBe('reminder.spent');
	await wantReminders(store, anna.id, false, NOW);
	await wantReminders(store, anna.id, false, NOW + 1);
	expect(await store.freshness.stoppedAt(anna.id)).toBe(NOW);
	await wantReminders(store, anna.id, true, NOW);
	expect(await store.freshness.stoppedAt(anna.id)).toBeNull();
});

test("the municipality's list: the longest silent first, apart by whether somebody looks after them, and shorter by each answer", async () => {
	const { store, ids, anna, desk, elsewhere } = await scene();
	const later = NOW + 300 * DAY;
	const list = async (kept: boolean) => {
		const { entries, counts } = await silentIn(store, desk, '1380', { kept, now: later });
		return { names: entries.map(({ name }) => name), asked: entries.map(({ askedAt }) => askedAt), counts };
	};
	expect(await list(true)).toEqual({
		names: ['Ljungåsa Schackvänner', 'Ljungåsa bygdegård'],
		asked: [NOW, NOW],
		counts: { kept: 2, register: 1 },
	});
	expect((await list(false)).names).toEqual(['Ingens']);
	expect(await refusal(silentIn(store, elsewhere, '1380', { kept: true, now: later }))).toBe('page.unknown');
	expect(await refusal(silentIn(store, anna, '1380', { kept: true, now: later }))).toBe('page.unknown');
	expect((await silentIn(store, desk, '1380', { kept: true, now: NOW - 400 * DAY })).entries).toEqual([]);
	await confirmEntries(store, desk, [ids[2]!], { askedAt: later, now: later });
	expect(await standing(store, ids[2]!)).toMatchObject({ confirmedAt: later, confirmedBy: 'officer' });
	expect(await closeEntry(store, desk, ids[0]!, {}, later)).toBe('closed');
	expect((await list(true)).counts).toEqual({ kept: 1, register: 0 });
	await reopenEntry(store, desk, ids[0]!, later);
	expect((await list(true)).counts).toEqual({ kept: 2, register: 0 });
});

test('page by page the list shows everything once', async () => {
	const store = await testStore();
	const many = Array.from({ length: 60 }, (_, n) =>
		organisation({ name: `Klubb ${n}`, confirmedAt: NOW - (600 + (n % 7)) * DAY, confirmedBy: 'import' }),
	);
	const ids = await publish(store, ...many);
	const person = await store.transaction((tx) => tx.people.known('desk@example.org', 'sv', NOW));
	await store.transaction((tx) =>
		tx.people.give(person, { role: 'reviewer', listing: null, municipality: '1380' }, null, NOW),
	);
	const desk = (await store.people.actor(person))!;
	const seen: number[] = [];
	for (let after: { since: number; id: number } | null = { since: 0, id: 0 }; after; ) {
		const { entries, next } = await silentIn(store, desk, '1380', { kept: false, after, now: NOW });
		seen.push(...entries.map(({ id }) => id));
		after = next;
	}
	expect(seen).toHaveLength(60);
	expect([...seen].sort((a, b) => a - b)).toEqual(ids);
});
