import { describe, expect, it } from 'vitest';
import { undoBatch } from '#intake/undo.ts';
import { file, THREE } from './helpers/register.ts';
import { NOW, publish, published, withStore } from './helpers/store.ts';

const DAY = 86_400;
const LATER = NOW + 300 * DAY;
const said = async (store: Parameters<typeof published>[0]) =>
	(await published(store)).map(({ name, confirmedAt, confirmedBy }) => [name, confirmedAt, confirmedBy]);

describe('what stands in a register is confirmed by its import', () => {
	it('also where nothing has changed; what has gone from it is not', () =>
		withStore(async (store) => {
			await publish(store, THREE);
			await publish(store, file('1;Ås IF;;Idrott;Halmstad;;', '2;Önas Byalag;;Byalag;Halmstad;;'), LATER);
			expect(await said(store)).toEqual([
				['Ås IF', LATER, 'import'],
				['Önas Byalag', LATER, 'import'],
			]);
		}));

	it('and the same file twice in a day gives nobody any work', () =>
		withStore(async (store) => {
			await publish(store, THREE);
			const before = await store.changes.newest();
			await publish(store, THREE, NOW + DAY);
			expect(await store.changes.newest()).toBe(before);
			await publish(store, THREE, NOW + DAY + 1);
			expect(await store.changes.newest()).toBe(before + 3);
		}));

	it('what people confirmed stays theirs until it has been silent for long', () =>
		withStore(async (store) => {
			await publish(store, THREE);
			const ids = (await published(store)).map(({ id }) => id as number);
			await store.transaction(async (tx) => {
				await tx.listings.confirm(ids[0]!, 'owner', LATER - 350 * DAY);
				await tx.listings.confirm(ids[1]!, 'owner', LATER - 900 * DAY);
			});
			await publish(store, THREE, LATER);
			expect(await said(store)).toEqual([
				['Ås IF', LATER - 350 * DAY, 'owner'],
				['Önas Byalag', LATER, 'import'],
				['Kören Lek', LATER, 'import'],
			]);
		}));

	it('and taking it back puts back what stood before, but for what was confirmed since', () =>
		withStore(async (store) => {
			await publish(store, THREE);
			const ids = (await published(store)).map(({ id }) => id as number);
			await store.transaction((tx) => tx.listings.confirm(ids[1]!, 'owner', LATER - 900 * DAY));
			const { batch } = await publish(store, THREE, LATER);
			await store.transaction((tx) => tx.listings.confirm(ids[2]!, 'officer', LATER + DAY));
			await undoBatch(store, batch, LATER + 2 * DAY);
			expect(await said(store)).toEqual([
				['Ås IF', NOW, 'import'],
				['Önas Byalag', LATER - 900 * DAY, 'owner'],
				['Kören Lek', LATER + DAY, 'officer'],
			]);
		}));
});
