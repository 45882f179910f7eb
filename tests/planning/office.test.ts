import Fastify from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Unavailable } from '../../src/domain/errors.ts';
import { everyPlace } from '../../src/planning/choice.ts';
import { warmOnceListening } from '../../src/server/app.ts';
import { createDesk } from '../../src/server/planning-desk.ts';
import { createPlanningOffice } from '../../src/server/planning-office.ts';
import { testSite } from '../site.ts';
import { NOW, publish, testStore, venue } from '../store.ts';

const halmstad = {
	kind: 'municipality' as const,
	key: '1380',
	name: 'Halmstad',
	municipalities: ['1380'],
	locality: null,
	polygon: null,
};
const question = { area: halmstad, choice: everyPlace };
const hall = (name: string) => venue({ name, position: { lon: 12.86, lat: 56.67, precision: 'exact' } });

test('a thread answers as this one does, several questions at once, and sees what is published later', async () => {
	const store = await testStore();
	await publish(store, hall('Hall'));
	const office = createPlanningOffice({ folder: store.folder, routing: undefined, rest: 0 });
	onTestFinished(() => office.close());
	const told = await Promise.all(Array.from({ length: 5 }, () => office.ask('reach', question)));
	const here = await createDesk(store, () => NOW).ask('reach', question);
	for (const { answer } of told) expect(answer).toEqual(here.answer);
	expect(here.answer.places).toBe(1);
	await publish(store, hall('Hall två'));
	await expect.poll(async () => (await office.ask('reach', question)).answer.places, { timeout: 20_000 }).toBe(2);
}, 60_000);

test('a question that takes too long is refused, and the next is answered by a new thread', async () => {
	const store = await testStore();
	await publish(store, hall('Hall'));
	const hasty = createPlanningOffice({ folder: store.folder, routing: undefined }, { longest: 0 });
	onTestFinished(() => hasty.close());
	await expect(hasty.ask('reach', question)).rejects.toThrow(Unavailable);
	const patient = createPlanningOffice({ folder: store.folder, routing: undefined });
	onTestFinished(() => patient.close());
	await expect(patient.ask('nonsense' as 'reach', question)).rejects.toThrow();
	expect((await patient.ask('reach', question)).answer.places).toBe(1);
}, 60_000);

test('an answer is kept until an entry, the people or the day change', async () => {
	const store = await testStore();
	await publish(store, hall('Hall'));
	let now = NOW;
	const desk = createDesk(store, () => now, { rest: 0 });
	const first = await desk.ask('reach', question);
	expect(await desk.ask('reach', structuredClone(question))).toBe(first);
	now += 86_400;
	await expect.poll(async () => (await desk.ask('reach', question)) === first, { timeout: 20_000 }).toBe(false);
});

test('made ready, the store is read and counted once, by whoever asks first: who asks meanwhile waits for the same reading', async () => {
	const store = await testStore();
	await publish(store, hall('Hall'));
	const read = vi.spyOn(store.supply, 'read');
	const counted = vi.spyOn(store.inventory, 'of');
	const desk = createDesk(store, () => NOW, { rest: 0 });
	const ready = desk.ask('ready', null);
	const meanwhile = desk.ask('reach', question);
	expect((await meanwhile).answer.places).toBe(1);
	await ready;
	expect(read).toHaveBeenCalledTimes(1);
	const before = counted.mock.calls.length;
	expect(before).toBe(290);
	await desk.ask('here', { area: halmstad, month: null });
	await desk.ask('here', { area: { ...halmstad, key: '1480', municipalities: ['1480'] }, month: null });
	expect(counted).toHaveBeenCalledTimes(before);
});

test('a server is made ready once it answers, and not before; what goes wrong then is told and hurts nobody', async () => {
	const { planning } = await testSite([hall('Hall')]);
	const warm = vi.spyOn(planning, 'warm');
	const app = Fastify();
	warmOnceListening(app, planning);
	onTestFinished(() => app.close());
	await app.ready();
	expect(warm).not.toHaveBeenCalled();
	await app.listen({ port: 0, host: '127.0.0.1' });
	expect(warm).toHaveBeenCalledTimes(1);

	const told = vi.spyOn(console, 'error').mockReturnValue();
	onTestFinished(() => told.mockRestore());
	const lost = createPlanningOffice({ folder: '/nowhere/at/all', routing: undefined });
	await lost.warm();
	expect(told).toHaveBeenCalled();
	await lost.close();
}, 60_000);
