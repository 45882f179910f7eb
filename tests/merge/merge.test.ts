import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginClaim } from '../../src/domain/claim.ts';
import { duplicatesIn } from '../../src/domain/duplicate.ts';
import type { Listing } from '../../src/domain/listing.ts';
import { keepApart, mergeListings, mergeToUndo, twoToReview, undoMerge } from '../../src/domain/merge.ts';
import { choosable } from '../../src/domain/merge-fields.ts';
import { everything } from '../../src/domain/query.ts';
import { createFinder } from '../../src/finder/finder.ts';
import type { Store } from '../../src/store/open.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';
import { everythingIn, merge, refusal, reviewer, somebody } from './scene.ts';

const owner = (listing: number) => ({ role: 'owner', listing, municipality: null }) as const;
const editor = (listing: number) => ({ role: 'editor', listing, municipality: null }) as const;

async function scene() {
	const store = await testStore();
	const [kept, gone, third] = await publish(
		store,
		organisation({ name: 'Ljungåsa IF', email: 'info@ljungasa.example', themes: ['football'] }),
		organisation({
			name: 'Ljungåsa idrottsförening',
			homepage: 'https://ljungasa.example/',
			email: 'kansli@ljungasa.example',
			themes: ['chess'],
			street: 'Idrottsvägen 1',
			postcode: '31330',
		}),
		organisation({ name: 'Ljungåsa I.F.' }),
	);
	const [hall] = await publish(store, venue({ keeper: gone! }));
	const [meeting] = await publish(store, activity({ organisation: gone!, venue: hall! }));
	return {
		store,
		kept: kept!,
		gone: gone!,
		third: third!,
		hall: hall!,
		meeting: meeting!,
		desk: await reviewer(store),
	};
}
const at = (store: Store, slug: string) => store.listings.bySlug('organisation', slug);

test('what is chosen stays, empty fields are filled, lists are joined; the old address leads to the one kept', async () => {
	const { store, kept, gone, desk } = await scene();
	await merge(store, desk, kept, gone, { email: 'gone' });
	expect(await store.listings.get(kept)).toMatchObject({
		...{ name: 'Ljungåsa IF', email: 'kansli@ljungasa.example', homepage: 'https://ljungasa.example/' },
		...{ themes: ['chess', 'football'], street: 'Idrottsvägen 1', postcode: '31330' },
	});
	expect(await at(store, 'ljungasa-idrottsforening')).toEqual({
		moved: expect.objectContaining({ kind: 'organisation', slug: 'ljungasa-if' }),
	});
	expect(await store.listings.get(gone)).toMatchObject({ mergedInto: kept, name: 'Ljungåsa idrottsförening' });
});

test('activities and places follow: their host is the one kept, by name', async () => {
	const { store, kept, gone, desk, hall, meeting } = await scene();
	await merge(store, desk, kept, gone);
	expect(await store.listings.get(meeting)).toMatchObject({ organisation: kept });
	expect(await store.listings.get(hall)).toMatchObject({ keeper: kept });
	const [face] = await store.faces.byIds([meeting], 'sv');
	expect(face!.host).toMatchObject({ name: 'Ljungåsa IF' });
});

test('an activity of a place that was merged keeps where it is', async () => {
	const { store, desk, hall, meeting } = await scene();
	const [other] = await publish(store, venue({ name: 'Bygdegården Ljungåsa' }));
	await merge(store, desk, other!, hall);
	expect(await store.listings.get(meeting)).toMatchObject({ venue: other });
	const [face] = await store.faces.byIds([meeting], 'sv');
	expect(face!.at).toMatchObject({ name: 'Bygdegården Ljungåsa' });
});

test('who names an entry that was merged means the one it leads to', async () => {
	const { store, kept, gone, desk } = await scene();
	await merge(store, desk, kept, gone);
	const [late] = await publish(store, activity({ name: 'Språkkafé igen', organisation: gone }));
	expect(await store.listings.get(late!)).toMatchObject({ organisation: kept });
});

test('roles follow, the stronger of two stays; claims, changes and reports go on with the one kept', async () => {
	const { store, kept, gone, desk } = await scene();
	const both = await somebody(store, 'both@example.org', editor(kept), owner(gone));
	const one = await somebody(store, 'one@example.org', editor(gone));
	const asks = await somebody(store, 'asks@example.org');
	const letter = () => ({ kind: 'claim', recipient: '', subject: '', text: '', html: '', usefulFor: 9 });
	for (const id of [kept, gone])
		await beginClaim(store, asks, id, { way: 'reviewer', note: 'Jag är kassör' }, { now: NOW, letter });
	const changes = [{ field: 'phone', before: null, after: '08-465 00 01' }];
	const proposed = { listing: gone, municipality: '1380', person: one.id, changes, published: false };
	await store.transaction((tx) => tx.revisions.add(proposed, NOW));
	await store.transaction((tx) =>
		tx.errorReports.add({
			listing: gone,
			municipality: '1380',
			what: 'other',
			message: 'Fel nummer',
			replyTo: null,
			locale: 'sv',
			follow: null,
			at: NOW,
		}),
	);
	const before = await everythingIn(store);
	const id = await merge(store, desk, kept, gone);
	expect((await store.people.rolesFor(kept)).map(({ email, role }) => [email, role])).toEqual([
		['one@example.org', 'editor'],
		['both@example.org', 'owner'],
	]);
	expect(await store.people.rolesFor(gone)).toEqual([]);
	expect((await store.claims.waiting('1380')).map(({ listing }) => listing)).toEqual([kept]);
	expect((await store.revisions.waiting('1380')).map(({ listing }) => listing)).toEqual([kept]);
	expect((await store.errorReports.beside(kept, 0)).map(({ listing }) => listing)).toEqual([kept]);
	await undoMerge(store, desk, id, NOW + 20);
	expect(await everythingIn(store)).toEqual(before);
	expect(both.id).not.toBe(one.id);
});

test('taken back, all is as before, but for what was changed since: that stays with the one kept', async () => {
	const { store, kept, gone, desk } = await scene();
	const before = await everythingIn(store);
	const id = await merge(store, desk, kept, gone, { name: 'gone', email: 'gone' });
	expect(await at(store, 'ljungasa-if')).toEqual({ moved: expect.objectContaining({ id: kept }) });
	await undoMerge(store, desk, id, NOW + 20);
	expect(await everythingIn(store)).toEqual(before);

	const again = await merge(store, desk, kept, gone, { email: 'gone' });
	const [later] = await publish(store, activity({ name: 'Höstträff', organisation: kept }));
	await store.transaction(async (tx) => {
		const { ...value } = (await tx.listings.get(kept))!;
		await tx.listings.replace(
			kept,
			{ ...value, email: 'ny@ljungasa.example', phone: '08-465 00 01' } as Listing,
			NOW + 30,
		);
	});
	expect((await mergeToUndo(store, desk, again)).stays).toEqual(['email']);
	await undoMerge(store, desk, again, NOW + 40);
	expect(await store.listings.get(kept)).toMatchObject({
		...{ email: 'ny@ljungasa.example', phone: '08-465 00 01', homepage: null, themes: ['football'] },
	});
	expect(await store.listings.get(gone)).toMatchObject({ mergedInto: null, email: 'kansli@ljungasa.example' });
	expect(await store.listings.get(later!)).toMatchObject({ organisation: kept });
});

test('merges upon merges: addresses lead on, the last is taken back first, and there is no circle', async () => {
	const { store, kept, gone, third, desk } = await scene();
	const { slug } = (await store.listings.get(third))!;
	const first = await merge(store, desk, gone, third);
	const second = await merge(store, desk, kept, gone);
	expect(await at(store, slug)).toEqual({ moved: expect.objectContaining({ id: kept }) });
	expect(await store.merges.standing(third)).toBe(kept);
	for (const [one, other] of [
		[kept, gone],
		[gone, kept],
		[third, kept],
		[kept, kept],
	] as const)
		expect(await refusal(twoToReview(store, desk, { kept: one, gone: other })), `${one} ${other}`).toBe(
			'listing.unknown',
		);
	expect(await refusal(undoMerge(store, desk, first, NOW))).toBe('merge.later');
	await undoMerge(store, desk, second, NOW + 20);
	await undoMerge(store, desk, first, NOW + 30);
	expect(await refusal(undoMerge(store, desk, first, NOW))).toBe('merge.undone');
	expect(await at(store, slug)).toHaveProperty('listing.id', third);
});

test('who may not does not, whichever of the two is not theirs; kinds are not mixed, hidden addresses not opened', async () => {
	const { store, kept, gone, hall, desk } = await scene();
	const [elsewhere, hidden] = await publish(
		store,
		organisation({ name: 'Ljungåsa IF', municipality: '0180' }),
		organisation({ name: 'Ljungåsa jour', masked: true }),
	);
	const other = await reviewer(store, '0180');
	const person = await somebody(store, 'person@example.org', owner(kept), owner(gone));
	for (const by of [other, person])
		for (const [one, two] of [
			[kept, gone],
			[gone, kept],
		] as const)
			expect(await refusal(merge(store, by, one, two))).toBe('page.unknown');
	expect(await refusal(merge(store, desk, kept, elsewhere!))).toBe('page.unknown');
	expect(await refusal(merge(store, desk, kept, hall))).toBe('listing.unknown');
	expect(await refusal(merge(store, desk, kept, 999))).toBe('listing.unknown');
	expect(await refusal(merge(store, desk, kept, hidden!))).toBe('merge.masked');
	expect(await refusal(keepApart(store, other, { kept, gone }, NOW))).toBe('page.unknown');
	const id = await merge(store, desk, kept, gone);
	for (const by of [other, person]) expect(await refusal(undoMerge(store, by, id, NOW))).toBe('page.unknown');
	expect(await refusal(undoMerge(store, desk, 999, NOW))).toBe('merge.unknown');
});

test('what somebody changed meanwhile has to be seen first', async () => {
	const { store, kept, gone, desk } = await scene();
	const { seen } = await twoToReview(store, desk, { kept, gone });
	await store.transaction(async (tx) =>
		tx.listings.replace(gone, { ...(await tx.listings.get(gone))!, phone: '08-465 00 01' } as Listing, NOW + 1),
	);
	const late = mergeListings(store, desk, { kept, gone }, { choices: {}, seen }, NOW + 2);
	expect(await refusal(late)).toBe('merge.stale');
	expect(await store.listings.get(gone)).toMatchObject({ mergedInto: null });
});

test('two that are not one are never shown again, also when one of them is merged into another', async () => {
	const { store, kept, gone, third, desk } = await scene();
	const shown = async () => (await duplicatesIn(store, '1380')).map(({ one, other }) => [one, other]);
	expect(await shown()).toHaveLength(3);
	await keepApart(store, desk, { kept: third, gone }, NOW);
	await keepApart(store, desk, { kept: third, gone }, NOW + 5);
	expect(await shown()).not.toContainEqual([gone, third]);
	const id = await merge(store, desk, kept, gone);
	expect(await shown()).toEqual([]);
	await undoMerge(store, desk, id, NOW + 20);
	expect((await shown()).sort()).toEqual([
		[kept, gone],
		[kept, third],
	]);
});

test('of two that hold the same, only what differs is asked for', () => {
	const one = organisation({ phone: '08-465 00 01', themes: ['chess'] });
	expect(choosable(one, one)).toEqual([]);
	const other = organisation({ phone: null, themes: ['football'], street: 'Storgatan 1' });
	expect(choosable(one, other).map(({ group, preset }) => [group, preset])).toEqual([
		['address', 'gone'],
		['phone', 'kept'],
		['themes', 'both'],
	]);
});

test('pictures of both are shown, each once; taken back, those that were erased meanwhile are left out', async () => {
	const store = await testStore();
	const desk = await reviewer(store);
	const photo = (letter: string) => ({
		id: letter.repeat(32),
		width: 4,
		height: 3,
		alt: `Bild ${letter}`,
		altEn: null,
	});
	const [kept, gone] = await publish(store, organisation(), organisation({ name: 'Ljungåsa schack' }));
	await store.transaction(async (tx) => {
		for (const [letter, listing] of [
			['a', kept!],
			['b', kept!],
			['c', gone!],
		] as const)
			await tx.photos.add(
				{ ...photo(letter), large: Buffer.from('x'), small: Buffer.from('x') },
				{ listing, person: desk.id, at: NOW },
			);
		await tx.listings.replace(kept!, organisation({ photos: [photo('a'), photo('b')] }), NOW);
		await tx.listings.replace(gone!, organisation({ name: 'Ljungåsa schack', photos: [photo('c'), photo('a')] }), NOW);
	});
	const shown = async (id: number) => (await store.listings.get(id))!.photos.map((one) => one.id[0]).join('');
	const first = await merge(store, desk, kept!, gone!);
	expect(await shown(kept!)).toBe('abc');
	await undoMerge(store, desk, first, NOW + 20);
	expect([await shown(kept!), await shown(gone!)]).toEqual(['ab', 'ca']);
	const second = await merge(store, desk, kept!, gone!, { photos: 'gone' });
	expect(await shown(kept!)).toBe('ca');
	await store.transaction((tx) => tx.photos.forgetUnused(NOW + 99, NOW + 99));
	await undoMerge(store, desk, second, NOW + 20);
	expect([await shown(kept!), await shown(gone!)]).toEqual(['a', 'ca']);
});

const value = fc.record({
	name: fc.constantFrom('Ljungåsa IF', 'Ljungåsa idrottsförening', 'Ljungåsa', 'Kören Lek'),
	email: fc.constantFrom(null, 'a@ljungasa.example', 'b@ljungasa.example'),
	phone: fc.constantFrom(null, '08-465 00 01'),
	street: fc.constantFrom(null, 'Storgatan 1', 'Lillgatan 2'),
	themes: fc.subarray(['chess', 'football', 'choir'] as const),
	languages: fc.subarray(['sv', 'ar'] as const),
	ages: fc.constantFrom(null, { min: 0, max: 12 }),
	texts: fc.constantFrom(
		{},
		{ sv: { name: null, description: 'Vi spelar.' } },
		{ en: { name: 'Club', description: null } },
	),
	organisationNumber: fc.constantFrom(null, '8020000003'),
	attribution: fc.constantFrom(null, 'A', 'B'),
	masked: fc.constant(false),
});
const choice = fc.dictionary(
	fc.constantFrom('name', 'email', 'phone', 'address', 'themes', 'ages', 'texts.sv.description', 'nonsense'),
	fc.constantFrom('kept', 'gone', 'both', 'x'),
);
const step = fc.record({ kept: fc.nat(3), gone: fc.nat(3), choices: choice, role: fc.constantFrom('owner', 'editor') });

test('merging any entries and taking it back, in turn, changes nothing; every address leads somewhere; the finder sees what a new one would', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(value, { minLength: 4, maxLength: 4 }),
			fc.array(step, { minLength: 1, maxLength: 3 }),
			async (values, steps) => {
				const store = await testStore();
				const desk = await reviewer(store);
				const ids = await publish(
					store,
					...values.map((one) => organisation({ ...one, themes: [...one.themes], languages: [...one.languages] })),
				);
				for (const id of ids)
					await publish(
						store,
						activity({ name: `Träff ${id}`, organisation: id }),
						venue({ name: `Hus ${id}`, keeper: id }),
					);
				for (const [n, { role, gone }] of steps.entries())
					await somebody(store, `p${n % 2}@example.org`, {
						role: role as 'owner',
						listing: ids[gone]!,
						municipality: null,
					});
				const slugs = await Promise.all(ids.map(async (id) => (await store.listings.get(id))!.slug));
				const finder = await createFinder(store);
				const states: unknown[][] = [];
				const merges: number[] = [];
				for (const { kept, gone, choices } of steps) {
					const state = await everythingIn(store);
					const done = await refusal(merge(store, desk, ids[kept]!, ids[gone]!, choices).then((id) => merges.push(id)));
					if (done === 'done') states.push(state);
					else expect(done).toBe('listing.unknown');
				}
				await finder.follow();
				await looksNew(store, finder);
				for (const slug of slugs) {
					const found = (await at(store, slug))!;
					const end = 'moved' in found ? await at(store, found.moved.slug) : found;
					expect(end).toHaveProperty('listing');
				}
				expect(await store.check.orphans()).toEqual([]);
				for (const id of merges.reverse()) {
					await undoMerge(store, desk, id, NOW + 50);
					expect(await everythingIn(store)).toEqual(states.pop());
				}
				await finder.follow();
				await looksNew(store, finder);
			},
		),
		{ numRuns: 25 },
	);
}, 120_000);

async function looksNew(store: Store, finder: Awaited<ReturnType<typeof createFinder>>): Promise<void> {
	const fresh = await createFinder(store);
	for (const q of ['', 'ljungåsa', 'träff', 'kören']) {
		const [one, other] = [finder, fresh].map((each) => each.search({ ...everything, q }, NOW));
		expect(one!.hits.map(({ id }) => id).sort()).toEqual(other!.hits.map(({ id }) => id).sort());
		expect(one!.facets).toEqual(other!.facets);
	}
}
