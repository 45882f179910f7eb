import { expect, it } from 'vitest';
import { personIn } from '#domain/organisation-number.ts';
import { prepareImport } from '#intake/import.ts';
import { publishImport } from '#intake/publish.ts';
import { describeReal, realFile } from './helpers/real.ts';
import { published, withStore } from './helpers/store.ts';

describeReal('importing real registers', () => {
	it.each([
		['halmstad_semikolon_iso-8859-1_crlf.csv', '1380', 495],
		['gotland_ibgo.json', '0980', 438],
		['umea_rbok.json', '2480', 586],
		['sundsvall_actorsmartbook.json', '2281', 440],
	])('%s: every row has its fate, the second time nothing changes', (file, municipality, rows) =>
		withStore(async (store) => {
			const input = { store, bytes: realFile(file), fileName: file, municipality };
			const plan = await prepareImport(input);
			const { counts } = plan;
			expect(counts.rows).toBe(rows);
			expect(counts.added + counts.refused + counts.persons).toBe(rows);
			expect(counts.added).toBeGreaterThan(rows * 0.93);
			await publishImport(store, plan);
			expect((await prepareImport(input)).counts).toMatchObject({
				added: 0,
				changed: 0,
				unchanged: counts.added,
				gone: 0,
			});
			const shown = JSON.stringify(await published(store));
			expect(shown).not.toMatch(/Kontakt Person|Exempelsson|c\/o/i);
			expect(personIn(JSON.stringify(plan.problems))).toBe(false);
		}),
	);

	it('a register known by its table stays itself when it comes as JSON of the same system', () =>
		withStore(async (store) => {
			const halmstad = (name: string) => ({ store, bytes: realFile(name), fileName: name, municipality: '1380' });
			await publishImport(store, await prepareImport(halmstad('halmstad_semikolon_iso-8859-1_crlf.csv')));
			const { counts } = await prepareImport(halmstad('halmstad_fri.json'));
			expect(counts).toMatchObject({ added: 0, gone: 0 });
		}));
});
