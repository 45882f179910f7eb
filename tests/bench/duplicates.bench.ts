// Are entries that are one found, and only those? The labelled pairs (tests/duplicate), beside a naive control: the same
// name, in the same municipality. Also what would be learned from the pairs now, and how long a municipality takes.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LIKELY } from '../../src/domain/duplicate/likeness.ts';
import { duplicatesIn, possibleDuplicates } from '../../src/domain/duplicate.ts';
import { labelledPairs, type Pair, rates, scoreOf } from '../duplicate/labelled.ts';
import { byHand, learned } from '../duplicate/learn.ts';
import { realRegisters } from '../real-files.ts';
import { printTable, shares, timed } from './figures.ts';
import { importedAssociations } from './real-associations.ts';

const pairs = labelledPairs();
const plain = (name: string) =>
	name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
const withoutNumber = ({ a, b, ...rest }: Pair): Pair => ({
	...rest,
	a: { ...a, organisationNumber: null },
	b: { ...b, organisationNumber: null },
});
const ways: [string, (pair: Pair) => boolean][] = [
	['explained score', (pair) => scoreOf(pair).score >= LIKELY],
	['explained score, no number told', (pair) => scoreOf(withoutNumber(pair)).score >= LIKELY],
	['control: same name', ({ a, b }) => plain(a.name) === plain(b.name)],
	['control: same number', ({ number }) => number === '='],
	['control: same name or number', ({ a, b, number }) => plain(a.name) === plain(b.name) || number === '='],
];
const share = (value: number) => value.toFixed(3);
printTable(
	ways.flatMap(([way, found]) =>
		(['tuned', 'held'] as const).map((part) => {
			const seen = rates(
				pairs.filter((pair) => pair.part === part),
				found,
			);
			return {
				way,
				part,
				pairs: seen.pairs,
				called: seen.called,
				precision: share(seen.precision),
				recall: share(seen.recall),
			};
		}),
	),
);
console.log('Learned from the tuned part:');
console.log(
	JSON.stringify(
		learned(
			pairs.filter(({ part }) => part === 'tuned'),
			byHand,
		),
	),
);

const file = join(realRegisters, 'associations.jsonl.gz');
if (!existsSync(file)) console.log('How long it takes is not measured: there are no real registers here.');
else {
	const { store, close } = await importedAssociations(file, Math.floor(Date.now() / 1000));
	const whole: number[] = [];
	const one: number[] = [];
	let found = 0;
	for (const { code, name } of await store.geography.municipalities()) {
		const began = performance.now();
		found += (await duplicatesIn(store, code)).length;
		whole.push(performance.now() - began);
		const asked = performance.now();
		await possibleDuplicates(store, { kind: 'organisation', name: `${name} IF`, municipality: code });
		one.push(performance.now() - asked);
	}
	const control: number[] = [];
	for (const pair of pairs) timed(control, () => scoreOf(pair));
	printTable([
		{ what: `all pairs of a municipality (${found} in all)`, ...shares(whole) },
		{ what: 'a new entry beside those that stand', ...shares(one) },
		{ what: 'control: one pair', ...shares(control) },
	]);
	close();
}
