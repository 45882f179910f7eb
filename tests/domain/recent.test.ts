import { expect, test } from 'vitest';
import { Recent, Repeats } from '../../src/domain/recent.ts';

/** Makes its own number, and notes that it did. */
function counting() {
	const made: string[] = [];
	return { made, make: (key: string) => () => `${key}${made.push(key)}` };
}

test('what was made is given again, until the version is another', () => {
	const { made, make } = counting();
	const recent = new Recent<string, string>(3);
	recent.renew(1);
	expect([recent.of('a', make('a')), recent.of('a', make('a')), recent.of('b', make('b'))]).toEqual(['a1', 'a1', 'b2']);
	recent.renew(1);
	expect(recent.of('a', make('a'))).toBe('a1');
	recent.renew(2);
	expect(recent.of('a', make('a'))).toBe('a3');
	expect(made).toEqual(['a', 'b', 'a']);
});

test('at most twice as many are kept, those asked for lately longest', () => {
	const { make } = counting();
	const recent = new Recent<number, string>(2);
	for (let key = 0; key < 40; key++) {
		recent.of(key, make(`${key}.`));
		expect(recent.of(0, make('0.')), 'asked for all the time').toBe('0.1');
	}
	const kept = Array.from({ length: 40 }, (_, one) => one).filter((one) => recent.get(one) !== undefined);
	expect(kept).toContain(0);
	expect(kept.length).toBeLessThanOrEqual(4);
});

test('a promise that fails is made anew for who asks next; one that holds is shared', async () => {
	const recent = new Recent<string, Promise<number>>(2);
	let tries = 0;
	const make = async () => {
		if (++tries === 1) throw new Error('not yet');
		return tries;
	};
	await expect(recent.of('a', make)).rejects.toThrow('not yet');
	const [first, second] = [recent.of('a', make), recent.of('a', make)];
	expect(second).toBe(first);
	expect([await first, tries]).toEqual([2, 2]);
});

test('what was asked for lately is known, what nobody asked for since is not', () => {
	const repeats = new Repeats(2);
	expect(['a', 'a', 'b', 'a'].map((key) => repeats.again(key))).toEqual([false, true, false, true]);
	for (const key of ['c', 'd', 'e', 'f']) repeats.again(key);
	expect(repeats.again('b')).toBe(false);
});
