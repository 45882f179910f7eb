import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn } from '../../src/server/in-turn.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server whose pages are done when the test says so; `begun` names those that it has begun to make, in order. */
function server() {
	const begun: string[] = [];
	const answers = new Map<string, EventEmitter & { destroyed: boolean }>();
	const handler = inTurn((req) => void begun.push(req.url!));
	const ask = (url: string, method = 'GET') => {
		const answer = Object.assign(new EventEmitter(), { destroyed: false });
		answers.set(url, answer);
		void handler({ url, method } as IncomingMessage, answer as unknown as ServerResponse, () => {});
	};
	return { begun, ask, done: (url: string) => answers.get(url)!.emit('close'), answers };
}

const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `/${from + n}`);

test('pages are made a few at a time, in the order they were asked for', () => {
	const { begun, ask, done } = server();
	for (const name of names(1, 20)) ask(name);
	expect(begun).toEqual(names(1, 8));
	done('/3');
	expect(begun).toEqual(names(1, 9));
	// The same answer ends once.
	done('/3');
	expect(begun).toEqual(names(1, 9));
	for (const name of names(1, 9)) if (name !== '/3') done(name);
	expect(begun).toEqual(names(1, 17));
});

test('one that waits for something else holds nobody up, also when it ends afterwards', () => {
	const { begun, ask, done } = server();
	for (const name of names(1, 40)) ask(name);
	vi.advanceTimersByTime(49);
	expect(begun).toHaveLength(8);
	vi.advanceTimersByTime(1);
	expect(begun).toEqual(names(1, 16));
	for (const name of names(1, 8)) done(name);
	expect(begun).toEqual(names(1, 16));
	done('/9');
	expect(begun).toEqual(names(1, 17));
});

test('who has gone is passed over, and what somebody sends is taken at once', () => {
	const { begun, ask, done, answers } = server();
	for (const name of names(1, 10)) ask(name);
	answers.get('/9')!.destroyed = true;
	ask('/form', 'POST');
	expect(begun).toEqual([...names(1, 8), '/form']);
	done('/1');
	expect(begun).toEqual([...names(1, 8), '/form', '/10']);
});
