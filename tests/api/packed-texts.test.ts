import { expect, test } from 'vitest';
import { chance } from '../../db/demo/chance.ts';
import { bytesOf } from '../../src/api/bytes.ts';
import { PackedTexts } from '../../src/api/packed-texts.ts';

const PAGE = 256 * 1024;
const mine = chance(3);
/** Letters of one to four bytes. */
const anyText = (length: number) => Array.from({ length }, () => mine.one(['a', 'å', 'ሀ', '🎈'])).join('');

/** A text as it is put into an answer, between others. */
function textOf(texts: PackedTexts, number: number): string | undefined {
	let found = false;
	const bytes = bytesOf((out) => {
		out.text('“');
		found = texts.copy(number, out);
		out.ascii('"');
	});
	return found ? bytes.toString().slice(1, -1) : undefined;
}

test('a text is given back as it was kept, until it is kept anew or all is forgotten', () => {
	const texts = new PackedTexts(4 * PAGE);
	texts.set(1, 'Ljungåsa “schack” 🎈');
	texts.set(2, '');
	expect([textOf(texts, 1), textOf(texts, 2), textOf(texts, 3)]).toEqual(['Ljungåsa “schack” 🎈', '', undefined]);
	texts.set(1, 'x');
	expect(textOf(texts, 1)).toBe('x');
	texts.clear();
	expect([textOf(texts, 1), textOf(texts, 2)]).toEqual([undefined, undefined]);
	texts.set(2, 'y');
	expect([textOf(texts, 1), textOf(texts, 2)]).toEqual([undefined, 'y']);
});

test('the oldest make room, and whatever is given is what was kept last', () => {
	const texts = new PackedTexts(3 * PAGE);
	const kept = new Map<number, string>();
	let given = 0;
	for (let time = 0; time < 6000; time++) {
		const number = mine.whole(0, 500);
		const text = anyText(mine.whole(0, 400));
		texts.set(number, text);
		kept.set(number, text);
		const asked = mine.whole(0, 500);
		const found = textOf(texts, asked);
		if (found === undefined) continue;
		expect(found).toBe(kept.get(asked));
		given++;
	}
	expect(given).toBeGreaterThan(3000);
	texts.set(1000, 'the oldest');
	for (let number = 0; number < 3 * PAGE; number += 300) texts.set(2000 + number, anyText(300));
	expect(textOf(texts, 1000)).toBeUndefined();
});

test('what is longer than a page is not kept', () => {
	const texts = new PackedTexts(PAGE);
	texts.set(1, 'a'.repeat(PAGE - 4));
	expect(textOf(texts, 1)).toHaveLength(PAGE - 4);
	texts.set(1, 'a'.repeat(PAGE));
	expect(textOf(texts, 1)).toBeUndefined();
});

test('an answer grows as it is put together, and is never another’s', () => {
	const letters = ['a'.repeat(300_000), 'ሀ'.repeat(500_000), 'å'.repeat(10)];
	const answers = letters.map((text) => bytesOf((out) => out.text(text)));
	expect(answers.map((bytes) => bytes.toString() === letters[answers.indexOf(bytes)])).toEqual([true, true, true]);
});
