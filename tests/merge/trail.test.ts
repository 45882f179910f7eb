import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { eraseSelf, renameSelf } from '../../src/domain/account.ts';
import { beginClaim, decideClaim } from '../../src/domain/claim.ts';
import { csvLine } from '../../src/domain/csv.ts';
import { withdraw } from '../../src/domain/draft.ts';
import { aboutReport, reportError } from '../../src/domain/error-report.ts';
import { makeForm } from '../../src/domain/form-token.ts';
import { keepApart, undoMerge } from '../../src/domain/merge.ts';
import { permissions } from '../../src/domain/permission.ts';
import { decideRevision } from '../../src/domain/revision.ts';
import { spanOfDate } from '../../src/domain/time.ts';
import { told, trailQuery } from '../../src/domain/trail.ts';
import { undoBatch } from '../../src/intake/undo.ts';
import type { Store } from '../../src/store/open.ts';
import { actionLabel } from '../../src/text/trail.ts';
import { file } from '../intake/helpers/register.ts';
import { publish as bring } from '../intake/helpers/store.ts';
import { NOW, organisation, publish, testStore } from '../store.ts';
import { merge, reviewer, somebody } from './scene.ts';

const everything = trailQuery(new URLSearchParams(), spanOfDate);
const asked = (query: string) => trailQuery(new URLSearchParams(query), spanOfDate);
/** What a visitor tells of an entry. */
async function report(store: Store, id: number): Promise<void> {
	const form = await makeForm(store, aboutReport(id), NOW - 20);
	const sender = { form, website: '', address: '192.0.2.1' };
	const told = { what: 'other', message: `Numret till ${id} är fel.` };
	await reportError(store, { id, municipality: '1380' }, told, sender, { now: NOW, locale: 'sv', letter });
}
const letter = () => ({ kind: 'x', recipient: '', subject: '', text: '', html: '', usefulFor: 9 });
const steps = async (store: Store, query = everything, municipalities: string[] | null = null) =>
	(await store.audit.search(query, municipalities)).map(({ action, by }) => `${action} ${by}`).reverse();

test('every verb of the domain leaves its step: who, what, and where', async () => {
	const store = await testStore();
	const desk = await reviewer(store);
	const [one, other, third] = await publish(
		store,
		organisation({ name: 'Ljungåsa IF' }),
		organisation({ name: 'Ljungåsa idrottsförening', email: 'kansli@ljungasa.example' }),
		organisation({ name: 'Ljungåsa kör' }),
	);
	const anna = await somebody(store, 'anna@example.org');
	await beginClaim(store, anna, third!, { way: 'reviewer', note: 'Jag är kassör' }, { now: NOW, letter });
	const [claim] = await store.claims.waiting('1380');
	await decideClaim(store, desk, claim!.id, { decision: 'declined', words: 'Nej' }, { now: NOW, letter });
	await beginClaim(store, anna, other!, { way: 'own_mail' }, { now: NOW, letter });
	const changes = [{ field: 'phone', before: null, after: '08-465 00 01' }];
	const proposed = { listing: third!, municipality: '1380', person: anna.id, changes, published: false };
	const revision = await store.transaction((tx) => tx.revisions.add(proposed, NOW));
	await decideRevision(store, desk, revision, { decision: 'published' }, { now: NOW, letter });
	await report(store, third!);
	await keepApart(store, desk, { kept: one!, gone: third! }, NOW);
	const id = await merge(store, desk, one!, other!);
	await undoMerge(store, desk, id, NOW);
	const { batch } = await bring(store, file('1;Ås IF;;Idrott;Halmstad;;'), NOW);
	await undoBatch(store, batch, NOW);
	await renameSelf(store, anna, { name: 'Anna' }, NOW);
	await eraseSelf(store, anna, NOW);
	const [a, d] = [`person:${anna.id}`, `person:${desk.id}`];
	expect(await steps(store)).toEqual([
		...[`claim.asked ${a}`, `claim.declined ${d}`, `claim.begun ${a}`],
		...[`listing.changed ${d}`, `revision.published ${d}`, 'report.made visitor'],
		...[`duplicate.declined ${d}`, `duplicate.declined ${d}`],
		...[`listing.merged ${d}`, `listing.merged_away ${d}`, `listing.unmerged ${d}`, `listing.stands_again ${d}`],
		...['import.published operator', 'import.undone operator', `person.renamed ${a}`, `person.erased ${a}`],
	]);
	const all = await store.audit.search(everything, null, { limit: 99 });
	expect(all.filter(({ municipality }) => municipality !== '1380').map(({ action }) => action)).toEqual([
		'person.erased',
		'person.renamed',
	]);
	expect(all.find(({ action }) => action === 'listing.changed')).toMatchObject({
		...{ role: 'reviewer', entry: { name: 'Ljungåsa kör' } },
		...{ before: { phone: null }, after: { phone: '08-465 00 01' } },
	});
});

test('it is searched by entry, who, what and day, page by page, and nobody sees another municipality', async () => {
	const store = await testStore();
	const [here, there] = await publish(
		store,
		organisation({ name: 'Åsa kör' }),
		organisation({ name: 'Åsa IF', municipality: '0180' }),
	);
	const anna = await somebody(store, 'anna@example.org', { role: 'owner', listing: here!, municipality: null });
	const add = (at: number, listing: number, action: string, by = `person:${anna.id}`) =>
		store.transaction((tx) => tx.audit.add({ at, by, action, listing, after: { name: 'x' } }));
	const DAY = 86_400;
	await add(NOW, here!, 'listing.changed');
	await add(NOW + DAY, here!, 'revision.proposed');
	await add(NOW + 2 * DAY, there!, 'listing.changed', 'operator');
	expect(await steps(store, everything, ['1380'])).toEqual([
		`listing.changed person:${anna.id}`,
		`revision.proposed person:${anna.id}`,
	]);
	expect(await steps(store, everything, [])).toEqual([]);
	expect(await steps(store, asked('sida=åsa'))).toHaveLength(3);
	expect(await steps(store, asked('sida=ASA+KÖR'))).toHaveLength(2);
	expect(await steps(store, asked('sida=%25'))).toHaveLength(0);
	expect(await steps(store, asked('vem=anna@'))).toHaveLength(2);
	expect(await steps(store, asked('vem=operator'))).toHaveLength(1);
	expect(await steps(store, asked('vad=listing'))).toHaveLength(2);
	expect(await steps(store, asked('vad=list'))).toHaveLength(0);
	expect(await steps(store, asked('fran=2026-03-05&till=2026-03-05'))).toEqual([`revision.proposed person:${anna.id}`]);
	expect(await steps(store, asked('fran=2026-02-31&till=nope&vad=x;y'))).toHaveLength(3);
	const [last] = await store.audit.search(everything, null, { limit: 1 });
	const rest = await store.audit.search(everything, null, { before: last!.id });
	expect(rest.map(({ at }) => at)).toEqual([NOW + DAY, NOW]);
	expect(last!.role).toBeNull();
	expect(rest[0]!.role).toBe('owner');
});

test('what has become of an entry holds what became of those merged into it, and what registers did', async () => {
	const store = await testStore();
	const desk = await reviewer(store);
	await bring(store, file('1;Ås IF;;Idrott;Halmstad;;', '2;Ås Idrottsförening;;Idrott;Halmstad;;'), NOW - 10);
	const [one, other] = (await store.duplicates.of('1380')).map(({ id }) => id);
	await report(store, other!);
	const of = async (id: number) => (await store.audit.history(id, 0, 50)).map(({ action }) => action);
	expect(await of(one!)).toEqual(['import.added']);
	const id = await merge(store, desk, one!, other!);
	expect(await of(one!)).toEqual([
		'listing.merged_away',
		'listing.merged',
		'report.made',
		'import.added',
		'import.added',
	]);
	await undoMerge(store, desk, id, NOW + 20);
	expect(await of(one!)).toEqual(['listing.unmerged', 'listing.merged', 'import.added']);
	expect(await store.audit.history(one!, 1, 1)).toHaveLength(1);
});

test('who did it is told to those alone who may know', async () => {
	const store = await testStore();
	const [id] = await publish(store, organisation());
	const anna = await somebody(store, 'anna@example.org', { role: 'owner', listing: id!, municipality: null });
	const after = { person: anna.id, role: 'owner' };
	await store.transaction((tx) =>
		tx.audit.add({ at: NOW, by: `person:${anna.id}`, action: 'claim.given', listing: id!, after }),
	);
	const [step] = await store.audit.search(everything, null);
	const seen = (reader: { id: number; knowsPeople: boolean }) => told(step!, reader);
	expect(seen({ id: 99, knowsPeople: true })).toMatchObject({
		by: 'person',
		person: 'anna@example.org',
		about: 'anna@example.org',
	});
	const blind = seen({ id: 99, knowsPeople: false });
	expect(blind).toMatchObject({ by: 'person', role: 'owner', person: null, about: null });
	expect(JSON.stringify(blind)).not.toContain('anna');
	expect(blind.changes.map(({ field }) => field)).toEqual(['role']);
	expect(seen({ id: anna.id, knowsPeople: false }).by).toBe('you');
	await eraseSelf(store, anna, NOW);
	const [, gone] = await store.audit.search(everything, null);
	expect(told(gone!, { id: 99, knowsPeople: true })).toMatchObject({ by: 'gone', person: null });
	expect(told(gone!, { id: 99, knowsPeople: false }).by).toBe('person');
});

test.each([
	['=1+1', "'=1+1"],
	['+46 8 465', "'+46 8 465"],
	['-2+3', "'-2+3"],
	['-5', '-5'],
	['@SUM(A1)', "'@SUM(A1)"],
	['  =HYPERLINK("x")', '"\'  =HYPERLINK(""x"")"'],
	['|calc', "'|calc"],
	['\t=1', '"\'\t=1"'],
	['två; ord', '"två; ord"'],
	['rad\nrad', '"rad\nrad"'],
	['sa "hej"', '"sa ""hej"""'],
	['vanligt', 'vanligt'],
])('a cell of a spreadsheet: %o is %o', (value, expected) => {
	expect(csvLine([value, 'x'])).toBe(`${expected};x\r\n`);
});

test('every step that the code writes has words of its own, in both languages', () => {
	const root = resolve(import.meta.dirname, '../../src');
	const files = ['domain', 'intake', 'cli'].flatMap((wing) =>
		(readdirSync(join(root, wing), { recursive: true }) as string[])
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(root, wing, name)),
	);
	const found = files.flatMap((path) =>
		[...readFileSync(path, 'utf8').matchAll(/action: '([a-z_]+\.[a-z_.]+)'/g)]
			.map(([, name]) => name!)
			.filter((name) => !(name in permissions)),
	);
	expect(found.length).toBeGreaterThan(12);
	const decided = [
		'report.mended',
		'suggestion.known',
		'registration.returned',
		'revision.declined',
		'role.given.owner',
	];
	for (const action of [...found, ...decided]) expect(actionLabel(action), action).not.toBe(action);
});

test('a register or a page that somebody sent in and took back leaves its step; so does what Samlas forgets by itself', async () => {
	const store = await testStore();
	const anna = await somebody(store, 'anna@example.org');
	const sent = { municipality: '1380', name: 'Kören', note: null, kind: 'organisation' } as const;
	const id = await store.transaction(async (tx) => {
		const listing = await tx.listings.create(organisation({ name: 'Kören' }), { at: NOW });
		const begun = { kind: 'organisation', device: null, person: anna.id, typed: {}, done: [] } as const;
		const draft = await tx.drafts.add({ ...begun, done: [] }, NOW);
		await tx.registrations.add({ ...sent, draft, listing, person: anna.id }, NOW);
		const [own] = await tx.registrations.of(anna.id);
		await withdraw(tx, own!, 'samlas', NOW);
		return listing;
	});
	expect(await store.listings.get(id)).toBeUndefined();
	const [step] = await store.audit.search(everything, ['1380']);
	expect(told(step!, { id: 9, knowsPeople: true })).toMatchObject({
		...{ action: 'registration.withdrawn', by: 'samlas', changes: [{ field: 'name', before: null, after: 'Kören' }] },
	});
});

test('what a reviewer answered somebody is not told to who looks after the entry', async () => {
	const store = await testStore();
	const [id] = await publish(store, organisation());
	const after = { report: 7, words: 'Hej Bo, tack!' };
	await store.transaction((tx) =>
		tx.audit.add({ at: NOW, by: 'operator', action: 'report.mended', listing: id!, after }),
	);
	const [step] = await store.audit.search(everything, null);
	expect(told(step!, { id: 1, knowsPeople: false }).changes).toEqual([]);
	expect(told(step!, { id: 1, knowsPeople: true }).changes.map(({ field }) => field)).toEqual(['words']);
});
