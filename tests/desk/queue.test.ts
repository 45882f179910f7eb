import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
	QUEUE_PAGE,
	type QueueKind,
	queueHref,
	queueKinds,
	queueKindsInOrder,
	queueView,
} from '../../src/domain/queue.ts';
import type { Store } from '../../src/store/open.ts';
import { WAITING } from '../../src/store/queue.ts';
import { NOW, organisation, publish, testStore } from '../store.ts';

const DAY = 86_400;

/** A store with entries in two municipalities and somebody who asks. */
async function scene() {
	const store = await testStore();
	const [id, other] = await publish(
		store,
		organisation({ texts: { en: { name: 'Ljungåsa Chess Friends' } } }),
		organisation({ name: 'Annan förening', municipality: '0180' }),
	);
	return { store, id: id!, other: other! };
}

let asked = 0;
const somebody = (store: Store) => store.transaction((tx) => tx.people.known(`asks-${asked++}@example.org`, 'sv', NOW));

async function change(store: Store, listing: number, days: number, field = 'phone', municipality = '1380') {
	const person = await somebody(store);
	const changes = [{ field, before: null, after: 'x' }];
	return store.transaction((tx) =>
		tx.revisions.add({ listing, municipality, person, changes, published: false }, NOW - days * DAY),
	);
}

async function claim(store: Store, listing: number, days: number, municipality = '1380') {
	const person = await somebody(store);
	const more = { way: 'reviewer', state: 'waiting', note: 'Jag är kassör.', code: null, expiresAt: null } as const;
	await store.transaction((tx) => tx.claims.add({ listing, municipality, person, ...more, now: NOW - days * DAY }));
}

const waiting = async (store: Store, municipalities = ['1380'], kind: QueueKind | null = null, page = 1) =>
	(await store.queue.page({ kind, municipalities }, page, 'sv')).map((item) => `${item.kind} ${(NOW - item.at) / DAY}`);

test('what somebody waits for and facts come before prose; but what has waited long comes before all that is new', async () => {
	const { store, id } = await scene();
	await change(store, id, 0, 'texts.sv.description');
	await change(store, id, 2);
	await claim(store, id, 0);
	await change(store, id, 8, 'texts.en.description');
	expect(await waiting(store)).toEqual(['revision 8', 'claim 0', 'revision 2', 'revision 0']);
});

test('nothing is overtaken for ever: no head start is longer than a season', () => {
	const days = Object.values(queueKinds).flatMap((kind) => [
		kind.days,
		...Object.values((kind as { sorts?: Record<string, number> }).sorts ?? {}),
	]);
	expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(90);
});

test('an item says what it is about, in the reader’s language', async () => {
	const { store, id } = await scene();
	await change(store, id, 1);
	const [item] = await store.queue.page({ kind: null, municipalities: ['1380'] }, 1, 'en');
	expect(item).toEqual({
		...{ kind: 'revision', id: 1, municipality: '1380', name: 'Ljungåsa Chess Friends', entryKind: 'organisation' },
		...{ said: '["phone"]', at: NOW - DAY },
	});
});

test('a desk sees its own municipalities, a kind where one is asked for, and nothing that is decided', async () => {
	const { store, id, other } = await scene();
	const decided = await change(store, id, 3);
	await change(store, id, 1);
	await claim(store, id, 1);
	await change(store, other, 5, 'phone', '0180');
	await store.transaction((tx) => tx.revisions.decide(decided, { state: 'declined', words: 'Nej.', by: 1, now: NOW }));
	expect(await waiting(store)).toEqual(['claim 1', 'revision 1']);
	expect(await waiting(store, ['1380'], 'claim')).toEqual(['claim 1']);
	expect(await waiting(store, ['0180'])).toEqual(['revision 5']);
	expect(await waiting(store, [])).toEqual([]);
	expect(await store.queue.counts(['1380', '0180'])).toEqual([
		{ kind: 'claim', municipality: '1380', count: 1 },
		{ kind: 'revision', municipality: '0180', count: 1 },
		{ kind: 'revision', municipality: '1380', count: 1 },
	]);
	expect(await store.queue.counts(['2583'])).toEqual([]);
});

test('after one comes the next, after the last the first; pages follow each other without a gap', async () => {
	const { store, id } = await scene();
	for (let n = 0; n < QUEUE_PAGE + 3; n++) await change(store, id, n % 5);
	const of = { kind: null, municipalities: ['1380'] };
	const pages = [...(await store.queue.page(of, 1, 'sv')), ...(await store.queue.page(of, 2, 'sv'))];
	expect(pages.map(({ at }) => at)).toEqual(pages.map(({ at }) => at).sort((a, b) => a - b));
	expect(new Set(pages.map((item) => item.id)).size).toBe(QUEUE_PAGE + 3);
	for (const [place, { kind, id: number }] of pages.entries())
		expect((await store.queue.after(of, { kind, id: number }))?.id).toBe(pages[(place + 1) % pages.length]!.id);
	expect((await store.queue.after(of, { kind: 'claim', id: 99 }))?.id, 'from one that is gone').toBe(pages[0]!.id);
	const alone = { kind: 'claim' as const, municipalities: ['1380'] };
	expect(await store.queue.after(alone, { kind: 'revision', id: 1 })).toBeUndefined();
});

test('each kind is read by an index over what waits, however much has been decided', async () => {
	const store = await testStore();
	const file = new Database(join(store.folder, 'samlas.db'), { readonly: true });
	const plan = file
		.prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${WAITING}`)
		.all({ municipalities: '["1380"]', kind: null });
	file.close();
	const read = plan.map(({ detail }) => detail).filter((detail) => !/json_each/.test(detail));
	expect(read.filter((detail) => /^SCAN /.test(detail))).toEqual([]);
	expect(read.filter((detail) => /USING (COVERING )?INDEX/.test(detail)).length).toBe(queueKindsInOrder.length);
});

test('500 that wait in all municipalities are three questions to the store', async () => {
	const { store, id } = await scene();
	const codes = (await store.geography.municipalities()).map(({ code }) => code);
	await store.transaction(async (tx) => {
		for (let n = 0; n < 500; n++) {
			const asks = await tx.people.known(`many-${n}@example.org`, 'sv', NOW);
			const change = { listing: id, municipality: codes[n % codes.length]!, person: asks, published: false };
			await tx.revisions.add({ ...change, changes: [{ field: 'phone', before: null, after: 'x' }] }, NOW - n);
		}
	});
	const file = new Database(':memory:');
	const statement = Object.getPrototypeOf(file.prepare('SELECT 1')) as Record<'all' | 'get', () => unknown>;
	file.close();
	const [all, get] = [vi.spyOn(statement, 'all'), vi.spyOn(statement, 'get')];
	const of = { kind: null, municipalities: codes };
	const counts = await store.queue.counts(codes);
	const items = await store.queue.page(of, 3, 'sv');
	await store.queue.after(of, items[0]!);
	expect(all.mock.calls.length + get.mock.calls.length).toBe(3);
	vi.restoreAllMocks();
	expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(500);
	expect(items.length).toBe(QUEUE_PAGE);
});

test.each([
	['', { kind: null, municipality: null, page: 1 }],
	['kind=claim&municipality=1380&page=3', { kind: 'claim', municipality: '1380', page: 3 }],
	['kind=toString&municipality=13801&page=0', { kind: null, municipality: null, page: 1 }],
	['kind=__proto__&municipality=%27&page=1e9', { kind: null, municipality: null, page: 1 }],
	['page=999999999999', { kind: null, municipality: null, page: 1 }],
])('an address says what is looked at: ?%s', (text, view) => {
	expect(queueView(new URLSearchParams(text))).toEqual(view);
});

test('a view survives its address', () => {
	const views = fc.record({
		kind: fc.constantFrom(null, ...queueKindsInOrder),
		municipality: fc.constantFrom(null, '1380', '0180'),
		page: fc.integer({ min: 1, max: 99_999 }),
	});
	fc.assert(
		fc.property(views, (view) => {
			expect(queueView(new URLSearchParams(queueHref(view, { page: view.page })))).toEqual(view);
			expect(queueView(new URLSearchParams(queueHref(view))).page).toBe(1);
		}),
	);
});
