import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { undoMerge } from '../../src/domain/merge.ts';
import { undoBatch } from '../../src/intake/undo.ts';
import { openStore } from '../../src/store/open.ts';
import { bundled } from '../bundled.ts';
import { file } from '../intake/helpers/register.ts';
import { publish as bring, published, withStore } from '../intake/helpers/store.ts';
import { activity, NOW, organisation, publish, testStore } from '../store.ts';
import { everythingIn, merge, reviewer } from './scene.ts';

const names = async (store: Parameters<typeof published>[0]) =>
	(await published(store)).filter(({ mergedInto }) => mergedInto === null).map(({ name }) => name);
const TWO = file(
	'1;Ås IF;;Idrott;Halmstad;;',
	'2;Ås Idrottsförening;;Idrott;Halmstad;;',
	'3;Kören Lek;;Kultur;Halmstad;;',
);

async function imported(store: Parameters<typeof published>[0]) {
	const { batch } = await bring(store, TWO);
	const [kept, gone] = (await published(store)).map(({ id }) => id as number);
	const desk = await reviewer(store);
	return { batch, kept: kept!, gone: gone!, desk, id: await merge(store, desk, kept!, gone!) };
}

test('the next import brings no duplicate back, whatever the register says of either', () =>
	withStore(async (store) => {
		await imported(store);
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
		expect((await bring(store, TWO)).counts).toMatchObject({ added: 0, changed: 0, gone: 0 });
		const changed = file(
			'1;Ås IF;;Idrott;Oskarström;;',
			'2;Ås Idrott;;Kultur;Getinge;;',
			'3;Kören Lek;;Kultur;Halmstad;;',
		);
		expect((await bring(store, changed)).counts).toMatchObject({ added: 0, changed: 2, gone: 0 });
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
		const rekeyed = file(
			'8;Ås IF;;Idrott;Oskarström;;',
			'9;Ås Idrott;;Kultur;Getinge;;',
			'3;Kören Lek;;Kultur;Halmstad;;',
		);
		expect((await bring(store, rekeyed)).counts).toMatchObject({ added: 0, gone: 0 });
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
	}));

test('what was chosen of the other is not taken by the next import', () =>
	withStore(async (store) => {
		await bring(store, file('1;Ås IF;;Idrott;Halmstad;;', '2;Ås Idrottsförening;;Idrott;Halmstad;;'));
		const [kept, gone] = (await published(store)).map(({ id }) => id as number);
		await merge(store, await reviewer(store), kept!, gone!, { name: 'gone' });
		await bring(store, file('1;Ås IF;;Idrott;Oskarström;;', '2;Ås Idrottsförening;;Idrott;Halmstad;;'));
		expect(await store.listings.get(kept!)).toMatchObject({ name: 'Ås Idrottsförening', postTown: 'Oskarström' });
	}));

test('a register that drops one of the two keeps the entry; one that drops both does not', () =>
	withStore(async (store) => {
		await imported(store);
		const dropped = await bring(
			store,
			file('2;Ås Idrottsförening;;Idrott;Halmstad;;', '3;Kören Lek;;Kultur;Halmstad;;'),
		);
		expect(dropped.counts).toMatchObject({ added: 0, gone: 0 });
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
		await undoBatch(store, dropped.batch);
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
		await bring(store, file('3;Kören Lek;;Kultur;Halmstad;;'));
		expect(await names(store)).toEqual(['Kören Lek']);
	}));

test('a merge is taken back after imports: each is what its register says', () =>
	withStore(async (store) => {
		const { id, desk, gone } = await imported(store);
		await bring(
			store,
			file('1;Ås IF;;Idrott;Oskarström;;', '2;Ås Idrottsförening;;Idrott;Halmstad;;', '3;Kören Lek;;Kultur;Halmstad;;'),
		);
		await undoMerge(store, desk, id, NOW);
		expect(await names(store)).toEqual(['Ås IF', 'Ås Idrottsförening', 'Kören Lek']);
		await bring(
			store,
			file('1;Ås IF;;Idrott;Oskarström;;', '2;Ås Idrott;;Idrott;Halmstad;;', '3;Kören Lek;;Kultur;Halmstad;;'),
		);
		expect(await store.listings.get(gone)).toMatchObject({ name: 'Ås Idrott', archivedAt: null });
	}));

test('taken back after its register has dropped it, the one that was gone stands no more, until the register has it again', () =>
	withStore(async (store) => {
		const { id, desk, gone } = await imported(store);
		await bring(store, file('1;Ås IF;;Idrott;Halmstad;;', '3;Kören Lek;;Kultur;Halmstad;;'));
		await undoMerge(store, desk, id, NOW);
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
		await bring(store, TWO);
		expect(await store.listings.get(gone)).toMatchObject({ archivedAt: null, mergedInto: null });
	}));

const rows = (...lines: string[]) => file(...lines, '3;Kören Lek;;Kultur;Halmstad;;');
const KEPT_ROW = '1;Ås IF;;Idrott;Halmstad;;';
const entry = async (store: Parameters<typeof published>[0], id: number) => {
	const { name, postTown, archivedAt, mergedInto } = (await store.listings.get(id))!;
	return { name, postTown, seen: archivedAt === null && mergedInto === null };
};

test('what was chosen of the one gone follows its row; an undone import takes that back, and so does an undone merge', () =>
	withStore(async (store) => {
		await bring(store, rows(KEPT_ROW, '2;Ås Idrottsförening;;Idrott;Halmstad;;'));
		const [kept, gone] = (await published(store)).map(({ id }) => id as number) as [number, number];
		const desk = await reviewer(store);
		const id = await merge(store, desk, kept, gone, { name: 'gone' });
		const { batch, plan } = await bring(store, rows(KEPT_ROW, '2;Ås Idrott;;Idrott;Halmstad;;'));
		expect(plan.problems, 'all of it reaches the one kept').toEqual([]);
		expect(await entry(store, kept)).toMatchObject({ name: 'Ås Idrott', seen: true });
		await undoBatch(store, batch);
		expect(await entry(store, kept)).toMatchObject({ name: 'Ås Idrottsförening' });
		expect(await entry(store, gone)).toMatchObject({ name: 'Ås Idrottsförening', seen: false });
		await bring(store, rows(KEPT_ROW, '2;Ås Idrott;;Idrott;Halmstad;;'));
		await undoMerge(store, desk, id, NOW);
		expect(await entry(store, kept)).toEqual({ name: 'Ås IF', postTown: 'Halmstad', seen: true });
		expect(await entry(store, gone), 'as its register says by now').toMatchObject({ name: 'Ås Idrott', seen: true });
	}));

test('what the row of the one gone says anew of something else is told, and writes nothing over', () =>
	withStore(async (store) => {
		const { kept, gone } = await imported(store);
		const { plan } = await bring(store, rows(KEPT_ROW, '2;Ås Idrottsförening;;Idrott;Getinge;;'));
		expect(plan.problems).toEqual([{ line: 3, field: 'row', reason: 'merged_away', value: 'Ås IF' }]);
		expect(await entry(store, kept)).toMatchObject({ postTown: 'Halmstad' });
		expect(await entry(store, gone)).toMatchObject({ postTown: 'Getinge', seen: false });
		const again = await bring(store, rows(KEPT_ROW, '2;Ås Idrottsförening;;Idrott;Getinge;;'));
		expect(again.plan.problems, 'once').toEqual([]);
	}));

test('where the register has only the row of the one gone, the one kept follows it', () =>
	withStore(async (store) => {
		const { kept } = await imported(store);
		await bring(store, rows('2;Ås Idrottsförening;;Idrott;Halmstad;;'));
		const { plan } = await bring(store, rows('2;Ås Idrottsförening;;Idrott;Getinge;;'));
		expect(plan.problems).toEqual([]);
		expect(await entry(store, kept)).toEqual({ name: 'Ås IF', postTown: 'Getinge', seen: true });
	}));

test('what somebody has written of the one kept since then stays', () =>
	withStore(async (store) => {
		const { kept } = await imported(store);
		await store.transaction(async (tx) => {
			const stands = (await tx.listings.get(kept))!;
			await tx.listings.replace(kept, { ...stands, postTown: 'Halmstad' }, NOW);
			await tx.batches.keep(kept, ['postTown'], 'owner', NOW);
		});
		await bring(store, rows('2;Ås Idrottsförening;;Idrott;Halmstad;;'));
		const { plan } = await bring(store, rows('2;Ås Idrottsförening;;Idrott;Getinge;;'));
		expect(plan.problems).toHaveLength(1);
		expect(await entry(store, kept)).toMatchObject({ postTown: 'Halmstad' });
	}));

test('a register that drops one row after the other lets the entry go with the last, and has it back with either', () =>
	withStore(async (store) => {
		const { kept, gone } = await imported(store);
		await bring(store, rows('2;Ås Idrottsförening;;Idrott;Halmstad;;'));
		const dropped = await bring(store, rows());
		expect(dropped.counts).toMatchObject({ gone: 1 });
		expect(await entry(store, kept)).toMatchObject({ seen: false });
		await undoBatch(store, dropped.batch);
		expect(await entry(store, kept)).toMatchObject({ seen: true });
		await bring(store, rows());
		const back = await bring(store, rows('2;Ås Idrottsförening;;Idrott;Halmstad;;'));
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
		expect(await entry(store, gone)).toMatchObject({ seen: false });
		await undoBatch(store, back.batch);
		expect(await names(store)).toEqual(['Kören Lek']);
		await bring(store, TWO);
		expect(await names(store)).toEqual(['Ås IF', 'Kören Lek']);
	}));

test('killed again and again in the middle (SIGKILL), the two are one or two, whole', async () => {
	const store = await testStore();
	const [kept, gone] = await publish(
		store,
		organisation({ name: 'Ljungåsa IF', email: 'a@ljungasa.example' }),
		organisation({ name: 'Ljungåsa idrottsförening', email: 'b@ljungasa.example' }),
	);
	await publish(store, ...Array.from({ length: 200 }, (_, n) => activity({ name: `Träff ${n}`, organisation: gone! })));
	const desk = await reviewer(store);
	const apart = JSON.stringify(await everythingIn(store));
	store.close();
	const program = await bundled(join(import.meta.dirname, 'child.ts'));
	let done = 0;
	for (let kill = 0; kill < 6; kill++) {
		done += await killed(program, [store.folder, kept!, gone!, desk.id], 1 + (kill % 3), kill * 2);
		const after = await openStore(store.folder);
		expect(await after.check.damage()).toEqual([]);
		expect(await after.check.orphans()).toEqual([]);
		const merge = await after.merges.newest(kept!);
		if (merge) {
			expect(await after.faces.ofHost(kept!, 'activity', 'sv', 300)).toHaveLength(200);
			await undoMerge(after, desk, merge.id, NOW);
		}
		expect(JSON.stringify(await everythingIn(after)) === apart, `after kill ${kill}`).toBe(true);
		after.close();
	}
	expect(done).toBeGreaterThan(5);
}, 120_000);

/** Lets a process merge and take back until it has said so much and some milliseconds have passed; gives how much it did. */
function killed(program: string, args: (string | number)[], signs: number, later: number): Promise<number> {
	return new Promise((end, fail) => {
		const child = spawn(process.execPath, [program, ...args.map(String)], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let said = 0;
		child.stdout.on('data', (part) => {
			said += String(part).length;
			if (said >= signs) setTimeout(() => child.kill('SIGKILL'), later);
		});
		child.on('error', fail);
		child.on('close', () => end(said));
	});
}
