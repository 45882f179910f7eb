import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Conflict, NotFound } from '#domain/errors.ts';
import { entryValue } from '#intake/merge.ts';
import { undoBatch } from '#intake/undo.ts';
import { file, number, THREE } from './helpers/register.ts';
import { NOW, plan, publish, published, withStore } from './helpers/store.ts';

describe('taking a batch back', () => {
	it('is refused for a batch that is unknown, taken back, or stood upon', () =>
		withStore(async (store) => {
			const first = (await publish(store, THREE)).batch;
			const second = (await publish(store, file('1;Ås IF;;;;;'))).batch;
			await expect(undoBatch(store, 99)).rejects.toThrow(NotFound);
			await expect(undoBatch(store, first)).rejects.toThrow(Conflict);
			await undoBatch(store, second);
			await expect(undoBatch(store, second)).rejects.toThrow(Conflict);
			await undoBatch(store, first);
			expect(await published(store)).toEqual([]);
		}));

	it('and importing it again brings the same entries, not new ones', () =>
		withStore(async (store) => {
			const { batch } = await publish(store, THREE);
			const before = (await published(store)).map((it) => it.id);
			await undoBatch(store, batch);
			await publish(store, THREE);
			expect((await published(store)).map((it) => it.id)).toEqual(before);
		}));

	it('leaves what an owner has written since', () =>
		withStore(async (store) => {
			const head = 'Id;Namn;Telefon;Adress';
			await publish(store, `${head}\n1;Ås IF;070-174 06 05;Storgatan 1\n`);
			const { batch } = await publish(store, `${head}\n1;Ås Idrott;070-174 06 06;Storgatan 2\n`);
			await store.transaction(async (tx) => {
				const id = (await published(store))[0]!.id as number;
				const own = {
					...entryValue((await tx.listings.get(id))!),
					phone: '070-174 06 07',
					confirmedBy: 'owner' as const,
				};
				await tx.listings.replace(id, own, NOW);
				await tx.batches.keep(id, ['phone'], 'owner', NOW);
			});
			await undoBatch(store, batch);
			expect(await published(store)).toMatchObject([
				{ name: 'Ås IF', street: 'Storgatan 1', phone: '070-174 06 07', confirmedBy: 'owner' },
			]);
		}));

	const row = fc
		.record({
			id: fc.constantFrom('', '1', '2', '3', '4'),
			name: fc.constantFrom('Ås IF', 'Ö IK', 'Kören Lek', 'Byalaget', 'Ås  IF'),
			number: fc.constantFrom('', number(1), number(2), '899999-0000', '191212-1212'),
			type: fc.constantFrom('Idrott', 'Kultur', 'Schack'),
			town: fc.constantFrom('', 'Halmstad', 'Oskarström'),
		})
		.map(({ id, name, number: no, type, town }) => `${id};${name};${no};${type};${town};;`);
	const anyFile = fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => file(...rows));

	it('gives back exactly what was before it', async () => {
		await fc.assert(
			fc.asyncProperty(anyFile, anyFile, anyFile, (a, b, c) =>
				withStore(async (store) => {
					await publish(store, a, NOW);
					const afterA = await published(store);
					const second = await publish(store, b, NOW + 1);
					const afterB = await published(store);
					const third = await publish(store, c, NOW + 2);
					await undoBatch(store, third.batch, NOW + 3);
					expect(await published(store)).toEqual(afterB);
					await undoBatch(store, second.batch, NOW + 4);
					expect(await published(store)).toEqual(afterA);
					const again = await publish(store, b, NOW + 1);
					expect(await published(store)).toHaveLength(afterB.length);
					expect((await publish(store, b)).counts).toMatchObject({ added: 0, changed: 0, gone: 0 });
					expect(again.counts.rows).toBe(second.counts.rows);
				}),
			),
			{ numRuns: 25 },
		);
	});

	it('counts of any file add up', async () => {
		await fc.assert(
			fc.asyncProperty(anyFile, (text) =>
				withStore(async (store) => {
					const { counts } = await plan(store, text);
					expect(counts.added + counts.changed + counts.unchanged + counts.refused + counts.persons).toBe(counts.rows);
				}),
			),
			{ numRuns: 10 },
		);
	});
});
