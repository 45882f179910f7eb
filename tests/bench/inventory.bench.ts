// What planning counts, over the 510 000 entries of the invented country: all municipalities, one of them again after a change,
// and what a municipality's report asks for. Controls: the same sum of associations by theme in one grouped statement over the
// whole country, and over one municipality. Processor time, since what else the machine does is not ours.

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemo } from '../../db/demo/index.ts';
import type { Area } from '../../src/planning/area.ts';
import { Figures } from '../../src/planning/figures.ts';
import { figure, sumOf } from '../../src/planning/measures.ts';
import { keepMonth } from '../../src/server/monthly.ts';
import { createDesk } from '../../src/server/planning-desk.ts';
import { openReader } from '../../src/store/connection.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { isPublic } from '../../src/store/public.ts';
import { ms, printTable } from './figures.ts';

/** Filling the country takes minutes: it is kept for the next time, and by other benches. */
const country = process.env.SAMLAS_BENCH_STORE ?? join(tmpdir(), 'samlas-bench-country');
const now = Math.floor(Date.now() / 1000);
const STOCKHOLM = '0180';
const HALMSTAD = '1380';

/** What some work gives, and the processor milliseconds it took. */
async function spent<T>(work: () => T | Promise<T>): Promise<{ made: T; cpu: number }> {
	const began = process.cpuUsage();
	const made = await work();
	const { user, system } = process.cpuUsage(began);
	return { made, cpu: (user + system) / 1000 };
}

/** The controls: associations under a theme or what lies above it, each once, by municipality; some of them or all. */
function grouped(folder: string) {
	const { sqlite } = openReader(join(folder, 'samlas.db'));
	const sql = (where: string) => `SELECT l.municipality, t.theme, count(DISTINCT l.id) AS count
		FROM listings l JOIN listing_themes t ON t.listing = l.id
		WHERE ${isPublic('l')} AND l.kind = 'organisation' ${where} GROUP BY l.municipality, t.theme`;
	const [all, one] = [sqlite.prepare(sql('')), sqlite.prepare(sql('AND l.municipality = ?'))];
	return { all: () => all.all().length, one: (code: string) => one.all(code).length, close: () => sqlite.close() };
}

const area = (code: string): Area => ({
	...{ kind: 'municipality', key: code, name: code, municipalities: [code], locality: null, polygon: null },
});

async function confirmOneOf(store: Store, code: string): Promise<void> {
	const [first] = await store.inventory.of(code);
	await store.transaction((tx) => tx.listings.confirm(first!.id, 'owner', now));
}

if (!existsSync(join(country, 'samlas.db'))) console.log('Filling the country …');
const store = await openStore(country);
if ((await store.municipalities.invented()) === 'none') await seedDemo(store, { now, scale: 'national' });
const figures = new Figures(store);
const control = grouped(country);
const whole = await spent(() => figures.at(now));
const entries = sumOf(whole.made.tallies.values());
const count = figure(entries, 'organisation') + figure(entries, 'venue') + figure(entries, 'activity');
console.log(`${count} entries of ${whole.made.tallies.size} municipalities; processor milliseconds.`);
const lines = [
	{ what: 'all municipalities counted', 'cpu ms': ms(whole.cpu), 'control cpu ms': ms((await spent(control.all)).cpu) },
];
for (const code of [HALMSTAD, STOCKHOLM]) {
	await confirmOneOf(store, code);
	const { cpu } = await spent(() => figures.at(now));
	const beside = await spent(() => control.one(code));
	lines.push({ what: `counted again after a change in ${code}`, 'cpu ms': ms(cpu), 'control cpu ms': ms(beside.cpu) });
}
const kept = await spent(() => keepMonth(store, now, async () => (await figures.at(now)).tallies));
if (kept.made) lines.push({ what: 'a month of all municipalities kept', 'cpu ms': ms(kept.cpu), 'control cpu ms': '' });
const desk = createDesk(store, () => now);
await desk.ask('here', { area: area('2283'), month: null });
for (const code of [HALMSTAD, STOCKHOLM]) {
	const asked = await spent(async () => {
		await desk.ask('here', { area: area(code), month: null });
		await desk.ask('whom', { area: area(code), month: null });
		await desk.ask('change', { area: area(code) });
	});
	lines.push({
		what: `the report's three questions of ${code}, first asked`,
		'cpu ms': ms(asked.cpu),
		'control cpu ms': '',
	});
}
printTable(lines);
control.close();
store.close();
