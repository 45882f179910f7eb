import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import wkx from 'wkx';
import writeXlsx from 'write-excel-file/node';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import {
	dropPeople,
	forgetPeopleUploads,
	peopleUploadSeen,
	publishPeople,
	receivePeople,
	removePeople,
	rereadPeople,
	undoPeople,
} from '../../src/domain/people-upload.ts';
import { MOST_PEOPLE_UPLOADED, type PeopleFate } from '../../src/domain/people-upload-state.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import { type FoundPeople, workOnPeople } from '../../src/intake/people/uploaded.ts';
import { isTooLarge } from '../../src/server/body-limit.ts';
import { createImportOffice } from '../../src/server/import-office.ts';
import { readGeoPackage } from '../../src/store/geopackage.ts';
import type { Store } from '../../src/store/open.ts';
import { collection, feature, metres, planWith, square } from '../intake/people/made.ts';
import { everythingIn, NOW, somebody, testStore } from '../store.ts';

// Invented areas in and around Halmstad (1380) and Kalmar (0880); nothing here is SCB's.

const DAY = 86_400;
const CODE = '1380';
const ORIGIN = { source: 'SCB', date: '2025-12-31', licence: 'CC0' };
const DESO = collection([
	feature({ deso: '1380A0010', Totalt: 60_000 }, square([12.8, 56.6])),
	feature({ deso: '1380A0020', Totalt: 45_000 }, square([12.9, 56.6])),
	feature({ deso: '0880A0010', Totalt: 70_000 }, square([16.3, 56.6])),
]);

async function scene() {
	const store = await testStore();
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, email, held);
	return {
		store,
		desk: await make('desk@example.org', { role: 'reviewer', listing: null, municipality: CODE }),
		elsewhere: await make('elsewhere@example.org', { role: 'administrator', listing: null, municipality: '0880' }),
		operator: await make('operator@example.org', { role: 'operator', listing: null, municipality: null }),
	};
}

const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? Buffer.from(text) : text);
const hand = (store: Store, by: Actor, text: string | Uint8Array, municipality: string | null = CODE) =>
	receivePeople(store, by, { municipality, name: 'deso.geojson', bytes: bytesOf(text) }, NOW);
/** What the child does, in this process. */
const work = (store: Store, id: number) =>
	workOnPeople(store, id, { now: () => NOW, progress: () => undefined, readGeoPackage });
const at = async (store: Store, id: number) => (await store.peopleUploads.get(id))!;
const found = async (store: Store, id: number) => (await at(store, id)).found as FoundPeople;
const refusal = (given: Promise<unknown>) =>
	given.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const files = (store: Store) => {
	const folder = join(store.folder, 'people-uploads');
	return existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f-]{36}$/.test(name)) : [];
};
const level = async (store: Store, code = CODE) => {
	const found = await store.population.levelOf(code);
	expect(found, 'one asks the same of one or of all').toBe((await store.population.levels()).get(code));
	return found;
};

async function ready(store: Store, by: Actor, text: string | Uint8Array, municipality: string | null = CODE) {
	const id = await hand(store, by, text, municipality);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'ready' });
	return id;
}

async function published(store: Store, by: Actor, text: string | Uint8Array, municipality: string | null = CODE) {
	const id = await ready(store, by, text, municipality);
	await publishPeople(store, by, id, ORIGIN, NOW);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'published', token: null });
	return id;
}

test('a file of all of Sweden: what is theirs is shown row by row as the terminal would do it, the rest left out', async () => {
	const { store, desk } = await scene();
	const id = await ready(store, desk, DESO);
	expect(await found(store, id)).toMatchObject({ format: 'geojson', level: 'deso', system: 'EPSG:4326' });
	const { sums, problems } = await found(store, id);
	const { sums: all } = await planWith(store, DESO);
	expect(sums).toEqual(all.filter(({ code }) => code === CODE));
	expect(sums[0]).toMatchObject({ name: 'Halmstad', count: 2, persons: 105_000, withoutPolygon: 0 });
	expect(problems.map(({ reason, refuses }) => [reason, refuses])).toEqual([['other_municipality', false]]);
	expect(await store.peopleUploads.rowCounts(id)).toEqual({ new: 2, left_out: 1 });
	const rows = (fate: PeopleFate) => store.peopleUploads.rows(id, fate, { most: 9, skip: 0 });
	expect(await rows('new')).toEqual([
		{ fate: 'new', line: 1, code: '1380A0010', problems: [] },
		{ fate: 'new', line: 2, code: '1380A0020', problems: [] },
	]);
	expect(await rows('left_out')).toMatchObject([{ code: '0880A0010', problems: [{ reason: 'other_municipality' }] }]);
	expect([await level(store), await store.population.version()], 'nothing is kept yet').toEqual([undefined, 0]);
});

test('published it stands, with where it comes from; taken back it is as before to the last byte', async () => {
	const { store, desk } = await scene();
	await published(store, desk, DESO.replace('60000', '55000'));
	const standsNow = () => store.population.standing(CODE);
	const before = JSON.stringify([await standsNow(), await store.areas.of(CODE, 'deso')]);
	const id = await published(store, desk, DESO);
	expect([files(store), await store.peopleUploads.rowCounts(id)]).toEqual([[], {}]);
	expect(await standsNow()).toMatchObject([
		{ level: 'deso', areas: 2, counted: 2, persons: 105_000, municipalities: 1, import: { ...ORIGIN, id: 2 } },
	]);
	expect([await level(store), await level(store, '0880')]).toEqual(['deso', undefined]);
	expect(await refusal(publishPeople(store, desk, id, ORIGIN, NOW)), 'once').toBe('upload.moved');
	await undoPeople(store, desk, id, NOW);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'undone' });
	expect(JSON.stringify([await standsNow(), await store.areas.of(CODE, 'deso')])).toBe(before);
	expect(await store.population.version(), 'what was reckoned before is reckoned anew').toBe(3);
	const trail = await store.audit.by(desk.id);
	expect(trail.map(({ action, municipality }) => [action, municipality])).toEqual([
		['population.published', CODE],
		['population.published', CODE],
		['population.undone', CODE],
	]);
	expect(trail[1]!.after).toEqual({ 'import.file': 'deso.geojson', 'population.level': 'deso', 'population.rows': 2 });
});

test('what a later file or removal stands on is not taken back; the later first, then the earlier', async () => {
	const { store, desk } = await scene();
	const first = await published(store, desk, DESO);
	const removal = await removePeople(store, desk, { municipality: CODE, level: 'deso' }, NOW);
	await work(store, removal);
	expect([await level(store), await store.population.standing(CODE)]).toEqual([undefined, []]);
	const back = async (id: number) => {
		await undoPeople(store, desk, id, NOW);
		await work(store, id);
		const { state, reason } = await at(store, id);
		return reason ?? state;
	};
	expect(await back(first)).toBe('covered');
	expect(await level(store)).toBeUndefined();
	expect(await back(removal)).toBe('undone');
	expect(await level(store)).toBe('deso');
	expect(await back(first)).toBe('undone');
	expect(await store.population.standing(CODE)).toEqual([]);
	const nothing = await removePeople(store, desk, { municipality: CODE, level: 'deso' }, NOW);
	await work(store, nothing);
	expect((await at(store, nothing)).state, 'there is nothing to take away').toBe('dropped');
});

test('after a while it is too old to be taken back', async () => {
	const { store, desk } = await scene();
	const id = await published(store, desk, DESO);
	await forgetPeopleUploads(store, NOW + 91 * DAY);
	await undoPeople(store, desk, id, NOW);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'published', reason: 'too_old' });
	expect(await level(store)).toBe('deso');
});

test('when something is published in between, it is shown anew instead', async () => {
	const { store, desk } = await scene();
	const id = await ready(store, desk, DESO);
	await published(store, desk, DESO.replace('60000', '55000'));
	await publishPeople(store, desk, id, ORIGIN, NOW);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'ready', reason: 'changed', origin: ORIGIN });
	expect(await store.peopleUploads.rowCounts(id)).toMatchObject({ replaces: 2 });
	await publishPeople(store, desk, id, ORIGIN, NOW);
	await work(store, id);
	expect((await at(store, id)).state).toBe('published');
});

test('the operator alone brings all of Sweden; it is one import, and taken away as one', async () => {
	const { store, desk, operator } = await scene();
	expect(await refusal(hand(store, desk, DESO, null))).toBe('page.unknown');
	const id = await published(store, operator, DESO, null);
	expect([await level(store), await level(store, '0880')]).toEqual(['deso', 'deso']);
	expect(await store.population.standing(null)).toMatchObject([{ areas: 3, municipalities: 2, persons: 175_000 }]);
	expect(await refusal(peopleUploadSeen(store, desk, id))).toBe('page.unknown');
	expect(await refusal(removePeople(store, desk, { municipality: null, level: 'deso' }, NOW))).toBe('page.unknown');
	await work(store, await removePeople(store, operator, { municipality: null, level: 'deso' }, NOW));
	expect(await store.population.standing(null)).toEqual([]);
	expect(await store.peopleUploads.of([CODE], false), 'not for the desk of a municipality').toEqual([]);
	expect(await store.peopleUploads.of([], true)).toHaveLength(2);
});

test("another municipality's file is not there, whatever one does with it", async () => {
	const { store, desk, elsewhere } = await scene();
	const id = await ready(store, desk, DESO);
	expect(await refusal(hand(store, elsewhere, DESO))).toBe('page.unknown');
	for (const [what, done] of Object.entries({
		see: peopleUploadSeen(store, elsewhere, id),
		read: rereadPeople(store, elsewhere, id, { meanings: [], layer: null, allOurs: true }, NOW),
		publish: publishPeople(store, elsewhere, id, ORIGIN, NOW),
		drop: dropPeople(store, elsewhere, id, NOW),
		undo: undoPeople(store, elsewhere, id, NOW),
		remove: removePeople(store, elsewhere, { municipality: CODE, level: 'deso' }, NOW),
	}))
		expect(await refusal(done), what).toBe('page.unknown');
	expect(await refusal(removePeople(store, desk, { municipality: CODE, level: 'kvarter' }, NOW))).toBe('page.unknown');
	expect((await at(store, id)).state).toBe('ready');
	expect(files(store)).toHaveLength(1);
});

test('who made the data, of when they are and on what terms is asked for', async () => {
	const { store, desk } = await scene();
	const id = await ready(store, desk, DESO);
	const told = (typed: unknown) => refusal(publishPeople(store, desk, id, typed, NOW));
	expect(await told({})).toEqual({ source: 'missing', date: 'missing', licence: 'missing' });
	expect(await told({ source: ' \u202e ', date: 'i fjol', licence: 'x'.repeat(121) })).toEqual({
		...{ source: 'missing', date: 'not_a_date', licence: 'long' },
	});
	expect(await told({ ...ORIGIN, date: '2025-13' })).toEqual({ date: 'not_a_date' });
	expect(await told({ ...ORIGIN, date: '2025' })).toBe('done');
});

test('columns that nobody understands are given a meaning, and the file is read again', async () => {
	const { store, desk } = await scene();
	const id = await hand(store, desk, 'Spalt ett;Spalt två;Spalt tre\n1380A0010;105000;7\n0880A0010;70000;7\n');
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'failed', reason: 'file_no_persons_column' });
	const { columns } = await found(store, id);
	expect(columns.map(({ name, sample, meaning }) => [name, sample, meaning])).toEqual([
		['Spalt ett', '1380A0010', 'code'],
		['Spalt två', '105000', null],
		['Spalt tre', '7', null],
	]);
	await rereadPeople(store, desk, id, { meanings: ['code', 'persons', '__proto__'], layer: null, allOurs: false }, NOW);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'ready' });
	expect(await found(store, id)).toMatchObject({
		...{ level: 'deso', holds: ['figures'], sums: [{ code: CODE, persons: 105_000, withoutPolygon: 1 }] },
	});
});

/** A GeoPackage of two layers: of DeSO in SWEREF 99 TM, and of one district. */
function geoPackage(): Buffer {
	const file = new Database(':memory:');
	file.exec(`
		CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
		CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
		CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER);
		INSERT INTO gpkg_spatial_ref_sys VALUES (3006, 'EPSG', 3006);
		INSERT INTO gpkg_contents VALUES ('deso', 'features'), ('delar', 'features');
		INSERT INTO gpkg_geometry_columns VALUES ('deso', 'geom', 3006), ('delar', 'geom', 3006);
		CREATE TABLE deso (fid INTEGER PRIMARY KEY, geom BLOB, desokod TEXT, Totalt INTEGER);
		CREATE TABLE delar (fid INTEGER PRIMARY KEY, geom BLOB, namn TEXT);`);
	const blob = (west: number) => {
		const polygon = { type: 'Polygon', coordinates: [square([west, 56.6]).map(metres)] };
		const head = Buffer.from([0x47, 0x50, 0, 1, 0xbe, 0x0b, 0, 0]);
		return Buffer.concat([head, wkx.Geometry.parseGeoJSON(polygon).toWkb()]);
	};
	const deso = file.prepare('INSERT INTO deso (geom, desokod, Totalt) VALUES (?, ?, ?)');
	deso.run(blob(12.8), '1380A0010', 60_000);
	deso.run(blob(12.9), '1380A0020', 45_000);
	file.prepare('INSERT INTO delar (geom, namn) VALUES (?, ?)').run(blob(12.8), 'Östra Söder');
	return file.serialize();
}

test('of a GeoPackage the largest layer is read, and another when it is asked for', async () => {
	const { store, desk } = await scene();
	const id = await ready(store, desk, geoPackage());
	const layers = [
		{ name: 'deso', rows: 2 },
		{ name: 'delar', rows: 1 },
	];
	expect(await found(store, id)).toMatchObject({ format: 'geopackage', layer: 'deso', layers, system: 'EPSG:3006' });
	await rereadPeople(store, desk, id, { meanings: ['name', 'persons'], layer: 'delar', allOurs: false }, NOW);
	await work(store, id);
	expect(await found(store, id)).toMatchObject({ layer: 'delar', level: 'district', holds: ['areas'] });
	expect(await store.peopleUploads.rows(id, 'new', { most: 9, skip: 0 })).toMatchObject([{ code: '1380-ostra-soder' }]);
});

const SQUARES = 'Ruta;Pop\n3700006281000;60000\n3710006281000;45000\n';
const ABROAD = 'Ruta;Pop\n3700006281000;105000\n5810006290000;30\n';

test('squares that no municipality is told of: by the nearest settlement, or all of them theirs; what lies far away is refused', async () => {
	const { store, desk } = await scene();
	const id = await ready(store, desk, ABROAD);
	expect(await store.peopleUploads.rowCounts(id)).toEqual({ new: 1, left_out: 1 });
	expect((await found(store, id)).problems.map(({ reason }) => reason).sort()).toEqual([
		...['municipality_guessed', 'other_municipality'],
	]);
	await rereadPeople(store, desk, id, { meanings: ['code', 'persons'], layer: null, allOurs: true }, NOW);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'failed', reason: 'problems' });
	expect(await store.peopleUploads.rows(id, 'refused', { most: 9, skip: 0 })).toMatchObject([
		{ line: 3, problems: [{ reason: 'far_away' }] },
	]);
});

const XLSX = await writeXlsx([
	[{ value: 'RegSO' }, { value: 'Områdestyp' }],
	[{ value: '1380R001' }, { value: 'Områdestyp 3' }],
]).toBuffer();
const CUBE = JSON.stringify({
	...{ class: 'dataset', version: '2.0', id: ['Region', 'Tid'], size: [2, 1], value: [105_000, 70_000] },
	dimension: {
		Region: { category: { index: ['1380', '0880'], label: { '1380': 'Halmstad', '0880': 'Kalmar' } } },
		Tid: { category: { index: ['2025'], label: { 2025: '2025' } } },
	},
});
const PXWEB = JSON.stringify({
	columns: [
		{ code: 'Region', text: 'region', type: 'd' },
		{ code: 'Tid', text: 'år', type: 't' },
		{ code: 'N', text: 'Folkmängd', type: 'c' },
	],
	data: [{ key: ['1380R001', '2025'], values: ['105000'] }],
});

test.each<[string, string | Uint8Array, string, string[]]>([
	['squares as CSV', SQUARES, 'grid1000', ['cells']],
	['area types in a workbook', XLSX, 'regso', ['classes']],
	['JSON-stat', CUBE, 'municipality', ['figures']],
	["PxWeb's JSON", PXWEB, 'regso', ['figures']],
	['own districts', collection([feature({ Stadsdel: 'Väster' }, square([12.8, 56.6]))]), 'district', ['areas']],
	['a packed file', gzipSync(DESO), 'deso', ['areas']],
])('%s: recognised, published and taken back', async (_, bytes, expected, holds) => {
	const { store, desk } = await scene();
	const untouched = async () => JSON.stringify([await store.population.standing(null), await store.areas.all('deso')]);
	const before = await untouched();
	const id = await published(store, desk, bytes);
	expect(await found(store, id)).toMatchObject({ level: expected, holds });
	const standing = await store.population.standing(CODE);
	expect(standing).toMatchObject([{ level: expected, import: { licence: 'CC0' } }]);
	await undoPeople(store, desk, id, NOW);
	await work(store, id);
	expect(await untouched()).toBe(before);
});

const bow = [
	[12.8, 56.6],
	[12.9, 56.7],
	[12.9, 56.6],
	[12.8, 56.7],
	[12.8, 56.6],
] as [number, number][];
const one = (properties: object, ring: [number, number][] | null) => collection([feature(properties, ring)]);
const AREA = { deso: '1380A0010', Totalt: 100_000 };
const swapped = square([12.8, 56.6]).map(([lon, lat]) => [lat, lon] as [number, number]);
const nowhere = square([12.8, 56.6]).map(([lon, lat]) => [lon * 1e5, lat * 1e5] as [number, number]);

test.each<[string, string | Uint8Array, string]>([
	['a polygon that crosses itself', one(AREA, bow), 'crosses_itself'],
	['axes in each other’s place', one(AREA, swapped), 'axes_swapped'],
	['a projection that nobody knows', one(AREA, nowhere), 'wrong_projection'],
	['a code that is missing', collection([feature(AREA, square([12.8, 56.6])), feature({ Totalt: 3 }, bow)]), 'no_code'],
	['areas where nobody lives', one({ ...AREA, Totalt: 0 }, square([12.8, 56.6])), 'zero_population'],
	['more people than there are', one({ ...AREA, Totalt: 9e6 }, square([12.8, 56.6])), 'sum_impossible'],
	['an area that lies in another part of the country', one(AREA, square([20, 66])), 'far_away'],
	['another municipality’s areas alone', one({ deso: '0880A0010', Totalt: 7 }, square([16.3, 56.6])), 'nothing_here'],
	['a PDF', '%PDF-1.7 …', 'file_unknown_format'],
	['half a GeoPackage', geoPackage().subarray(0, 9000), 'file_broken_geopackage'],
	['a gzip that grows beyond measure', gzipSync(Buffer.alloc(401_000_000, ';')), 'file_too_large'],
	[
		'more areas than there are',
		collection(Array.from({ length: 20_001 }, (_, n) => feature({ namn: `Del ${n}` }, [[12.8, 56.6]]))),
		'file_too_many_areas',
	],
])('%s: told, nothing is kept, and the file can be thrown away', async (_, bytes, expected) => {
	const { store, desk } = await scene();
	const id = await hand(store, desk, bytes);
	await work(store, id);
	const { state, reason } = await at(store, id);
	const told =
		reason === 'problems' ? (await found(store, id)).problems.filter(({ refuses }) => refuses)[0]!.reason : reason;
	expect([state, told]).toEqual(['failed', expected]);
	expect(await refusal(publishPeople(store, desk, id, ORIGIN, NOW))).toBe('upload.moved');
	expect(await store.population.version()).toBe(0);
	await dropPeople(store, desk, id, NOW);
	expect(files(store)).toEqual([]);
});

test('what is no file, too large or too many is not taken; what nobody publishes goes after a week', async () => {
	const { store, desk } = await scene();
	expect(await refusal(hand(store, desk, ''))).toEqual({ file: 'empty' });
	expect(await refusal(hand(store, desk, Buffer.alloc(MOST_PEOPLE_UPLOADED + 1)))).toEqual({ file: 'too_large' });
	const ids = [];
	for (let n = 0; n < 5; n++) ids.push(await ready(store, desk, DESO));
	expect(await refusal(hand(store, desk, DESO))).toEqual({ form: 'too_many' });
	await forgetPeopleUploads(store, NOW + 7 * DAY);
	expect(files(store), 'on the day').toHaveLength(5);
	await forgetPeopleUploads(store, NOW + 8 * DAY);
	expect([files(store), (await at(store, ids[0]!)).state]).toEqual([[], 'dropped']);
	expect(everythingIn(store), 'nothing of its rows is left').not.toContain('1380A0010","problems');
});

test('in a process of its own it is read, published and taken away', async () => {
	const { store, desk } = await scene();
	const office = createImportOffice(store, { now: () => NOW });
	const id = await hand(store, desk, DESO);
	await office.work();
	expect((await at(store, id)).state).toBe('ready');
	await publishPeople(store, desk, id, ORIGIN, NOW);
	await office.work();
	expect((await at(store, id)).state).toBe('published');
	expect(await level(store)).toBe('deso');
	const removal = await removePeople(store, desk, { municipality: CODE, level: 'deso' }, NOW);
	await office.work();
	expect((await at(store, removal)).state).toBe('published');
	expect(await level(store)).toBeUndefined();
}, 60_000);

test('work that dies again and again is given up and said so: nothing of it is kept, and it can be begun anew', async () => {
	const { store, desk } = await scene();
	const dying = createImportOffice(store, {
		now: () => NOW,
		start: () => spawn(process.execPath, ['-e', 'process.exit(1)']),
	});
	const givenUp = async (id: number) => {
		for (let n = 0; n < 3; n++) await dying.work();
		const { state, reason } = await at(store, id);
		return `${state} ${reason}`;
	};
	const id = await ready(store, desk, DESO);
	await publishPeople(store, desk, id, ORIGIN, NOW);
	expect(await givenUp(id)).toBe('ready died');
	await publishPeople(store, desk, id, ORIGIN, NOW);
	await work(store, id);
	expect(await level(store)).toBe('deso');
	const removal = await removePeople(store, desk, { municipality: CODE, level: 'deso' }, NOW);
	expect(await givenUp(removal)).toBe('failed died');
	expect(await level(store)).toBe('deso');
	await dropPeople(store, desk, removal, NOW);
	expect((await at(store, removal)).state).toBe('dropped');
});

test.each([
	['/granska/underlag?/receive&kommun=1380', MOST_PEOPLE_UPLOADED, false],
	['/en/review/people?/receive', MOST_PEOPLE_UPLOADED, false],
	['/granska/underlag?/receive', MOST_PEOPLE_UPLOADED + 100_000, true],
	['/granska/underlag/7?/publish', 600_000, true],
	['/granska/inlasning', MOST_PEOPLE_UPLOADED, true],
])('a body for %s of %i bytes is too large: %s', (url, size, expected) => {
	const asked = { url, headers: { 'content-length': String(size) } };
	expect(isTooLarge(asked as Parameters<typeof isTooLarge>[0])).toBe(expected);
});
