import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Likeable, type Likeness, likenessOf, prepare } from '../../src/domain/duplicate/likeness.ts';

/**
 * Pairs of associations as real registers have them, each labelled by a person: are they one body? `pairs.tsv` holds names and
 * towns, and of all else only whether the two say the same (`=`), another (`x`) or nothing (`-`): no numbers, addresses or people.
 * A pair that nobody could decide from the registers is left out. The part `held` (whole municipalities, chosen by a digest of
 * their names before anything was learned) is never learned from or looked at when a rule is changed.
 */
export interface Pair {
	label: boolean;
	part: 'tuned' | 'held';
	/** What the pair says the same of, or not: `=`, `x`, `-`. */
	number: string;
	a: Likeable;
	b: Likeable;
}

export function labelledPairs(): Pair[] {
	const [head, ...lines] = readFileSync(join(import.meta.dirname, 'pairs.tsv'), 'utf8')
		.trimEnd()
		.split('\n');
	const columns = head!.split('\t');
	return lines.map((line) => {
		const cells = line.split('\t');
		const of = (name: string) => cells[columns.indexOf(name)]!;
		const two = (name: string, one: string, other: string) => valuesOf(of(name), one, other);
		const number = two('number', '8020000003', '8020000011');
		const page = two('page', 'https://ena.example/', 'https://andra.example/');
		const email = two('email', 'info@ena.example', 'info@andra.example');
		const phone = two('phone', '08-465 00 01', '08-465 00 02');
		const street = two('street', 'Ena vägen 1', 'Andra vägen 2');
		const side = (at: 0 | 1, name: string, municipality: string, town: string): Likeable => ({
			...{
				kind: 'organisation',
				name: of(name),
				municipality: of(municipality),
				places: [of(municipality), of(town) || null],
			},
			...{ street: street[at], position: null, organisationNumber: number[at], homepage: page[at] },
			...{ email: email[at], phone: phone[at], host: null },
		});
		return {
			...{ label: of('label') === 'yes', part: of('part') as Pair['part'], number: of('number') },
			a: side(0, 'name', 'municipality', 'town'),
			b: side(1, 'other', 'its', 'towns'),
		};
	});
}

const valuesOf = (relation: string, one: string, other: string): [string | null, string | null] =>
	relation === '-' ? [one, null] : [one, relation === '=' ? one : other];

/** How a pair is scored. */
export const scoreOf = ({ a, b }: Pick<Pair, 'a' | 'b'>): Likeness => likenessOf(prepare(a), prepare(b))!;

/** How often what is called one is one, and how many of those that are one are found; each 0 to 1. */
export function rates(pairs: readonly Pair[], found: (pair: Pair) => boolean) {
	const called = pairs.filter(found);
	const right = called.filter(({ label }) => label).length;
	const all = pairs.filter(({ label }) => label).length;
	return { pairs: pairs.length, called: called.length, precision: right / called.length, recall: right / all };
}
