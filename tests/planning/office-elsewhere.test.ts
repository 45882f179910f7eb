import { EventEmitter } from 'node:events';
import { deserialize, serialize } from 'node:v8';
import { expect, test, vi } from 'vitest';
import { Unavailable } from '../../src/domain/errors.ts';
import { answerPlanning, createPlanningElsewhere } from '../../src/server/planning-elsewhere.ts';
import type { PlanningOffice } from '../../src/server/planning-office.ts';

const question = { now: 1 };
const tallies = new Map([['1380', new Map([['organisation', 3]])]]);

/** Two processes that tell each other what can be told between processes, one of them looking after the other. */
function processes(ask: (topic: string, question: unknown) => Promise<unknown>) {
	const [above, below] = [new EventEmitter(), new EventEmitter()];
	const over = (message: unknown) => deserialize(serialize(message));
	const isConnected = vi.fn(() => true);
	const worker = Object.assign(above, {
		isConnected,
		send: (message: unknown) => below.emit('message', over(message)),
	});
	const line = Object.assign(below, {
		send: (message: unknown, _: unknown, __: unknown, sent: (reason: Error | null) => void) => {
			if (!isConnected()) return sent(new Error('gone'));
			above.emit('message', over(message));
			sent(null);
		},
	});
	const office = { ask, warm: async () => {}, close: async () => {} } as unknown as PlanningOffice;
	answerPlanning(worker as never, office);
	return { planning: createPlanningElsewhere(line as never), isConnected, worker };
}

test('several processes are answered by the one who looks after them, each question its own answer, maps and all', async () => {
	const ask = vi.fn(async (topic: string, asked: unknown) => ({
		answer: topic === 'tallies' ? tallies : asked,
		at: 7,
	}));
	const { planning, worker } = processes(ask);
	worker.emit('message', { something: 'else' });
	const [one, other] = await Promise.all([planning.ask('tallies', question), planning.ask('asOf', null)]);
	expect(one).toEqual({ answer: tallies, at: 7 });
	expect(other).toEqual({ answer: null, at: 7 });
	expect(ask.mock.calls).toEqual([
		['tallies', question],
		['asOf', null],
	]);
});

test('what is refused or fails there is refused or fails here, and a line that is cut refuses', async () => {
	const late = processes(() => Promise.reject(new Unavailable('planning.broken')));
	await expect(late.planning.ask('asOf', null)).rejects.toThrow(Unavailable);
	const wrong = processes(() => Promise.reject(new Error('of its own')));
	await expect(wrong.planning.ask('asOf', null)).rejects.toThrow('of its own');
	wrong.isConnected.mockReturnValue(false);
	await expect(wrong.planning.ask('asOf', null)).rejects.toThrow(Unavailable);
});

test('who has died meanwhile is told nothing', async () => {
	let answer = () => {};
	const { planning, isConnected, worker } = processes(
		() => new Promise((resolve) => (answer = () => resolve({ answer: null, at: 7 }))),
	);
	const send = vi.spyOn(worker, 'send');
	void planning.ask('asOf', null);
	isConnected.mockReturnValue(false);
	answer();
	await new Promise(setImmediate);
	expect(send).not.toHaveBeenCalled();
});
