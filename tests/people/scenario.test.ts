import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { heldAbout } from '../../src/domain/account.ts';
import { type Invalid, NotFound } from '../../src/domain/errors.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import { forgetWhatIsOld, kept } from '../../src/domain/retention.ts';
import { removeScenario, renameScenario, saveScenario, scenarioFor } from '../../src/domain/scenario.ts';
import type { Alteration } from '../../src/domain/scenario-plan.ts';
import { spanOfDate } from '../../src/domain/time.ts';
import { trailQuery } from '../../src/domain/trail.ts';
import type { Store } from '../../src/store/open.ts';
import { actionLabel } from '../../src/text/trail.ts';
import { NOW, publish, testStore, venue } from '../store.ts';

const plan: Alteration[] = [
	{ do: 'close', venue: 3 },
	{ do: 'move', venue: 4, lon: 12.85, lat: 56.67 },
	{ do: 'town', locality: 2708365 },
];
const here = { municipality: '1380', choice: 'evening=1', plan };

async function person(store: Store, email: string, role?: RoleHeld): Promise<Actor> {
	const id = await store.transaction(async (tx) => {
		const known = await tx.people.known(email, 'sv', NOW);
		if (role) await tx.people.give(known, role, null, NOW);
		return known;
	});
	return (await store.people.actor(id))!;
}
const desk = (store: Store, municipality = '1380') =>
	person(store, `desk-${municipality}@example.org`, { role: 'reviewer', listing: null, municipality });
const wrong = (work: Promise<unknown>) => work.then(() => null).catch((reason: Invalid) => reason.fields ?? reason.key);

test('a scenario is kept, renamed and taken away by the staff of its municipality, with a step in the trail each', async () => {
	const store = await testStore();
	const anna = await desk(store);
	const id = await saveScenario(store, anna, here, { name: ' Stäng\u202e två  ' }, NOW);
	expect(await scenarioFor(store, anna, id)).toEqual({
		...{ ...here, id, name: 'Stäng  två', unread: 0, madeAt: NOW, changedAt: NOW },
		by: { name: null, email: 'desk-1380@example.org' },
	});
	const bo = await person(store, 'bo@example.org', { role: 'administrator', listing: null, municipality: '1380' });
	await renameScenario(store, bo, id, { name: 'Flytta en' }, NOW + 60);
	expect(await store.scenarios.of('1380')).toMatchObject([{ id, name: 'Flytta en', changedAt: NOW + 60 }]);
	await removeScenario(store, bo, id, NOW + 90);
	expect(await store.scenarios.of('1380')).toEqual([]);
	const trail = await store.audit.search(trailQuery(new URLSearchParams(), spanOfDate), ['1380']);
	expect(trail.map(({ action, by, before, after }) => ({ action, by, before, after }))).toEqual([
		{ action: 'scenario.removed', by: `person:${bo.id}`, before: { name: 'Flytta en' }, after: {} },
		{ action: 'scenario.renamed', by: `person:${bo.id}`, before: { name: 'Stäng  två' }, after: { name: 'Flytta en' } },
		{ action: 'scenario.saved', by: `person:${anna.id}`, before: {}, after: { name: 'Stäng  två' } },
	]);
	for (const { action } of trail) expect(actionLabel(action)).not.toBe(action);
});

test('nobody else sees or touches it: not found', async () => {
	const store = await testStore();
	const [listing] = await publish(store, venue());
	const id = await saveScenario(store, await desk(store), here, { name: 'Ett' }, NOW);
	const others = [
		await desk(store, '0180'),
		await person(store, 'owner@example.org', { role: 'owner', listing: listing!, municipality: null }),
		await person(store, 'nobody@example.org'),
	];
	for (const one of others) {
		await expect(saveScenario(store, one, here, { name: 'Två' }, NOW)).rejects.toThrow(NotFound);
		await expect(scenarioFor(store, one, id)).rejects.toThrow(NotFound);
		await expect(renameScenario(store, one, id, { name: 'x' }, NOW)).rejects.toThrow(NotFound);
		await expect(removeScenario(store, one, id, NOW)).rejects.toThrow(NotFound);
	}
	expect(await store.scenarios.of('1380')).toMatchObject([{ name: 'Ett' }]);
});

test('what is missing, too long, taken or no scenario is refused, each beside its field', async () => {
	const store = await testStore();
	const anna = await desk(store);
	const save = (name: unknown, what: object = here) =>
		wrong(saveScenario(store, anna, { ...here, ...what }, { name }, NOW));
	expect(await save('\u200e ')).toEqual({ name: 'missing' });
	expect(await save(undefined)).toEqual({ name: 'missing' });
	expect(await save('x'.repeat(81))).toEqual({ name: 'long' });
	expect(await save('Ett', { plan: [] })).toEqual({ plan: 'missing' });
	expect(await save('Åtta')).toBeNull();
	expect(await save('åTTA')).toEqual({ name: 'taken' });
	expect(await save('Atta'), 'å is another letter').toBeNull();
	const [id] = (await store.scenarios.of('1380')).map((one) => one.id);
	expect(await wrong(renameScenario(store, anna, id!, { name: 'åtta' }, NOW))).toEqual({ name: 'taken' });
	expect(await wrong(renameScenario(store, anna, id!, { name: 'ATTA' }, NOW)), 'its own').toBeNull();
	for (const bad of [
		{ do: 'close', venue: 0 },
		{ do: 'move', venue: 1, lon: 2.35, lat: 48.85 },
		{ do: 'close', venue: 1, more: 1 },
	])
		expect(Object.keys((await save('Fel', { plan: [bad] })) ?? {})[0]).toMatch(/^plan\.0/);
});

test('it goes after two years without a change; its maker is told of it, and it stays without them', async () => {
	const store = await testStore();
	const anna = await desk(store);
	const id = await saveScenario(store, anna, here, { name: 'Gammalt' }, NOW);
	await saveScenario(store, anna, here, { name: 'Nyare' }, NOW + 10);
	expect((await heldAbout(store, anna, NOW)).scenarios).toMatchObject([{ name: 'Gammalt', plan }, { name: 'Nyare' }]);
	await store.transaction((tx) => tx.people.erase(anna.id));
	expect(await store.scenarios.get(id)).toMatchObject({ by: null });
	await forgetWhatIsOld(store, NOW + kept.scenario);
	expect(await store.scenarios.of('1380')).toHaveLength(2);
	await forgetWhatIsOld(store, NOW + kept.scenario + 1);
	expect(await store.scenarios.of('1380')).toMatchObject([{ name: 'Nyare' }]);
});

test('what another Samlas kept and this one cannot read is left out and counted', async () => {
	const store = await testStore();
	const id = await saveScenario(store, await desk(store), here, { name: 'Ett' }, NOW);
	const db = new Database(join(store.folder, 'samlas.db'));
	db.prepare('UPDATE scenarios SET plan = ?').run(JSON.stringify([plan[0], { do: 'sell', venue: 1 }, null]));
	db.close();
	expect(await store.scenarios.get(id)).toMatchObject({ plan: [plan[0]], unread: 2 });
});

test('of the venues of a scenario those that are gone are known by name, and nothing that never was public', async () => {
	const store = await testStore();
	const [open, shut, other] = await publish(
		store,
		venue({ name: 'Åsgården' }),
		venue({ name: 'Bodgården' }),
		venue({ name: 'Annans', municipality: '0180' }),
	);
	const hidden = await store.transaction((tx) =>
		tx.listings.create(venue({ name: 'Hemlig' }), { at: NOW, publish: false }),
	);
	await store.transaction((tx) => tx.listings.archive(shut!, 'closed', NOW));
	expect((await store.scenarios.venues('1380')).map(({ name }) => name)).toEqual(['Åsgården']);
	expect(await store.scenarios.goneOf('1380', [open!, shut!, other!, hidden, 999])).toEqual([
		{ id: shut, name: 'Bodgården' },
	]);
});
