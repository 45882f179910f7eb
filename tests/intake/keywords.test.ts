import { describe, expect, it } from 'vitest';
import { everything } from '#domain/query.ts';
import { createFinder } from '#finder/finder.ts';
import { keywordsOf } from '#intake/clean/keywords.ts';
import { undoBatch } from '#intake/undo.ts';
import { NOW, publish, published, withStore } from './helpers/store.ts';

const register = (...rows: string[]) => `Id;Namn;Föreningstyp;Verksamhet\n${rows.join('\n')}\n`;

describe('what a register calls its rows', () => {
	it('is kept as it is written, each word once, and searched in', () =>
		withStore(async (store) => {
			await publish(store, register('1;Lommens gille;Hantverk;Knyppling, hantverk', '2;Ås IF;;Bangolf'));
			const [gille] = await published(store);
			expect(gille).toMatchObject({ keywords: ['Hantverk', 'Knyppling'] });
			const finder = await createFinder(store);
			const find = (q: string) => finder.search({ ...everything, q }, NOW).hits.map(({ id }) => id);
			expect(find('knyppla')).toEqual([gille!.id]);
			await store.transaction((tx) => tx.listings.archive(gille!.id as number, 'gone', NOW));
			await finder.follow();
			expect(find('knyppla')).toEqual([]);
			finder.close();
		}));

	it('follows the file, and is given back when a batch is taken back', () =>
		withStore(async (store) => {
			const words = async () => (await published(store)).map(({ keywords }) => keywords);
			await publish(store, register('1;Lommens gille;Hantverk;Knyppling'));
			expect((await publish(store, register('1;Lommens gille;Hantverk;Knyppling'))).counts.unchanged).toBe(1);
			const second = await publish(store, register('1;Lommens gille;Hantverk;Vävning'));
			expect(second.counts.changed).toBe(1);
			expect(await words()).toEqual([['Hantverk', 'Vävning']]);
			await undoBatch(store, second.batch);
			expect(await words()).toEqual([['Hantverk', 'Knyppling']]);
		}));

	it('is none in a value that was put aside before there were such words', () =>
		withStore(async (store) => {
			await publish(store, register('1;Lommens gille;Hantverk;Knyppling'));
			await store.transaction(async (tx) => {
				const [stands] = await published(store);
				const { keywords: _none, ...before } = (await tx.listings.get(stands!.id as number))!;
				await tx.listings.replace(stands!.id as number, before as never, NOW);
			});
			expect(await published(store)).toMatchObject([{ keywords: [] }]);
		}));

	it.each([
		['a person', 'Anna Exempelsson'],
		['a personal number', '19121212-1212'],
		['a mail address', 'info@example.org'],
		['a telephone', '070-174 06 05'],
		['a web address', 'https://example.org'],
		['a whole text', 'Vi ordnar en årlig utflykt och träffas på torsdagar i församlingshemmet bakom kyrkan'],
		['a code', '12'],
	])('leaves out %s', (_, label) => {
		expect(keywordsOf([label, 'Schack'])).toEqual(['Schack']);
	});
});
