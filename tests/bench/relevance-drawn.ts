import { chance } from '../../db/demo/chance.ts';
import type { RealRow } from './real-associations.ts';
import type { Labelled } from './relevance-set.ts';

const SEED = 20251029;
const EACH = 10;

/** Numbers and names drawn from the register itself, the same ones each time; nothing of them is written down. */
export function drawn(rows: readonly RealRow[]): Labelled[] {
	const mine = chance(SEED);
	const some = (fits: (row: RealRow) => boolean) => {
		const left = rows.filter(fits);
		return Array.from({ length: EACH }, () => mine.one(left));
	};

	/** One slip in the longest word, not at its first letter: a letter forgotten, doubled, swapped or wrong. */
	function misspell(name: string): string {
		const longest = name.split(' ').reduce((a, b) => (b.length > a.length ? b : a));
		const place = mine.whole(1, longest.length - 2);
		const [before, letter, after] = [longest.slice(0, place), longest[place]!, longest.slice(place + 1)];
		const slip = mine.one([
			before + after,
			before + letter + letter + after,
			before + after[0] + letter + after.slice(1),
			before + mine.one([...'aeiostr']) + after,
		]);
		return name.replace(longest, slip);
	}

	const numbers = some(({ org_number }) => /^\d\d[2-9]\d{3}-\d{4}$/.test(org_number ?? ''));
	const named = ({ name }: RealRow) => /^\p{L}{3,}(?: \p{L}{3,}){1,3}$/u.test(name) && /\p{L}{7}/u.test(name);
	return [
		...numbers.map(({ org_number }, place): Labelled => {
			return { group: 'number', q: writtenAs(org_number!, place), rule: { number: org_number! } };
		}),
		...some(named).map(({ name }): Labelled => ({ group: 'name', q: name, rule: { name: exactly(name) } })),
		...some(named).map(({ name }): Labelled => {
			return { group: 'misspelt name', q: misspell(name), rule: { name: exactly(name) } };
		}),
	];
}

/** As people write a number: in two parts, in one, with a blank, in twelve digits. */
function writtenAs(number: string, place: number): string {
	return [number, number.replace('-', ''), number.replace('-', ' '), `16${number}`][place % 4]!;
}

const exactly = (name: string) => new RegExp(`^\\s*${name}\\s*$`, 'iu');
