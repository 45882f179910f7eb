import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortKey } from '../../src/finder/fold.ts';
import { Names } from '../../src/finder/names.ts';

const anyKey = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.string({ unit: 'grapheme', maxLength: 12 }).map(sortKey),
	fc.constantFrom('', 'aa', 'aaa', 'aab', 'ö', '}rebro', 'Ł', 'ア', '\u{1f600}', '\uffff'),
);

const filled = (keys: readonly string[]): Names => {
	const names = new Names();
	for (const key of keys) names.push(key);
	return names;
};

test('names are told as they were given, and stand in the order of strings, written down and read again too', () => {
	fc.assert(
		fc.property(fc.array(anyKey, { minLength: 1, maxLength: 30 }), (keys) => {
			const again = new Names();
			again.thaw(filled(keys).freeze());
			for (const names of [filled(keys), again]) {
				expect(keys.map((_, doc) => names.of(doc))).toEqual(keys);
				expect([...names.lengths.added]).toEqual(keys.map(({ length }) => length));
				const docs = [...keys.keys()].sort((one, other) => names.compare(one, other) || one - other);
				expect(docs.map((doc) => keys[doc])).toEqual([...keys].sort());
			}
		}),
	);
});

test('what is added after reading stands behind what was read', () => {
	const names = new Names();
	names.thaw(filled(['bo', 'アニメ']).freeze());
	names.push('an');
	expect([0, 1, 2].map((doc) => names.of(doc))).toEqual(['bo', 'アニメ', 'an']);
	expect(names.compare(2, 0)).toBeLessThan(0);
});
