import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baseMonth, changesSince, courseOf, keptFrom, monthsBetween } from '../../src/planning/change.ts';
import { Figures } from '../../src/planning/figures.ts';
import { figure, type Measure, measures } from '../../src/planning/measures.ts';
import { keepMonth, monthOf } from '../../src/server/monthly.ts';
import { openReader } from '../../src/store/connection.ts';
import { inventoryQueries } from '../../src/store/inventory.ts';
import { monthlyFigureQueries } from '../../src/store/monthly-figures.ts';
import { openStore } from '../../src/store/open.ts';
import { activity, NOW, organisation, publish, testStore } from '../store.ts';

const DAY = 86_400;

test('several processes that keep a month at once keep it once, whole', async () => {
	const store = await testStore();
	await publish(store, organisation(), organisation({ name: 'Andra' }), activity({ themes: ['chess'] }));
	const others = await Promise.all([1, 2, 3].map(() => openStore(store.folder)));
	const all = [store, ...others];
	const kept = await Promise.all(
		all.map((one) => keepMonth(one, NOW, async () => (await new Figures(one).at(NOW)).tallies)),
	);
	for (const other of others) other.close();
	expect(kept.filter(Boolean)).toEqual([true]);
	expect(await store.monthlyFigures.months()).toEqual([{ month: '2026-03', takenAt: NOW }]);
	const rows = await store.monthlyFigures.ofMonth('2026-03');
	expect(rows).toHaveLength(290);
	const halmstad = keptFrom(rows.find(({ municipality }) => municipality === '1380')!);
	expect(figure(halmstad.tally, 'organisation')).toBe(2);
	expect(figure(halmstad.tally, 'activity.theme.hobby')).toBe(1);
	expect(halmstad.population).toBe((await store.geography.municipality('1380'))!.population);
});

test('what fails keeps nothing, and the next try keeps all', async () => {
	const store = await testStore();
	const failing = {
		...store,
		geography: { ...store.geography, municipalities: async () => [{ code: '9999', population: 1 }] },
	};
	await expect(keepMonth(failing as never, NOW, async () => new Map())).rejects.toThrow('FOREIGN KEY');
	expect(await store.monthlyFigures.months()).toEqual([]);
	expect(await keepMonth(store, NOW, async () => new Map())).toBe(true);
});

test('a month is kept once, and begins at midnight in Sweden', async () => {
	const store = await testStore();
	let asked = 0;
	const keep = (now: number) =>
		keepMonth(store, now, async () => {
			asked++;
			return (await new Figures(store).at(now)).tallies;
		});
	const midnight = Date.UTC(2026, 2, 31, 22) / 1000;
	expect(await keep(midnight - 1)).toBe(true);
	expect(await keep(midnight - 1)).toBe(false);
	expect(await keep(midnight)).toBe(true);
	expect(await keep(midnight + 20 * DAY)).toBe(false);
	expect(asked).toBe(2);
	expect((await store.monthlyFigures.months()).map(({ month }) => month)).toEqual(['2026-03', '2026-04']);
	expect(monthOf(Date.UTC(2026, 11, 31, 23) / 1000)).toBe('2027-01');
});

test('the course of a municipality is told from what was kept, and what was not counted then is not none', async () => {
	const store = await testStore();
	const figures = new Figures(store);
	const keep = async (now: number) => keepMonth(store, now, async () => (await figures.at(now)).tallies);
	await publish(store, organisation());
	await keep(NOW);
	await publish(store, organisation({ name: 'Två' }), organisation({ name: 'Tre', themes: ['chess'] }));
	await keep(NOW + 31 * DAY);
	// As an older version would have kept it.
	await store.transaction(async (tx) => {
		await tx.monthlyFigures.begin('2025-12', NOW - 80 * DAY, ['organisation', 'gone.measure']);
		await tx.monthlyFigures.add({ municipality: '1380', month: '2025-12', population: 100_000, figures: [7, 9] });
	});
	const kept = (await store.monthlyFigures.course(['1380'])).map(keptFrom);
	expect(courseOf('organisation', kept)).toEqual([
		{ month: '2025-12', value: 7 },
		{ month: '2026-03', value: 1 },
		{ month: '2026-04', value: 3 },
	]);
	expect(courseOf('organisation.theme.chess', kept)).toEqual([
		{ month: '2026-03', value: 0 },
		{ month: '2026-04', value: 1 },
	]);
	const now = (await figures.at(NOW)).tallies.get('1380')!;
	expect(changesSince(['organisation', 'venue'], kept[0]!, now)).toEqual([
		{ measure: 'organisation', before: 7, now: 3 },
		{ measure: 'venue', before: null, now: 0 },
	]);
	// What was kept comes back as it was, figure by figure.
	const back = kept.at(-1)!.tally;
	expect([...back]).toEqual(measures.map((measure: Measure) => figure(now, measure)));
});

test('change is told over a year where there is one', () => {
	expect(monthsBetween('2025-11', '2026-02')).toBe(3);
	expect(baseMonth([], '2026-03')).toBeNull();
	expect(baseMonth(['2026-03'], '2026-03')).toBeNull();
	expect(baseMonth(['2026-01', '2026-02', '2026-03'], '2026-03')).toBe('2026-01');
	expect(baseMonth(['2024-12', '2025-02', '2025-03', '2025-04', '2026-02'], '2026-03')).toBe('2025-03');
});

test('no question about entries or kept figures reads a whole table', async () => {
	const store = await testStore();
	const { sqlite } = openReader(join(store.folder, 'samlas.db'));
	const sources: string[] = [];
	const prepare = sqlite.prepare.bind(sqlite);
	sqlite.prepare = ((source: string) => {
		sources.push(source);
		return prepare(source);
	}) as typeof sqlite.prepare;
	inventoryQueries({ sqlite, db: null as never });
	monthlyFigureQueries({ sqlite, db: null as never });
	const reading = sources.filter((source) => /^\s*SELECT/.test(source));
	expect(reading.length).toBeGreaterThan(6);
	const scans = reading.flatMap((source) => {
		const plan = prepare(`EXPLAIN QUERY PLAN ${source}`).all(
			...source
				.replace(/[^?]/g, '')
				.split('')
				.map(() => '1'),
		);
		return (plan as { detail: string }[]).map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'));
	});
	sqlite.close();
	// A handful of months, registers and their batches; lists that are given.
	expect(scans.filter((scan) => !/^SCAN (json_each|monthly_snapshots|r\b|b\b)/.test(scan))).toEqual([]);
});
