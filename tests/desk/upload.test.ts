import { fork, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import {
	dropUpload,
	forgetUploads,
	publishUpload,
	receiveUpload,
	remapUpload,
	shownName,
	undoUpload,
	uploadSeen,
} from '../../src/domain/upload.ts';
import { MOST_UPLOADED, type RowFate } from '../../src/domain/upload-state.ts';
import { prepareImport } from '../../src/intake/import.ts';
import { publishImport } from '../../src/intake/publish.ts';
import { type Found, workOn } from '../../src/intake/uploaded.ts';
import { createImportOffice } from '../../src/server/import-office.ts';
import type { Store } from '../../src/store/open.ts';
import { bundled } from '../bundled.ts';
import { inventedRegister } from '../intake/helpers/invented.ts';
import { describeReal, realFile } from '../intake/helpers/real.ts';
import { NOW, shared, somebody, testStore } from '../store.ts';

const DAY = 86_400;
const CODE = '1380';
const REGISTER =
	'Namn;Föreningstyp;Telefon;Kontaktperson\nÅs IF;Idrott;123;Anna Exempelsson\nKören Lek;Kultur;;\nAnna Exempelsson;;;\nÅs IF;Idrott;;\n;;;\n';

async function scene() {
	const store = await testStore();
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, email, held);
	return {
		store,
		desk: await make('desk@example.org', { role: 'reviewer', listing: null, municipality: CODE }),
		elsewhere: await make('elsewhere@example.org', { role: 'administrator', listing: null, municipality: '0180' }),
		owner: await make('owner@example.org', { role: 'editor', listing: (await anEntry(store))!, municipality: null }),
	};
}

async function anEntry(store: Store) {
	const plan = await planOf(store, Buffer.from('Namn;Typ\nEtt annat register;Idrott\n'), '0180');
	await publishImport(store, plan, { at: NOW });
	return (await store.changes.since(0, 1))[0]?.listing;
}

const planOf = (store: Store, bytes: Uint8Array, municipality = CODE) =>
	prepareImport({ store, bytes, fileName: 'r.csv', municipality });

const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? Buffer.from(text) : text);
const hand = (
	store: Store,
	by: Actor,
	text: string | Uint8Array,
	over: { name?: string; municipality?: string } = {},
) => receiveUpload(store, by, { municipality: CODE, name: 'register.csv', bytes: bytesOf(text), ...over }, NOW);
/** What the child does, in this process. */
const work = (store: Store, id: number) => workOn(store, id, { now: () => NOW, progress: () => undefined });
const at = async (store: Store, id: number) => (await store.uploads.get(id))!;
const refusal = (given: Promise<unknown>) =>
	given.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const files = (store: Store) => {
	const folder = join(store.folder, 'uploads');
	return existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f-]{36}$/.test(name)) : [];
};
const entries = async (store: Store) =>
	(await store.municipalities.countsOf(CODE, NOW)).reduce((sum, { count }) => sum + count, 0);

async function ready(store: Store, by: Actor, text: string | Uint8Array) {
	const id = await hand(store, by, text);
	await work(store, id);
	expect((await at(store, id)).state).toBe('ready');
	return id;
}

test('what is shown is what the terminal would do, row by row', async () => {
	const { store, desk } = await scene();
	await publishImport(store, await planOf(store, Buffer.from('Namn;Typ\nÅs IF;Kultur\nGamla klubben;Kultur\n')), {
		at: NOW,
	});
	const id = await ready(store, desk, REGISTER);
	const { counts } = await planOf(store, Buffer.from(REGISTER));
	const shown = await store.uploads.rowCounts(id);
	const { added, changed, gone, refused, persons } = counts;
	expect(shown).toEqual({ added, changed, gone, refused, person: persons });
	expect((await at(store, id)).found).toMatchObject({ counts, known: false });
	const rows = async (fate: RowFate) => store.uploads.rows(id, fate, { most: 9, skip: 0 });
	expect((await rows('changed'))[0]).toMatchObject({ line: 2, name: 'Ås IF', problems: [{ field: 'phone' }] });
	expect((await rows('changed'))[0]!.differences.map(({ field }) => field)).toContain('themes');
	expect(await rows('person')).toMatchObject([{ line: 4, name: null }]);
	expect(await rows('gone')).toMatchObject([{ line: null, name: 'Gamla klubben' }]);
	const kept = JSON.stringify([await at(store, id), await rows('person'), await rows('added'), await rows('changed')]);
	expect(kept, 'no contact person, and nobody’s name').not.toContain('Exempelsson');
});

test('published, it is there and the file is gone; taken back, it is as before', async () => {
	const { store, desk } = await scene();
	const id = await ready(store, desk, REGISTER);
	expect(files(store)).toHaveLength(1);
	expect(await entries(store)).toBe(0);
	await publishUpload(store, desk, id, NOW);
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'published', token: null });
	expect(await entries(store)).toBe(2);
	expect([files(store), await store.uploads.rowCounts(id)]).toEqual([[], {}]);
	expect(await refusal(publishUpload(store, desk, id, NOW)), 'once').toBe('upload.moved');
	await undoUpload(store, desk, id, NOW);
	await work(store, id);
	expect((await at(store, id)).state).toBe('undone');
	expect(await entries(store)).toBe(0);
});

test('when something is published in between, it is shown anew instead; what lies below another is not taken back', async () => {
	const { store, desk } = await scene();
	const first = await ready(store, desk, REGISTER);
	await publishImport(store, await planOf(store, Buffer.from('Namn;Typ\nNya klubben;Kultur\n')), { at: NOW });
	await publishUpload(store, desk, first, NOW);
	await work(store, first);
	expect(await at(store, first)).toMatchObject({ state: 'ready', reason: 'changed' });
	expect(await store.uploads.rowCounts(first), 'now the new one would go').toMatchObject({ gone: 1 });
	expect(await entries(store)).toBe(1);
	await publishUpload(store, desk, first, NOW);
	await work(store, first);
	expect((await at(store, first)).state).toBe('published');
	await publishImport(store, await planOf(store, Buffer.from('Namn;Typ\nNyast;Kultur\nKören Lek;Kultur\n')), {
		at: NOW,
	});
	await undoUpload(store, desk, first, NOW);
	await work(store, first);
	expect(await at(store, first)).toMatchObject({ state: 'published', reason: 'covered' });
});

test('columns that nobody understands are given a meaning, and the file is read again', async () => {
	const { store, desk } = await scene();
	const id = await hand(store, desk, 'Spalt ett;Spalt två;Spalt tre\nÅs IF;Fotboll;302 48\nKören Lek;Sång;302 50\n');
	await work(store, id);
	expect(await at(store, id)).toMatchObject({ state: 'failed', reason: 'file_no_name_column' });
	const { columns } = (await at(store, id)).found as Found;
	expect(columns.map(({ name, sample }) => [name, sample])).toEqual([
		['Spalt ett', 'Ås IF'],
		['Spalt två', 'Fotboll'],
		['Spalt tre', '302 48'],
	]);
	expect(await refusal(remapUpload(store, desk, id, ['ignored', 'activities', ''], NOW))).toEqual({ name: 'missing' });
	await remapUpload(store, desk, id, ['name', 'activities', '__proto__'], NOW);
	await work(store, id);
	const { state, found } = await at(store, id);
	expect(state).toBe('ready');
	expect((found as Found).mapping).toMatchObject({
		fields: { name: ['Spalt ett'], activities: ['Spalt två'] },
		ignored: ['Spalt tre'],
	});
	expect((found as Found).counts).toMatchObject({ rows: 2, added: 2 });
});

test('how a file was read when it was published is how the next of the same headings is read, in that municipality', async () => {
	const { store, desk, elsewhere } = await scene();
	const head = 'Spalt ett;Spalt två;Spalt tre\n';
	const id = await hand(store, desk, `${head}Ås IF;Fotboll;302 48\nKören Lek;Sång;302 50\n`);
	await work(store, id);
	await remapUpload(store, desk, id, ['name', 'activities', 'postcode'], NOW);
	await work(store, id);
	const later = async (by: Actor, text: string, municipality = CODE) => {
		const next = await hand(store, by, text, { municipality });
		await work(store, next);
		return at(store, next);
	};
	const more = `${head}Ö IK;Dans;302 51\nÄ BK;Kör;302 52\n`;
	expect((await later(desk, more)).reason, 'nobody has stood by it yet').toBe('file_no_name_column');
	await publishUpload(store, desk, id, NOW);
	await work(store, id);
	const next = await later(desk, more);
	expect((next.found as Found).mapping!.fields).toEqual({
		...{ name: ['Spalt ett'], activities: ['Spalt två'], postcode: ['Spalt tre'] },
	});
	await publishUpload(store, desk, next.id, NOW);
	await work(store, next.id);
	expect(await at(store, next.id)).toMatchObject({ state: 'published' });
	expect((await later(desk, more.replace('tre', 'fyra'))).state, 'other headings').toBe('failed');
	expect((await later(elsewhere, more, '0180')).state, 'another municipality').toBe('failed');
});

const XLSX = await writeXlsx([
	[{ value: 'Namn' }, { value: 'Typ' }],
	[{ value: 'Ås IF' }, { value: 'Idrott' }],
]).toBuffer();
const GEO = JSON.stringify({
	type: 'FeatureCollection',
	features: [
		{
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [12.86, 56.67] },
			properties: { namn: 'Ås IF', typ: 'Idrott' },
		},
	],
});
/** A zip's central directory, with another size than it has. */
function lying(zip: Uint8Array, size: number): Buffer {
	const bytes = Buffer.from(zip);
	for (let place = bytes.length - 46; place >= 0; place--)
		if (bytes.readUInt32LE(place) === 0x02014b50) bytes.writeUInt32LE(size, place + 24);
	return bytes;
}

test.each<[string, string | Uint8Array, string]>([
	['a PDF', '%PDF-1.7 …', 'file_unknown_format'],
	['a page', '<!doctype html><script>alert(1)</script>', 'file_unknown_format'],
	['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'file_old_excel'],
	['a zip that is none', 'PK\u0003\u0004 nothing more', 'file_broken_xlsx'],
	['half a workbook', XLSX.subarray(0, XLSX.length / 2), 'file_broken_xlsx'],
	['a workbook that says it grows beyond measure', lying(XLSX, 0xfffffff0), 'file_too_large'],
	['a workbook that lies of its size', lying(XLSX, 0), 'ready'],
	['a gzip that grows beyond measure', gzipSync(Buffer.alloc(401_000_000, ';')), 'file_too_large'],
	['a gzip that is none', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'file_broken_gzip'],
	['noise', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919 + ((n * n) % 251)) % 256)), 'file_not_text'],
	['broken JSON', '[{"namn": "Ås IF"', 'file_broken_json'],
	['JSON as deep as a well', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'file_no_records'],
	['headings alone', 'Namn;Typ\n', 'file_no_records'],
	['a name that is markup', 'Namn;Typ\n<img src=x onerror=alert(1)>;Idrott\n"=cmd|\' /C calc\'!A0";Kultur\n', 'ready'],
	['a workbook', XLSX, 'ready'],
	['GeoJSON', GEO, 'ready'],
])('%s: %s', async (_, bytes, expected) => {
	const { store, desk } = await scene();
	const id = await hand(store, desk, bytes);
	await work(store, id);
	const { state, reason } = await at(store, id);
	expect(reason ?? state).toBe(expected);
	expect(await entries(store)).toBe(0);
	if (state !== 'failed') return;
	await dropUpload(store, desk, id, NOW);
	expect(files(store)).toEqual([]);
});

test('what is no file, too large or too many is not taken', async () => {
	const { store, desk } = await scene();
	expect(await refusal(hand(store, desk, ''))).toEqual({ file: 'empty' });
	expect(await refusal(hand(store, desk, '', { name: '' }))).toEqual({ file: 'missing' });
	expect(await refusal(hand(store, desk, Buffer.alloc(MOST_UPLOADED + 1)))).toEqual({ file: 'too_large' });
	for (let n = 0; n < 5; n++) await hand(store, desk, REGISTER);
	expect(await refusal(hand(store, desk, REGISTER))).toEqual({ form: 'too_many' });
	expect(files(store)).toHaveLength(5);
});

test.each([
	['C:\\register\\medlemmar.csv', 'medlemmar.csv'],
	['../../../etc/passwd', 'passwd'],
	['re\u202egister\r\n.csv', 'register.csv'],
	['/', 'register'],
	['x'.repeat(300), 'x'.repeat(120)],
])('a file called %j is shown as %j, and lies under a name of our own', (given, shown) => {
	expect(shownName(given)).toBe(shown);
});

test("another municipality's register is not there, whatever one does with it", async () => {
	const { store, desk, elsewhere, owner } = await scene();
	const id = await ready(store, desk, REGISTER);
	for (const by of [elsewhere, owner]) {
		expect(await refusal(hand(store, by, REGISTER))).toBe('page.unknown');
		for (const [what, done] of Object.entries({
			see: uploadSeen(store, by, id),
			remap: remapUpload(store, by, id, ['name'], NOW),
			publish: publishUpload(store, by, id, NOW),
			drop: dropUpload(store, by, id, NOW),
			undo: undoUpload(store, by, id, NOW),
		}))
			expect(await refusal(done), what).toBe('page.unknown');
	}
	expect((await at(store, id)).state).toBe('ready');
	expect(files(store)).toHaveLength(1);
});

test('what nobody publishes is dropped after a week, and files that nothing needs are swept away', async () => {
	const { store, desk } = await scene();
	const id = await ready(store, desk, REGISTER);
	const orphan = store.files.keep(Buffer.from('Anna Exempelsson'));
	await forgetUploads(store, NOW + 7 * DAY);
	expect(files(store), 'on the day').toHaveLength(1);
	expect(() => store.files.read(orphan)).toThrow();
	await forgetUploads(store, NOW + 8 * DAY);
	expect([files(store), (await at(store, id)).state]).toEqual([[], 'dropped']);
	expect(() => store.files.read('../samlas.db')).toThrow('no token');
});

const ROWS = 900;
const program = shared((atEnd) => bundled(resolve('src/server/import-work.ts'), atEnd));

/** An office whose child may be hurt at its n-th word on how far it has come. */
function office(store: Store, hurt: (child: ReturnType<typeof fork>, said: number) => void = () => undefined) {
	return createImportOffice(store, {
		now: () => NOW,
		start: (folder, id, handed) => {
			const child = fork(program(), [folder, String(id), handed], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
			let said = 0;
			child.on('message', () => hurt(child, ++said));
			return child;
		},
	});
}

test('in a process of its own it is read and published; what nobody waits for is left alone', async () => {
	const { store, desk } = await scene();
	const office = createImportOffice(store, { now: () => NOW });
	await office.work();
	const id = await hand(store, desk, inventedRegister(ROWS));
	await Promise.all([office.work(), office.work()]);
	expect((await at(store, id)).state).toBe('ready');
	await publishUpload(store, desk, id, NOW);
	await office.work();
	expect((await at(store, id)).state).toBe('published');
	expect(await entries(store)).toBe(ROWS);
	expect([files(store), store.files.said(id)]).toEqual([[], null]);
}, 60_000);

test.each([
	['killed', (child: ReturnType<typeof fork>) => child.kill('SIGKILL')],
	['left by who started it', (child: ReturnType<typeof fork>) => child.disconnect()],
])(
	'%s in the middle of publishing, nothing is kept; begun once more it is all there, once',
	async (_, hurt) => {
		const { store, desk } = await scene();
		const id = await hand(store, desk, inventedRegister(ROWS));
		await office(store).work();
		await publishUpload(store, desk, id, NOW);
		let hurts = 0;
		// Reading says how far it is too: only where writing has begun is the end of it in danger.
		await office(store, (child, said) => {
			if (said === 3 && hurts++ === 0) hurt(child);
		}).work();
		expect(hurts, 'it was hurt').toBe(1);
		expect(await at(store, id)).toMatchObject({ state: 'publishing', tries: 1 });
		expect(await entries(store)).toBe(0);
		expect(await store.check.damage()).toEqual([]);
		await office(store).work();
		expect((await at(store, id)).state).toBe('published');
		expect(await entries(store)).toBe(ROWS);
		const register = (await store.batches.register(CODE, 'associations'))!;
		expect(await store.batches.list(register)).toHaveLength(1);
	},
	60_000,
);

test('work that dies again and again is given up, said so, and can be begun anew', async () => {
	const { store, desk } = await scene();
	const id = await hand(store, desk, REGISTER);
	// A short file can be read before its first word is heard: this one never says any.
	const office = createImportOffice(store, {
		now: () => NOW,
		start: () => spawn(process.execPath, ['-e', 'process.exit(1)']),
	});
	for (let n = 0; n < 3; n++) await office.work();
	expect(await at(store, id)).toMatchObject({ state: 'failed', reason: 'died' });
	await office.work();
	expect((await at(store, id)).state, 'left alone from then on').toBe('failed');
	await dropUpload(store, desk, id, NOW);
}, 60_000);

describeReal('real registers by the web', () => {
	test.each(['halmstad_semikolon_iso-8859-1_crlf.csv', 'umea_komma_utf8_lf.csv', 'halmstad_fri.json'])(
		'%s: every row has a fate',
		async (name) => {
			const { store, desk } = await scene();
			const bytes = realFile(name);
			const id = await ready(store, desk, bytes);
			const shown = await store.uploads.rowCounts(id);
			const { rows } = ((await at(store, id)).found as Found).counts;
			expect(rows).toBeGreaterThan(100);
			expect(Object.values(shown).reduce((sum, count) => sum + count, 0)).toBe(rows);
		},
		60_000,
	);
});
