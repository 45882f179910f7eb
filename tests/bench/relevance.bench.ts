// Does the finder find what people mean? A labelled set over all associations of the real registers: recall at ten of the
// finder, beside FTS5 as it comes and what others would have used.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seedDemo } from '../../db/demo/index.ts';
import type { IndexRow } from '../../src/domain/face.ts';
import { everything } from '../../src/domain/query.ts';
import { answered } from '../../src/finder/answered.ts';
import { createFinder } from '../../src/finder/finder.ts';
import { createPlaces, type Places } from '../../src/finder/places.ts';
import type { Store } from '../../src/store/open.ts';
import { realRegisters } from '../real-files.ts';
import { at, ms, printTable } from './figures.ts';
import { fts5 } from './fts5.ts';
import { subjectWords, wordsFor } from './peers/doc.ts';
import { importedAssociations, type RealRow } from './real-associations.ts';
import { askSentences, tableOfComers } from './relevance-comers.ts';
import { drawn } from './relevance-drawn.ts';
import { askPeers } from './relevance-peers.ts';
import type { Rule } from './relevance-rules.ts';
import { type Group, groups, heldOutSets, type Labelled, written } from './relevance-set.ts';

const FILE = join(realRegisters, 'associations.jsonl.gz');
const FIRST = 10;
/** What must be reached, by group. */
const GOALS: Partial<Record<Group, number>> = { plain: 0.95, misspelt: 0.85, compound: 0.85, synonym: 0.85 };

async function measure(): Promise<void> {
	const now = Math.floor(Date.now() / 1000);
	const { store, rows, close } = await importedAssociations(FILE, now);
	const finder = await createFinder(store);
	const places = createPlaces();
	const { ways: control, fields, docs } = await controls(store.indexRows.all(), rows);

	/** The way of the API: the words of a query to the ids of its first page. */
	function ask(q: string): number[] {
		const { query } = answered({ ...everything, q, limit: FIRST }, places, now);
		return finder.search(query, now).hits.map(({ id }) => id);
	}

	const asked = [...written, ...drawn([...rows.values()])].map((one) => ({
		...one,
		relevant: relevantTo(one.rule, rows),
	}));
	const empty = asked.filter(({ relevant }) => relevant.size === 0);
	if (empty.length) throw new Error(`Nothing in the data is right for: ${empty.map(({ q }) => q).join(', ')}`);

	const ways = { finder: ask, ...control };
	ask('värmer upp');
	const peers = await askPeers(
		fields,
		docs,
		asked.map(({ q }) => q),
		FIRST,
	);
	const scored = [
		...Object.entries(ways).map(([name, way]) => ({ name, ...score(asked, way) })),
		...peers.map(({ name, found, times }) => {
			const hits = (one: Asked, place: number) => recallOf(one, found[place]!);
			return { name, times, recalls: asked.map(hits), firsts: asked.map((one, place) => firstOf(one, found[place]!)) };
		}),
	];
	console.log(`${rows.size} associations, ${asked.length} queries. Recall at ${FIRST}:`);
	const line = (fits: (one: Labelled) => boolean, goal?: number) => lineOf(asked.map(fits), scored, goal);
	printTable([
		...groups.map((group) => ({ group, ...line((one) => one.group === group, GOALS[group]) })),
		{ group: 'all', ...line(() => true) },
		...heldOutSets.flatMap((set) =>
			groups
				.filter((group) => asked.some((one) => one.group === group && one.heldOut === set))
				.map((group) => ({
					group: `${group}, held out (${set})`,
					...line((one) => one.group === group && one.heldOut === set, GOALS[group]),
				})),
		),
		...[0.5, 0.99].map((share) => ({
			group: `p${share * 100} ms`,
			...Object.fromEntries(scored.map(({ name, times }) => [name, ms(at(times, share))])),
		})),
	]);
	console.log('The first one is right:');
	const ofFirsts = scored.map(({ name, firsts }) => ({ name, recalls: firsts }));
	printTable([
		...groups.map((group) => ({
			group,
			...lineOf(
				asked.map((one) => one.group === group),
				ofFirsts,
			),
		})),
		{
			group: 'all',
			...lineOf(
				asked.map(() => true),
				ofFirsts,
			),
		},
	]);
	const [ours] = scored;
	const low = asked.flatMap((one, place) =>
		ours!.recalls[place]! < 0.5 ? [{ ...one, recall: ours!.recalls[place]! }] : [],
	);
	// Those held out are only counted: whoever has read them has learnt them.
	const unseen = low.filter(({ heldOut }) => heldOut).length;
	console.log(`Under a half with the finder, beside ${unseen} of those held out:`);
	for (const { group, q, rule, relevant, heldOut, recall } of low) {
		if (heldOut) continue;
		const best = Math.min(FIRST, relevant.size);
		console.log(`  ${group}: “${q}” ${Math.round(recall * best)} of ${best} (${relevant.size} in all) ${told(rule)}`);
	}
	finder.close();
	await seedDemo(store, { now });
	await measureComers(store, places, now);
	close();
}

/** What comes of whole sentences, among entries of every kind: the real associations and the invented Sweden. */
async function measureComers(store: Store, places: Places, now: number): Promise<void> {
	const rows = new Map<number, IndexRow>();
	for await (const chunk of store.indexRows.all()) for (const row of chunk) rows.set(row.id, row);
	const finder = await createFinder(store);
	console.log(`${rows.size} entries of every kind, whole sentences as people say them:`);
	printTable(tableOfComers(askSentences(finder, rows, { places, now })));
	finder.close();
}

type Way = (q: string) => number[];

/** FTS5 over the very fields that the finder has, and over the register's own columns. */
async function controls(all: AsyncIterable<IndexRow[]>, rows: ReadonlyMap<number, RealRow>) {
	const own: { id: number; texts: string[] }[] = [];
	for await (const chunk of all)
		for (const row of chunk) {
			const texts = [row.name, row.organisationNumber ?? '', subjectWords(row)];
			const town = rows.get(row.id)?.municipality ?? '';
			texts.push(
				row.keywords.join(' '),
				row.otherNames.join(' '),
				[...row.places, town].join(' '),
				wordsFor('kinds', [row.kind]),
				row.descriptions.join(' '),
			);
			own.push({ id: row.id, texts });
		}
	const weights = { name: 10, number: 10, subject: 5, keywords: 4, others: 4, places: 3, kind: 1, description: 1 };
	const fields = Object.entries(weights).map(([name, weight]) => ({ name, weight }));
	const same = fts5(fields, own);
	const raw = fts5(
		Object.entries({ name: 10, number: 10, labels: 5, places: 3 }).map(([name, weight]) => ({ name, weight })),
		[...rows].map(([id, { name, org_number, types, activities, areas, municipality, city }]) => ({
			id,
			texts: [
				name,
				org_number?.replace('-', '') ?? '',
				[...types, ...activities].join(' '),
				[municipality, city ?? '', ...areas].join(' '),
			],
		})),
	);
	const ways: Record<string, Way> = {
		'FTS5, all words': (q) => same(q, 'AND'),
		'FTS5, any word': (q) => same(q, 'OR'),
		'FTS5 on raw columns': (q) => raw(q, 'AND'),
	};
	return { ways, fields, docs: own };
}

function relevantTo({ label, name, number, municipality, at }: Rule, rows: ReadonlyMap<number, RealRow>): Set<number> {
	const found = new Set<number>();
	for (const [id, row] of rows) {
		if (municipality && row.municipality !== municipality) continue;
		if (at && ![row.name, row.city ?? '', ...row.areas].some((text) => at.test(text.normalize('NFC')))) continue;
		const says = label && [...row.types, ...row.activities].some((text) => label.test(text.normalize('NFC')));
		if (says || name?.test(row.name.normalize('NFC')) || (number && row.org_number === number)) found.add(id);
	}
	return found;
}

type Asked = Labelled & { relevant: Set<number> };

function score(asked: readonly Asked[], way: Way) {
	const times: number[] = [];
	const found = asked.map((one) => {
		const began = performance.now();
		const ids = way(one.q);
		times.push(performance.now() - began);
		return ids;
	});
	const recalls = asked.map((one, place) => recallOf(one, found[place]!));
	return { times, recalls, firsts: asked.map((one, place) => firstOf(one, found[place]!)) };
}

/** Whether the first of what is found is right: what somebody sees who looks no further. */
const firstOf = ({ relevant }: Asked, [first]: readonly number[]): number => Number(relevant.has(first ?? -1));

function recallOf({ relevant }: Asked, found: readonly number[]): number {
	const right = found.slice(0, FIRST).filter((id) => relevant.has(id)).length;
	return right / Math.min(FIRST, relevant.size);
}

/** One line of the table: each way's mean recall of the queries that it is about. */
function lineOf(about: readonly boolean[], scored: readonly { name: string; recalls: number[] }[], goal?: number) {
	const count = about.filter(Boolean).length;
	const mean = (recalls: number[]) => recalls.reduce((sum, one, place) => sum + (about[place] ? one : 0), 0) / count;
	return {
		queries: count,
		goal: goal ?? '',
		...Object.fromEntries(scored.map(({ name, recalls }) => [name, mean(recalls).toFixed(3)])),
	};
}

const told = (rule: Rule) =>
	Object.entries(rule)
		.map(([what, value]) => `${what}: ${value}`)
		.join(', ');

if (!existsSync(FILE)) {
	console.warn(`\n!!! SKIPPED: nothing is measured, since ${FILE} is absent.`);
	console.warn('!!! Relevance is scored on real registers only; SAMLAS_REAL_DATA tells where they lie.\n');
} else await measure();
