import { expect, test } from 'vitest';
import { areTwo, LIKELY, likenessOf, pageOf, prepare } from '../../src/domain/duplicate/likeness.ts';
import { compareNames, nameParts, placeWords } from '../../src/domain/duplicate/name.ts';
import { keysOf, likelyPairs } from '../../src/domain/duplicate/pairs.ts';
import { duplicatesIn, possibleDuplicates } from '../../src/domain/duplicate.ts';
import { openStore } from '../../src/store/open.ts';
import { NOW, organisation, publish, testStore, venue } from '../store.ts';
import { labelledPairs, rates, scoreOf } from './labelled.ts';

const pairs = labelledPairs();
const likely = (pair: (typeof pairs)[number]) => scoreOf(pair).score >= LIKELY;

test('the labelled set is what it says: pairs of both sorts, hard ones among them, a part of it held out', () => {
	expect(pairs.length).toBeGreaterThanOrEqual(200);
	const held = pairs.filter(({ part }) => part === 'held');
	expect(held.length).toBeGreaterThanOrEqual(50);
	for (const list of [pairs, held]) {
		expect(list.filter(({ label }) => label).length).toBeGreaterThan(list.length / 4);
		expect(
			list.filter(({ label, number }) => !label && number === '=').length,
			'one number, two bodies',
		).toBeGreaterThan(2);
	}
	const known = new Set(pairs.map(({ a, b }) => `${a.name} ${b.name} ${a.municipality} ${b.municipality}`));
	expect(known.size, 'no pair twice').toBeGreaterThan(pairs.length * 0.97);
});

test.each([
	['all', 0.95, 0.85],
	['held', 0.95, 0.85],
] as const)(
	'of the labelled pairs (%s) at least %f called one are one, and %f of those that are are found',
	(part, precision, recall) => {
		const seen = rates(
			pairs.filter((pair) => part === 'all' || pair.part === part),
			likely,
		);
		expect(seen.precision).toBeGreaterThanOrEqual(precision);
		expect(seen.recall).toBeGreaterThanOrEqual(recall);
	},
);

test('no reason is one-sided: which of the two stands first changes nothing', () => {
	for (const { a, b } of pairs) {
		const [there, back] = [scoreOf({ a, b }), scoreOf({ a: b, b: a })];
		expect(there.score, `${a.name} / ${b.name}`).toBeCloseTo(back.score, 10);
	}
});

test('what is seen at a glance to be two scores less than is asked for', () => {
	const ready = pairs.flatMap(({ a, b }) => [prepare(a), prepare({ ...b, otherNames: [a.name] }), prepare(b)]);
	const wrong: string[] = [];
	for (const a of ready)
		for (const b of ready)
			if (areTwo(a, b, 0.2) && likenessOf(a, b)!.score >= 0.2) wrong.push(`${a.entry.name} / ${b.entry.name}`);
	expect(wrong).toEqual([]);
	const [one, other] = [prepare({ ...pairs[0]!.a, name: 'Alfa' }), prepare({ ...pairs[0]!.a, name: 'Beta' })];
	expect(areTwo(one, other, 0.01), 'asked for less, all are looked at').toBe(false);
});

test('most that are two are seen so at a glance, as long as they have nothing in common but the place', () => {
	const nothing = { street: null, organisationNumber: null, homepage: null, email: null, phone: null };
	const ready = pairs.flatMap(({ a, b }) => [a, b]).map((entry) => prepare({ ...entry, ...nothing }));
	const less = ready.flatMap((a) => ready.filter((b) => likenessOf(a, b)!.score < 0.2).map((b) => [a, b] as const));
	expect(less.length).toBeGreaterThan(400_000);
	expect(less.filter(([a, b]) => areTwo(a, b, 0.2)).length / less.length).toBeGreaterThan(0.95);
});

test('pairs that are one share a key, so that blocking loses none of those that would be called one', () => {
	const lost = pairs.filter(likely).filter(({ a, b }) => {
		const keys = new Set(keysOf(prepare(a)));
		return !keysOf(prepare(b)).some((key) => keys.has(key));
	});
	expect(lost.map(({ a, b }) => `${a.name} / ${b.name}`)).toEqual([]);
});

test.each([
	['Ljungåsa IF', 'LJUNGÅSA  I.F.', 'same'],
	['Ljungåsa IF', 'Ljungåsa Idrottsförening', 'spelled'],
	['Schackklubben i Ljungåsa', 'Ljungåsa schackklubb', 'same'],
	['Ljungåsa Bygdegårds förening', 'Ljungåsa bygdegårdsförening', 'same'],
	['Ideella föreningen Växtkraft', 'Växtkraft', 'near'],
	['Hörselskadades riksförbund Ljungåsa', 'HRF Ljungåsa', 'same'],
	['Rid- & Körsällskapet Ljungåsa', 'Ljungåsa Rid och körsällskap', 'same'],
	['Ljungåsa Hembygdsförening', 'Ljungåsa Hembygdsföreing', 'misspelt'],
	['Ljungåsa SK', 'Ljungåsa Skidklubb', 'initials'],
	['Ljungåsa IF', 'Ljungåsa IF Fotboll', 'section'],
	['Ljungåsa IF Herrar', 'Ljungåsa IF Damer', 'section'],
	['PRO Ljungåsa', 'PRO Hällevik', 'elsewhere'],
	['IOGT-NTO 372 Ljungåsa', 'IOGT-NTO 373 Ljungåsa', 'numbers'],
	['Ljungåsa Fotoklubb', 'Ljungåsa Motorklubb', 'different'],
	['Ljungåsa IF', 'Ljungåsa', 'more'],
	['Biodlarna', 'Frimärksklubben', 'different'],
	['', '!!!', 'same'],
])('"%s" and "%s": %s', (one, other, expected) => {
	const places = placeWords('Ljungåsa', 'Hällevik');
	expect(compareNames(nameParts(one), nameParts(other), places)).toBe(expected);
	expect(compareNames(nameParts(other), nameParts(one), places), 'and the other way round').toBe(expected);
});

test.each([
	['https://www.ljungasa.example/index.html', 'ljungasa.example'],
	['http://ljungasa.example', 'ljungasa.example'],
	['https://www.facebook.com/', null],
	['https://www.facebook.com/LjungasaIF/', 'facebook.com/ljungasaif'],
	['inte en adress', null],
	[null, null],
])('the page %s is %s', (homepage, expected) => {
	expect(pageOf(homepage)).toBe(expected);
});

test('a municipality is asked once: pairs by score with reasons, none that was said to be two, kinds apart', async () => {
	const store = await testStore();
	const [a, b, , d] = await publish(
		store,
		organisation({ name: 'Ljungåsa IF', organisationNumber: '8020000003', homepage: 'https://ljungasa.example' }),
		organisation({
			name: 'Ljungåsa idrottsförening',
			organisationNumber: '8020000003',
			homepage: 'http://www.ljungasa.example/',
		}),
		organisation({
			name: 'Ljungåsa IF Fotboll',
			organisationNumber: '8020000003',
			homepage: 'https://ljungasa.example',
		}),
		venue({ name: 'Hälleviks bygdegård' }),
		organisation({ name: 'Hälleviks bygdegård' }),
		venue({ name: 'Hallevik Bygdegård' }),
		organisation({ name: 'Ljungåsa IF', municipality: '0180' }),
	);
	const found = await duplicatesIn(store, '1380');
	expect(found.map(({ one, other }) => [one, other])).toEqual([
		[a, b],
		[d, d! + 2],
	]);
	expect(found[0]!.reasons).toEqual(['name_spelled', 'number_same', 'page_same']);
	const person = await store.transaction((tx) => tx.people.known('desk@example.org', 'sv', NOW));
	await store.transaction((tx) => tx.duplicates.setApart(b!, a!, person, NOW));
	expect((await duplicatesIn(store, '1380')).map(({ one }) => one)).toEqual([d]);
});

test('before an entry is made: "is it one of these?", also in the next municipality, and by its number anywhere', async () => {
	const store = await testStore();
	const at = (lon: number, lat: number) => ({ lon, lat, precision: 'exact' as const });
	const [own, next, far, , hidden] = await publish(
		store,
		organisation({ name: 'Ljungåsa Schackvänner' }),
		organisation({ name: 'Schackvännerna Ljungåsa', municipality: '1382', position: at(12.86, 56.75) }),
		organisation({ name: 'Södra schack', municipality: '0180', organisationNumber: '8020000003' }),
		organisation({ name: 'Ljungåsa Ridklubb' }),
		organisation({ name: 'Ljungåsa Schackvänner' }),
	);
	await store.transaction((tx) => tx.listings.archive(hidden!, 'gone', NOW));
	const entry = { kind: 'organisation' as const, name: 'ljungåsa schackvänner', municipality: '1380' };
	expect((await possibleDuplicates(store, entry)).map(({ id }) => id)).toEqual([own]);
	const placed = {
		...entry,
		position: at(12.85, 56.74),
		email: 'info@ljungasa.example',
		organisationNumber: '8020000003',
	};
	const ids = (await possibleDuplicates(store, placed, { least: 0 })).map(({ id }) => id);
	expect(ids[0]).toBe(own);
	expect(ids).toContain(far);
	expect(ids).toContain(next);
	expect(await possibleDuplicates(store, { ...entry, name: '' })).toEqual([]);
});

test('what is kept of entries between two who ask follows them: a new name, one that is hidden, and what was rolled back', async () => {
	const store = await testStore();
	const [one, other] = await publish(
		store,
		organisation({ name: 'Ljungåsa Schackvänner' }),
		organisation({ name: 'Alnö IF' }),
	);
	const entry = { kind: 'organisation' as const, name: 'ljungåsa schackvänner', municipality: '1380' };
	const ids = async (name = entry.name) => (await possibleDuplicates(store, { ...entry, name })).map(({ id }) => id);
	expect(await ids()).toEqual([one]);
	const around = await store.duplicates.around({ ...entry, position: null, organisationNumber: null, km: 1 });
	expect(around.sort((a, b) => a.id - b.id)).toEqual(await store.duplicates.byIds([one!, other!]));
	const renamed = (name: string) => organisation({ name });
	await expect(
		store.transaction(async (tx) => {
			await tx.listings.replace(one!, renamed('Söderby Bågskytteklubb'), NOW);
			const { length } = await possibleDuplicates(tx, { ...entry, name: 'Söderby Bågskytteklubb' });
			throw new Error(`${length} found`);
		}),
	).rejects.toThrow('1 found');
	expect(await ids()).toEqual([one]);
	await store.transaction((tx) => tx.listings.replace(one!, renamed('Norrby Orienterare'), NOW));
	await store.transaction((tx) => tx.listings.replace(other!, renamed('Ljungåsa Schackvänner'), NOW));
	expect(await ids()).toEqual([other]);
	expect(await ids('Norrby orienterare')).toEqual([one]);
	await store.transaction((tx) => tx.listings.archive(other!, 'gone', NOW));
	expect(await ids()).toEqual([]);
	// Another process publishes one; it moves to where nobody asked, and back; it is erased.
	const beside = await openStore(store.folder);
	const [third] = await publish(beside, organisation({ name: 'Ljungåsa Schackvänner' }));
	expect(await ids()).toEqual([third]);
	const moved = (municipality: string) =>
		beside.transaction((tx) =>
			tx.listings.replace(third!, organisation({ name: 'Ljungåsa Schackvänner', municipality }), NOW),
		);
	await moved('2480');
	expect(await ids()).toEqual([]);
	await moved('1380');
	expect(await ids()).toEqual([third]);
	await beside.transaction((tx) => tx.listings.erase(third!));
	expect(await ids()).toEqual([]);
	beside.close();
});

test('two thousand of one name do not make millions of comparisons', () => {
	const entry = (id: number) => ({
		...{
			id,
			kind: 'organisation' as const,
			name: `Scoutkåren Räven ${id}`,
			municipality: '1380',
			places: ['Ljungåsa'],
		},
		...{ street: null, position: null, organisationNumber: null, homepage: null, email: null, phone: null, host: null },
	});
	expect(likelyPairs(Array.from({ length: 2000 }, (_, id) => entry(id)))).toEqual([]);
});
