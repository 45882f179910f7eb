import { describe, expect, it } from 'vitest';
import { Conflict } from '#domain/errors.ts';
import { publishImport } from '#intake/publish.ts';
import type { Store } from '#store/open.ts';
import { file, HEAD, number, THREE } from './helpers/register.ts';
import { NOW, plan, publish, published, withStore } from './helpers/store.ts';

const names = async (store: Store) => (await published(store)).map((it) => it.name);

describe('an import', () => {
	it('publishes what it read, with themes, places and freshness', () =>
		withStore(async (store) => {
			const { counts } = await publish(store, THREE);
			expect(counts).toMatchObject({ rows: 3, added: 3, changed: 0, unchanged: 0, gone: 0, refused: 0, persons: 0 });
			expect(await published(store)).toMatchObject([
				{ name: 'Ås IF', themes: ['sport'], municipality: '1380', confirmedBy: 'import', confirmedAt: NOW },
				{ name: 'Önas Byalag', locality: 'Oskarström', position: { precision: 'locality' } },
				{ name: 'Kören Lek', themes: ['choir'] },
			]);
		}));

	it('of the same file again changes nothing', () =>
		withStore(async (store) => {
			await publish(store, THREE);
			const before = await store.changes.newest();
			const { counts } = await publish(store, THREE, NOW + 100);
			expect(counts).toMatchObject({ added: 0, changed: 0, unchanged: 3, gone: 0 });
			expect(await store.changes.newest()).toBe(before);
		}));

	it('of a changed file shows added, changed and gone, and what is gone can return', () =>
		withStore(async (store) => {
			await publish(store, THREE);
			const second = file(
				'1;Ås Idrottsförening;;Idrott;Halmstad;;',
				'3;Kören Lek;;Kultur;Halmstad;;',
				'4;Nya Klubben;;Schack;;;',
			);
			const { plan: planned, counts } = await publish(store, second, NOW + 100);
			expect(counts).toMatchObject({ added: 1, changed: 1, unchanged: 1, gone: 1 });
			expect(planned.rows.find((row) => row.fate === 'changed')?.differences).toEqual([
				{ field: 'name', before: 'Ås IF', after: 'Ås Idrottsförening' },
			]);
			expect(await names(store)).toEqual(['Ås Idrottsförening', 'Kören Lek', 'Nya Klubben']);
			const { plan: third } = await publish(store, THREE, NOW + 200);
			expect(third.rows.map((row) => row.fate)).toEqual(['changed', 'returned', 'unchanged']);
			expect(await names(store)).toEqual(['Ås IF', 'Önas Byalag', 'Kören Lek']);
		}));

	it('writes nothing before it is published', () =>
		withStore(async (store) => {
			await plan(store, THREE);
			expect(await published(store)).toEqual([]);
			expect(await store.batches.register('1380', 'associations')).toBeUndefined();
		}));

	it('that was planned before another was published is refused', () =>
		withStore(async (store) => {
			const early = await plan(store, THREE);
			await publish(store, THREE);
			await expect(publishImport(store, early)).rejects.toThrow(Conflict);
		}));

	it('leaves nothing when it fails in the middle', () =>
		withStore(async (store) => {
			const planned = await plan(store, THREE);
			planned.rows[2]!.row.listing = { ...planned.rows[2]!.row.listing, municipality: '9999' };
			await expect(publishImport(store, planned)).rejects.toThrow(/FOREIGN KEY/);
			expect(await published(store)).toEqual([]);
			expect(await store.batches.register('1380', 'associations')).toBeUndefined();
		}));
});

describe('identity', () => {
	const kept: [string, string, string][] = [
		["the register's id", '7;Ås IF;;;;;', '7;Åsens Klubb;;;;;'],
		['the organisation number', `;Ås IF;${number(1)};;;;`, `;Åsens Klubb;${number(1)};;;;`],
		['the name', ';Ås IF;;;Halmstad;;', ';ÅS  IF;;Skidor;Halmstad;;'],
		['the name, when a number comes', ';Ås IF;;;;;', `;Ås IF;${number(1)};;;;`],
		['the number, when an id comes', `;Ås IF;${number(1)};;;;`, `9;Åsens Klubb;${number(1)};;;;`],
	];
	it.each(kept)('is kept by %s', (_, first, second) =>
		withStore(async (store) => {
			await publish(store, file(first));
			const [before] = await published(store);
			const { counts } = await publish(store, file(second));
			const [after, ...more] = await published(store);
			expect(counts).toMatchObject({ added: 0, gone: 0 });
			expect([after!.id, more]).toEqual([before!.id, []]);
		}),
	);

	it('of sections that share a number is their name', () =>
		withStore(async (store) => {
			const sections = file(`;Ås IF Fotboll;${number(1)};;;;`, `;Ås IF Skidor;${number(1)};;;;`);
			expect((await publish(store, sections)).counts.added).toBe(2);
			expect((await publish(store, sections)).counts.unchanged).toBe(2);
		}));

	it('of namesakes is their place, and the same row twice is said', () =>
		withStore(async (store) => {
			const rows = file(';PRO;;;Halmstad;;', ';PRO;;;Oskarström;;', ';PRO;;;Halmstad;;');
			const { counts, plan: planned } = await publish(store, rows);
			expect(counts).toMatchObject({ rows: 3, added: 2, refused: 1 });
			expect(planned.problems).toEqual([{ line: 4, field: 'row', reason: 'duplicate', value: 'PRO' }]);
		}));

	it('stays when a namesake comes and goes', () =>
		withStore(async (store) => {
			const [one, two] = [file(';PRO;;;Halmstad;;'), file(';PRO;;;Halmstad;;', ';PRO;;;Oskarström;;')];
			await publish(store, one);
			const [first] = await published(store);
			expect((await publish(store, two)).counts).toMatchObject({ added: 1, unchanged: 1, gone: 0 });
			expect((await publish(store, one)).counts).toMatchObject({ added: 0, unchanged: 1, gone: 1 });
			expect((await published(store)).map((it) => it.id)).toEqual([first!.id]);
		}));

	it('an id that different associations bear is none', () =>
		withStore(async (store) => {
			expect((await publish(store, file('1;Ås IF;;;;;', '1;Ö IK;;;;;'))).counts.added).toBe(2);
		}));
});

describe('municipalities', () => {
	it("a row goes where its own column says, else to the register's", () =>
		withStore(async (store) => {
			const rows = file(
				'1;A-laget;;;;Laholm;',
				'2;B-laget;;;;Laholms kommun;',
				'3;C-laget;;;;1381;',
				'4;D-laget;;;;Nangijala;',
				'5;E-laget;;;Göteborg;;',
			);
			const { plan: planned } = await publish(store, rows);
			expect((await published(store)).map((it) => it.municipality)).toEqual(['1381', '1381', '1381', '1380', '1380']);
			expect(planned.problems).toMatchObject([{ line: 5, reason: 'unknown_municipality', value: 'Nangijala' }]);
		}));

	it('a post town far away does not move an association', () =>
		withStore(async (store) => {
			await publish(store, file('1;Ås IF;;;Kiruna;;'));
			expect((await published(store))[0]).toMatchObject({
				postTown: 'Kiruna',
				position: { precision: 'municipality' },
			});
		}));
});

describe('what an owner has written', () => {
	it('is left alone, and the rest follows the file', () =>
		withStore(async (store) => {
			await publish(store, THREE);
			const [first] = await published(store);
			await store.transaction(async (tx) => {
				const { id, slug, createdAt, updatedAt, publishedAt, archivedAt, mergedInto, ...value } =
					(await tx.listings.get(first!.id as number))!;
				const own = { ...value, street: 'Egna gatan 1', phone: '070-174 06 05', languages: ['fi' as const] };
				await tx.listings.replace(id, own, NOW);
				await tx.batches.keep(id, ['street', 'phone'], 'owner', NOW);
			});
			const head = `${HEAD};Adress;Telefon`;
			await publish(store, `${head}\n1;Ås Idrottsförening;;Idrott;Halmstad;;;Storgatan 2;070-1740606\n`);
			expect((await published(store))[0]).toMatchObject({
				name: 'Ås Idrottsförening',
				street: 'Egna gatan 1',
				phone: '070-174 06 05',
				languages: ['fi'],
			});
		}));
});

describe('persons', () => {
	it('are never published, and no report holds what they are called or their number', () =>
		withStore(async (store) => {
			const rows = file(
				'1;Anna Exempelsson;191212-1212;;;;',
				'2;Lars Exempelsson;;;;;',
				'3;Klubb 191212-1212;;;;;',
				'4;Ås IF;;Idrott;;;Kerstin Kontaktsson',
			);
			const { counts, plan: planned } = await publish(store, rows);
			expect(counts).toMatchObject({ rows: 4, added: 1, persons: 3 });
			expect(planned.contacts).toBe(1);
			const batch = await store.batches.get(1);
			const everything = JSON.stringify([await published(store), batch, planned.problems]);
			for (const secret of ['Exempelsson', 'Kontaktsson', '1212']) expect(everything).not.toContain(secret);
		}));

	it('are not named by a remark on a row that names one in the wrong place', () =>
		withStore(async (store) => {
			const rows =
				'Namn;E-post;Telefon;Adress\nÅs IF;Anna Exempelsson;Anna Exempelsson 070;@\n"Ö";"IK" Anna Exempelsson;"y\n';
			const { counts, plan: planned } = await publish(store, rows);
			expect(counts).toMatchObject({ rows: 2, added: 1, refused: 1, warnings: 3 });
			expect(JSON.stringify(planned.problems)).not.toContain('Exempelsson');
		}));

	it('bad details become warnings, never a lost row', () =>
		withStore(async (store) => {
			const head = 'Namn;E-post;Telefon;Hemsida;Postnr;Latitud;Longitud;Adress';
			const row = `${'Lång '.repeat(60)};inte en adress;123;Har vi inte;99999;1;2;621 22`;
			const { counts, plan: planned } = await publish(store, `${head}\n${row}\n`);
			expect(counts).toMatchObject({ rows: 1, added: 1, refused: 0 });
			expect(planned.problems.map((it) => `${it.field} ${it.reason}`).sort()).toEqual([
				'email not_an_email',
				'homepage not_a_homepage',
				'name too_long',
				'phone not_a_phone',
				'position not_a_position',
				'postcode not_a_postcode',
				'street not_an_address',
			]);
			expect(((await published(store))[0]!.name as string).length).toBeLessThanOrEqual(200);
		}));
});

describe('coordinates', () => {
	it('of a whole file are in one zone, also at the edge of a large municipality', () =>
		withStore(async (store) => {
			// In SWEREF 99 20 15: Kiruna town three times, and Riksgränsen 110 km from it, which seems nearer in the next zone.
			const rows = ['A IF;7528500;149000', 'B IF;7528900;149500', 'C IF;7527900;148800', 'Riks IF;7594500;60300'];
			await publish(store, `Namn;N;E;Kommun\n${rows.map((row) => `${row};Kiruna`).join('\n')}\n`);
			const positions = (await published(store)).map((it) => it.position as { lon: number; lat: number });
			expect(positions[0]!.lon).toBeCloseTo(20.23, 1);
			expect(positions[3]!.lon).toBeCloseTo(18.065, 2);
		}));

	it('somewhere in another municipality are never those of an entry', () =>
		withStore(async (store) => {
			await publish(store, 'Namn;Kommun;Postnr;Postort\nÅs Skytte;Österåker;124 32;Bandhagen\n');
			const [entry] = await published(store);
			expect(entry).toMatchObject({ municipality: '0117', position: { precision: 'municipality' } });
			expect((entry!.position as { lat: number }).lat).toBeGreaterThan(59.4);
		}));

	it.each([
		['Koordinat N (SWEREF 99 TM);Koordinat E (SWEREF 99 TM)', '6283500;368700'],
		['X (RT90);Y (RT90)', '6285000;1320000'],
		['Latitud WGS84;Longitud WGS84', '56,67;12,86'],
		['Koordinater', '56.67, 12.86'],
	])('are found under %j', (heads, values) =>
		withStore(async (store) => {
			await publish(store, `Namn;Typ;${heads}\nÅs IF;Idrott;${values}\nÖ IK;Idrott;${values}\n`);
			const { lat, lon, precision } = (await published(store))[0]!.position as Record<string, number>;
			expect(precision).toBe('exact');
			expect([Math.abs(lat! - 56.67) < 0.03, Math.abs(lon! - 12.86) < 0.03]).toEqual([true, true]);
		}),
	);

	it('that fall nowhere are shown as they stand', () =>
		withStore(async (store) => {
			const { plan: planned } = await publish(store, 'Namn;N;E\nÅs IF;60.1699;24.9384\nÖ IK;inte;alls\n');
			expect(planned.problems.map((it) => it.value)).toEqual(['60.1699 · 24.9384', 'inte alls']);
		}));
});

it('a year is read of a date in any spelling', () =>
	withStore(async (store) => {
		await publish(store, 'Namn;Grundad\nA IF;1923-05-01\nB IF;19240501\nC IF;1 maj 1925\n');
		expect((await published(store)).map((it) => it.foundedYear)).toEqual([1923, 1924, 1925]);
	}));
