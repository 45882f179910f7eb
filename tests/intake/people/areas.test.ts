import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import wkx from 'wkx';
import { collection, feature, metres, plan, reasons, square } from './made.ts';

const TOWN = square([12.8, 56.6]);
const WOOD = square([12.9, 56.6]);
const KALMAR = square([16.3, 56.6]);

describe('polygons', () => {
	test('DeSO in WGS 84 with people are kept, with a point within and their municipality', async () => {
		const file = collection([
			feature({ desokod: '1380A0010', Totalt: 1500 }, TOWN),
			feature({ desokod: '1380C0020', Totalt: 300 }, WOOD),
		]);
		const made = await plan(file);
		expect(made).toMatchObject({ format: 'geojson', level: 'deso', system: 'EPSG:4326' });
		expect(made.rows.map(({ fate }) => fate)).toEqual(['new', 'new']);
		const [content] = made.contents;
		if (content?.what !== 'areas') throw new Error('no areas');
		expect(content.areas[0]).toMatchObject({ code: '1380A0010', municipality: '1380', lon: 12.85, lat: 56.65 });
		expect(content.figures.map(({ persons }) => persons)).toEqual([1500, 300]);
		// Halmstad has more than a hundred thousand: the sum is told.
		expect(reasons(made)).toEqual(['sum_differs']);
		expect(made.sums).toMatchObject([{ code: '1380', persons: 1800, count: 2, withoutPolygon: 0 }]);
	});

	test('SWEREF 99 TM is told by its values, named or not; a wrong name in the file is told', async () => {
		const sweref = (more: object) =>
			collection([feature({ regsokod: '1380R001_RegSO2025', regsonamn: 'Åled' }, TOWN.map(metres))], more);
		const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
		for (const more of [{}, crs('urn:ogc:def:crs:EPSG::3006'), crs('EPSG:3006')]) {
			const made = await plan(sweref(more));
			expect(reasons(made)).toEqual(['no_figures']);
			const [content] = made.contents;
			if (content?.what !== 'areas') throw new Error('no areas');
			expect(content.areas[0]).toMatchObject({ code: '1380R001', name: 'Åled', level: 'regso' });
			expect(content.areas[0]!.polygon.coordinates[0]![0]![0]![0]).toBeCloseTo(12.8, 5);
			expect(content.areas[0]!.lat).toBeCloseTo(56.65, 2);
		}
		expect(reasons(await plan(sweref(crs('EPSG:4326'))))).toEqual(['crs_differs', 'no_figures']);
	});

	test('own districts by name, in the municipality that is named', async () => {
		const file = collection([feature({ Stadsdel: 'Östra Söder' }, TOWN), feature({ Stadsdel: 'Väster' }, WOOD)]);
		expect(reasons(await plan(file))).toEqual(['no_figures', 'no_municipality']);
		const made = await plan(file, { municipality: '1380' });
		expect(made.level).toBe('district');
		expect(made.contents[0]).toMatchObject({
			areas: [{ code: '1380-ostra-soder', name: 'Östra Söder' }, { code: '1380-vaster' }],
		});
	});

	test('municipalities have the names that are theirs; area types beside polygons are kept too', async () => {
		const made = await plan(
			collection([feature({ kommunkod: '1380', namn: 'x' }, TOWN), feature({ kommunkod: '0880', namn: 'y' }, KALMAR)]),
		);
		expect(made.contents).toMatchObject([{ level: 'municipality', areas: [{ name: 'Halmstad' }, { name: 'Kalmar' }] }]);
		const typed = await plan(collection([feature({ regso: '1380R001', omradestyp: 'Områdestyp 2' }, TOWN)]));
		expect(typed.contents[1]).toEqual({
			what: 'classes',
			level: 'regso',
			classes: [{ level: 'regso', code: '1380R001', class: 2 }],
		});
	});

	test("a municipality's border is held against where its people are known to live, and others'", async () => {
		const border = (code: string, corner: [number, number], side: number) =>
			plan(collection([feature({ kommunkod: code }, square(corner, side))]));
		const said = async (...given: Parameters<typeof border>) =>
			(await border(...given)).problems.filter(({ reason }) => reason.startsWith('border'));
		// Halmstad wrongly drawn where Laholm lies; the town of Halmstad without its villages; half of Halland.
		expect(await said('1380', [13, 56.45], 0.1)).toMatchObject([
			{ code: '1380', reason: 'border_elsewhere', value: '100 %' },
		]);
		expect(await said('1380', [12.8, 56.6], 0.1)).toMatchObject([{ reason: 'border_leaves_out' }]);
		expect(await said('1380', [12.3, 56.4], 1)).toMatchObject([{ reason: 'border_takes_in' }]);
		expect((await border('1380', [13, 56.45], 0.1)).contents).toEqual([]);
		expect((await border('1380', [12.8, 56.6], 0.1)).contents).toHaveLength(1);
	});

	test('a GeoPackage in SWEREF 99 TM reads as the same areas; a foreign or cut file is refused', async () => {
		const file = new Database(':memory:');
		file.exec(`
			CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
			INSERT INTO gpkg_spatial_ref_sys VALUES ('SWEREF99 TM', 3006, 'EPSG', 3006, '');
			CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER);
			INSERT INTO gpkg_contents VALUES ('DeSO "2025"', 'features', 3006), ('notes', 'attributes', NULL);
			CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
			INSERT INTO gpkg_geometry_columns VALUES ('DeSO "2025"', 'geom', 'MULTIPOLYGON', 3006, 1, 0);
			CREATE TABLE "DeSO ""2025""" (fid INTEGER PRIMARY KEY, geom BLOB, deso TEXT, Totalt INTEGER)`);
		// A header without and with a box, little-endian; the second with heights.
		const head = (flags: number, box: number) =>
			Buffer.concat([Buffer.from([0x47, 0x50, 0, flags]), Buffer.alloc(4 + box)]);
		const wkb = (ring: [number, number][]) =>
			wkx.Geometry.parseGeoJSON({ type: 'MultiPolygon', coordinates: [[ring]] }).toWkb();
		const add = file.prepare('INSERT INTO "DeSO ""2025""" (geom, deso, Totalt) VALUES (?, ?, ?)');
		add.run(Buffer.concat([head(1, 0), wkb(TOWN.map(metres))]), '1380A0010', 12);
		add.run(Buffer.concat([head(3, 32), wkb(WOOD.map(metres))]), '1380A0020', 30);
		const bytes = file.serialize();
		file.close();
		const made = await plan(bytes);
		expect(made).toMatchObject({ format: 'geopackage', layer: 'DeSO "2025"', level: 'deso', system: 'EPSG:3006' });
		expect(made.contents).toMatchObject([
			{ areas: [{ code: '1380A0010' }, { code: '1380A0020' }], figures: [{ persons: 12 }, { persons: 30 }] },
		]);
		await expect(plan(bytes.subarray(0, 600))).rejects.toMatchObject({ fields: { file: 'broken_geopackage' } });
		await expect(plan(new Database(':memory:').exec('CREATE TABLE a (b)').serialize())).rejects.toMatchObject({
			fields: { file: 'broken_geopackage' },
		});
	});
});

describe('one wrong record is enough for nothing to be kept, and it is told which and where', () => {
	const good = feature({ deso: '1380A0010', Totalt: 1 }, TOWN);
	const bow: [number, number][] = [
		[12.9, 56.6],
		[13, 56.7],
		[13, 56.6],
		[12.9, 56.7],
		[12.9, 56.6],
	];
	const swap = (ring: [number, number][]) => ring.map(([x, y]): [number, number] => [y, x]);
	test.each([
		['crosses_itself', [feature({ deso: '1380A0020', Totalt: 1 }, bow)], '56.65000 12.95000'],
		['not_closed', [feature({ deso: '1380A0020', Totalt: 1 }, WOOD.slice(0, 4))], ''],
		['no_geometry', [feature({ deso: '1380A0020', Totalt: 1 }, null)], ''],
		['double', [feature({ deso: '1380A0010', Totalt: 1 }, WOOD)], ''],
		['no_code', [feature({ deso: '', Totalt: 1 }, WOOD)], ''],
		['bad_code', [feature({ deso: 'Söder', Totalt: 1 }, WOOD)], ''],
		['unknown_municipality', [feature({ deso: '9999A0010', Totalt: 1 }, WOOD)], '9999'],
		['negative', [feature({ deso: '1380A0020', Totalt: -4 }, WOOD)], 'Totalt: -4'],
		['not_a_number', [feature({ deso: '1380A0020', Totalt: 'många' }, WOOD)], 'Totalt: många'],
		['sum_impossible', [feature({ deso: '1380A0020', Totalt: 400_000 }, WOOD)], 'Halmstad'],
		['outside_sweden', [feature({ deso: '1380A0020', Totalt: 1 }, square([0, 51]))], '51 0'],
	])('%s', async (reason, features, where) => {
		const made = await plan(collection([good, ...features]));
		expect(made.contents).toEqual([]);
		expect(reasons(made)).toContain(reason);
		const problem = made.problems.find((it) => it.reason === reason)!;
		expect(problem.value).toContain(where);
		if (reason !== 'sum_impossible') expect(made.rows[1]).toMatchObject({ fate: 'refused', reason });
		expect(made.rows[0]!.fate).not.toBe('new');
	});

	test.each([
		['axes_swapped', (ring: [number, number][]) => swap(ring)],
		['axes_swapped', (ring: [number, number][]) => swap(ring.map(metres))],
		[
			'wrong_projection',
			(ring: [number, number][]) => ring.map(([lon, lat]): [number, number] => [lon * 111_319.49, 7_600_000 + lat]),
		],
	])('%s, of the whole file', async (reason, turn) => {
		const made = await plan(collection([feature({ deso: '1380A0010', Totalt: 1 }, turn(TOWN))]));
		expect(made.contents).toEqual([]);
		expect(made.problems[0]).toMatchObject({ reason, line: 0 });
	});

	test('a point for an area, and areas where nobody lives', async () => {
		const point = {
			type: 'Feature',
			properties: { deso: '1380A0020', Totalt: 4 },
			geometry: { type: 'Point', coordinates: [12.9, 56.6] },
		};
		expect(reasons(await plan(collection([good, point])))).toContain('not_an_area');
		const empty = await plan(collection([feature({ deso: '1380A0010', Totalt: 0 }, TOWN)]));
		expect(reasons(empty)).toContain('zero_population');
		expect(empty.contents).toEqual([]);
	});

	test('a file that is empty, holds nothing, or has neither codes nor names', async () => {
		await expect(plan('')).rejects.toMatchObject({ fields: { file: 'empty' } });
		await expect(plan(collection([]))).rejects.toMatchObject({ fields: { file: 'no_records' } });
		await expect(plan(collection([feature({ a: 1 }, TOWN)]))).rejects.toMatchObject({
			fields: { file: 'no_name_or_code_column' },
		});
		await expect(plan('a;b\n1;2\n')).rejects.toMatchObject({ fields: { file: 'no_code_column' } });
		await expect(plan('deso;namn\n1380A0010;Söder\n')).rejects.toMatchObject({ fields: { file: 'no_persons_column' } });
	});
});
