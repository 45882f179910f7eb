import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { Invalid } from '#domain/errors.ts';
import { unpackedSize } from '#intake/read/bytes.ts';
import { readTable } from '#intake/read/read.ts';

const TEXT = 'Föreningsnamn;Postort;Verksamhet\nÅsnäs Bygdegårdsförening;Örby;Café\nÄlvnäs IF;Åmål;"Fotboll, Skidor"\n';

const [FIRST, REST] = [TEXT.slice(0, TEXT.indexOf('Älv')), TEXT.slice(TEXT.indexOf('Älv'))];

/** Text in an encoding of one byte a letter, where these letters have these bytes. */
const narrow = (text: string, codes: Record<string, number>) =>
	Buffer.from([...text].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
/** What Windows-1252 and ISO-8859-1 have in common. */
const latin = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string, big: boolean, mark: boolean) => {
	const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
	return big ? bytes.swap16() : bytes;
};
const twice = (text: string) => Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(text)), 'utf8');

const names = (table: Awaited<ReturnType<typeof readTable>>, column = 'Föreningsnamn') =>
	table.rows.map((row) => row.cells[column]);

async function reasonOf(bytes: Uint8Array): Promise<string> {
	const reason = await readTable(bytes).catch((it: unknown) => it);
	if (!(reason instanceof Invalid)) throw new Error(`read, or another error: ${String(reason)}`);
	return reason.fields.file!;
}

describe('encodings', () => {
	const cases: [string, Uint8Array, string][] = [
		['UTF-8', Buffer.from(TEXT), 'utf-8'],
		['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8-bom'],
		['Windows-1252', latin(TEXT), 'windows-1252'],
		['ISO-8859-1 with CRLF', latin(TEXT.replaceAll('\n', '\r\n')), 'windows-1252'],
		['UTF-16 little endian', utf16(TEXT, false, true), 'utf-16le'],
		['UTF-16 big endian', utf16(TEXT, true, true), 'utf-16be'],
		['UTF-16 little endian without a mark', utf16(TEXT, false, false), 'utf-16le'],
		['UTF-16 big endian without a mark', utf16(TEXT, true, false), 'utf-16be'],
		['UTF-8 encoded twice', twice(TEXT), 'utf-8-twice'],
		['gzip', gzipSync(TEXT), 'utf-8'],
		['DOS (code page 850)', narrow(TEXT, { Å: 0x8f, Ä: 0x8e, Ö: 0x99, å: 0x86, ä: 0x84, ö: 0x94, é: 0x82 }), 'cp850'],
		['an old Macintosh', narrow(TEXT, { Å: 0x81, Ä: 0x80, Ö: 0x85, å: 0x8c, ä: 0x8a, ö: 0x9a, é: 0x8e }), 'macintosh'],
		['UTF-8 with a line of Windows-1252', Buffer.concat([Buffer.from(FIRST), latin(REST)]), 'utf-8-mixed'],
	];
	it.each(cases)('%s', async (_, bytes, encoding) => {
		const table = await readTable(bytes);
		expect(table.encoding).toBe(encoding);
		expect(names(table)).toEqual(['Åsnäs Bygdegårdsförening', 'Älvnäs IF']);
		expect(table.rows[1]).toEqual({
			line: 3,
			cells: { Föreningsnamn: 'Älvnäs IF', Postort: 'Åmål', Verksamhet: 'Fotboll, Skidor' },
		});
	});

	it('the dash and quotes that only Windows-1252 has', async () => {
		const bytes = Buffer.concat([latin('Namn;Postort\nF'), Buffer.from([0x96]), latin('C;Örby\n')]);
		expect(names(await readTable(bytes), 'Namn')).toEqual(['F–C']);
	});
});

describe('delimited text', () => {
	it.each([';', ',', '\t', '|'])('with %j', async (delimiter) => {
		const table = await readTable(Buffer.from(`Namn${delimiter}Postort\nÅs IF${delimiter}Örby\nÖ IK${delimiter}Åby\n`));
		expect(table.delimiter).toBe(delimiter);
		expect(names(table, 'Namn')).toEqual(['Ås IF', 'Ö IK']);
	});

	it('commas within fields do not win over semicolons', async () => {
		const text = 'Namn;Verksamhet\nÅs IF;Fotboll, Dans, Skidor, Café\nÖ IK;Bandy, Boule, Konst, Kör\n';
		expect((await readTable(Buffer.from(text))).delimiter).toBe(';');
	});

	it('line breaks within quotes keep the lines of the file', async () => {
		const text = 'Namn;Om\n"Ås\nIF";"en\ntvå\ntre"\n\nÖ IK;fyra\n';
		const { rows } = await readTable(Buffer.from(text));
		expect(rows.map((row) => row.line)).toEqual([2, 7]);
		expect(rows[0]!.cells.Om).toBe('en\ntvå\ntre');
	});

	it('a title, blank rows and dates above the headings', async () => {
		const text = 'Föreningsregister 2026;;\n;;\nUttag: 2026-01-01;;\nNamn;Postnr;Postort\nÅs IF;12345;Örby\n';
		const { rows } = await readTable(Buffer.from(text));
		expect(rows).toEqual([{ line: 5, cells: { Namn: 'Ås IF', Postnr: '12345', Postort: 'Örby' } }]);
	});

	it.each([
		[
			'an address further down',
			'Sällskap;Når man\nÅs IF;\nÖ IK;o@example.org\nÄ BK;a@example.org\n',
			['Ås IF', 'Ö IK', 'Ä BK'],
		],
		['a number in most rows', 'Lista\nSällskap;Folk\nÅs IF;många\nÖ IK;40\nÄ BK;12\n', ['Ås IF', 'Ö IK', 'Ä BK']],
	])('headings of words that nobody knows, above %s', async (_, text, expected) => {
		const { rows } = await readTable(Buffer.from(text));
		expect(rows.map(({ cells }) => cells.Sällskap)).toEqual(expected);
	});

	it('words alone are no headings', async () => {
		const { rows } = await readTable(Buffer.from('Ås IF;Fotboll\nÖ IK;Sång\nÄ BK;Dans\n'));
		expect(rows).toHaveLength(3);
	});

	it('no headings at all', async () => {
		const { columns, rows } = await readTable(Buffer.from('Ås IF;Storgatan 1;123 45\nÖ IK;Lillgatan 2;123 46\n'));
		expect(columns).toEqual(['Kolumn A', 'Kolumn B', 'Kolumn C']);
		expect(rows).toHaveLength(2);
	});

	const broken: [string, string, string[], number[]][] = [
		['a quote within an unquoted field', 'Namn;Ort\nKlubben "Glad";Örby\nÖ IK;Åby\n', ['Klubben "Glad"', 'Ö IK'], []],
		['a quote that is never closed', 'Namn;Ort\n"Ås IF;Örby\nÖ IK;Åby\nÄ BK;Åby\n', ['Ås IF', 'Ö IK', 'Ä BK'], []],
		['a quote closed on another row', 'Namn;Ort\n"Ås IF;Örby\nÖ IK";Åby;x\nÄ BK;Åby\n', ['Ås IF', 'Ä BK'], [3]],
		['a broken row that nobody can read', 'Namn;Ort\nÖ IK;Åby\n"Ås";"IF" x;"y\nÄ BK;Åby\n', ['Ö IK', 'Ä BK'], [3]],
	];
	it.each(broken)('%s stops nothing', async (_, text, expected, problems) => {
		const table = await readTable(Buffer.from(text));
		expect(names(table, 'Namn')).toEqual(expected);
		expect(table.problems.filter((it) => it.reason === 'broken_quotes').map((it) => it.line)).toEqual(problems);
	});

	it('a broken quote far down costs only its own row', async () => {
		const lines = Array.from({ length: 3000 }, (_, i) =>
			i === 1500 ? '"trasig;"rad;"x' : `Förening ${i};"Ort\n${i}"`,
		);
		const table = await readTable(Buffer.from(`Namn;Ort\n${lines.join('\n')}\n`));
		expect(table.rows).toHaveLength(2999);
		expect(table.problems.map((it) => it.line)).toEqual([2 + 1500 * 2]);
	});
});

describe('workbooks', () => {
	it('title rows, an empty sheet, dates', async () => {
		const data = [
			[null, { value: 'Föreningar i Exempelby' }],
			[null],
			[null, { value: 'Namn' }, { value: 'Bildad' }, { value: 'Postnr' }],
			[null, { value: 'Ås IF' }, { value: new Date(Date.UTC(1954, 4, 1)), format: 'yyyy-mm-dd' }, { value: 12345 }],
		];
		const bytes = await writeXlsx([
			{ sheet: 'Tomt', data: [] },
			{ sheet: 'Register', data },
		] as never).toBuffer();
		const table = await readTable(bytes);
		expect(table).toMatchObject({ format: 'xlsx', sheet: 'Register' });
		expect(table.rows).toEqual([{ line: 4, cells: { Namn: 'Ås IF', Bildad: '1954-05-01', Postnr: '12345' } }]);
	});

	it('a zip that says it grows beyond measure is refused before it is unpacked', async () => {
		const bytes = await writeXlsx([[{ value: 'Namn' }]]).toBuffer();
		const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
		bytes.writeUInt32LE(0x7fffffff, at + 24);
		expect(unpackedSize(bytes)).toBeGreaterThan(2_000_000_000);
		expect(await reasonOf(bytes)).toBe('too_large');
	});
});

describe('JSON', () => {
	const record = '{"namn":"Ås IF","kontakter":[{"namn":"A"},{"namn":"B"}],"typer":["Idrott","Dans"]}';
	const cells = { namn: 'Ås IF', 'kontakter.namn': ['A', 'B'], typer: ['Idrott', 'Dans'] };
	const cases: [string, string, string, number][] = [
		['an array', `[\n${record}\n]`, 'json', 2],
		['an array within an object', `{"antal":1,\n"data":{"rader":[\n${record}]},"tom":[]}`, 'json', 3],
		['JSON lines', `\n${record}\n`, 'jsonl', 2],
	];
	it.each(cases)('%s', async (_, text, format, line) => {
		const extra = format === 'jsonl' ? `${text}{"namn":"Ö IK"}\n` : text;
		const table = await readTable(Buffer.from(extra));
		expect(table.format).toBe(format);
		expect(table.rows[0]).toEqual({ line, cells });
	});

	it('a broken line among JSON lines is a problem, not the end', async () => {
		const table = await readTable(Buffer.from(`${record}\n{"namn": \n${record}\n`));
		expect(table.rows.map((row) => row.line)).toEqual([1, 3]);
		expect(table.problems).toMatchObject([{ line: 2, reason: 'broken_json' }]);
	});

	it('GeoJSON gives the middle of what is drawn', async () => {
		const ring = [
			[12, 56],
			[14, 56],
			[14, 58],
			[12, 58],
			[12, 56],
		];
		const feature = (geometry: unknown, namn: string) => ({ type: 'Feature', id: 7, properties: { namn }, geometry });
		const features = [
			feature({ type: 'Point', coordinates: [12.5, 57] }, 'P'),
			feature({ type: 'Polygon', coordinates: [ring] }, 'Y'),
		];
		const table = await readTable(Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })));
		expect(table.format).toBe('geojson');
		const [point, ring1] = features.map((it) => it.geometry);
		const collection = feature({ type: 'GeometryCollection', geometries: [point, ring1] }, 'G');
		const alone = await readTable(Buffer.from(JSON.stringify(collection)));
		expect(alone).toMatchObject({ format: 'geojson', rows: [{ line: 1 }] });
		expect(alone.rows[0]!.cells).toEqual({ namn: 'G', id: '7', 'geometry.lon': '13', 'geometry.lat': '57' });
		expect(table.rows.map((row) => row.cells)).toEqual([
			{ namn: 'P', id: '7', 'geometry.lon': '12.5', 'geometry.lat': '57' },
			{ namn: 'Y', id: '7', 'geometry.lon': '13', 'geometry.lat': '57' },
		]);
	});
});

describe('what cannot be read is refused with a reason', () => {
	const cases: [string, Uint8Array, string][] = [
		['nothing', Buffer.alloc(0), 'empty'],
		['only headings', Buffer.from('Namn;Ort\n'), 'no_records'],
		['a PDF', Buffer.from('%PDF-1.7\n'), 'unknown_format'],
		['a web page', Buffer.from('<!doctype html><title>x</title>'), 'unknown_format'],
		['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old_excel'],
		['a broken gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'broken_gzip'],
		['a zip that is no workbook', Buffer.from('PK\u0003\u0004nonsense'), 'broken_xlsx'],
		['broken JSON', Buffer.from('{"namn": "Ås'), 'broken_json'],
		['zero bytes', Buffer.alloc(500), 'not_text'],
		['a gzip bomb', Buffer.concat(Array<Buffer>(41).fill(gzipSync(Buffer.alloc(10_000_000)))), 'too_large'],
	];
	it.each(cases)('%s', async (_, bytes, reason) => expect(await reasonOf(bytes)).toBe(reason));
});

describe('any bytes', () => {
	const readOrRefuse = async (bytes: Uint8Array) => {
		const result = await readTable(bytes).catch((reason: unknown) => reason);
		expect(result instanceof Invalid || (result as { rows: unknown[] }).rows.length > 0).toBe(true);
	};
	it('are read or refused, never an error', async () => {
		await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), readOrRefuse), { numRuns: 300 });
	});
	it('so are texts full of quotes and delimiters', async () => {
		const text = fc.string({
			unit: fc.constantFrom('"', ';', ',', '\n', '\r', 'a', 'Å', '\t', '{', '[', ']', '}'),
			maxLength: 200,
		});
		await fc.assert(
			fc.asyncProperty(text, (it) => readOrRefuse(Buffer.from(it))),
			{ numRuns: 300 },
		);
	});
	it('every line of a delimited text is a row or a problem', async () => {
		const cell = fc.stringMatching(/^[a-zåäö "]{1,12}$/);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async (pairs) => {
				const lines = pairs.map(([a, b]) => `${a}x;${b}y`);
				const table = await readTable(Buffer.from(`Namn;Ort\n${lines.join('\n')}\n`));
				expect(table.rows.length + table.problems.length).toBe(lines.length);
			}),
			{ numRuns: 100 },
		);
	});
});
