import { describe, expect, it } from 'vitest';
import { Invalid } from '#domain/errors.ts';
import { mappingText, parseMapping } from '#intake/mapping.ts';
import { readTable } from '#intake/read/read.ts';
import { recognise } from '#intake/recognise.ts';
import { describeReal, realFile } from './helpers/real.ts';

const recogniseText = async (text: string) => recognise(await readTable(Buffer.from(text)));

const nested = (system: string, extras: object, detail: string) =>
	JSON.stringify([
		{
			source_system: system,
			municipality: 'Halmstad',
			association: { name: 'Exempel IF', org_number: null, types: ['Idrott'], activities: [], detail_url: detail },
			contacts: [{ contact_person_name: 'Anna Exempelsson', contact_person_email: 'anna@example.org' }],
			extras,
		},
	]);

describe('known exports', () => {
	it.each([
		[
			'Interbook GO',
			nested('IBGO', { ibgo_id: 7 }, 'https://example.org/#/association/7'),
			['extras.ibgo_id', 'association.detail_url'],
		],
		[
			'FRI',
			nested('FRI', { fiscal_year_start: '0101' }, 'https://example.org/visa.aspx?id=X'),
			['association.detail_url'],
		],
		[
			'Rbok',
			nested('RBOK', { target_groups: ['Vuxna'] }, 'https://example.org/?association=7'),
			['association.detail_url'],
		],
		['Actor Smartbook', nested('ActorSmartbook', { api_id: 7 }, 'https://example.org'), ['extras.api_id']],
	])('%s', async (system, text, id) => {
		const { mapping, known } = await recogniseText(text);
		expect(known).toBe(true);
		expect(mapping.system).toBe(system);
		expect(mapping.fields.id).toEqual(id);
		expect(mapping.contacts).toEqual(['contacts.contact_person_name', 'contacts.contact_person_email']);
	});

	it('the table that three of them export', async () => {
		const head =
			'Föreningsnamn;Organisationsnummer;Föreningstyp;Verksamhet;Adress;Postnr;Postort;E-post;Telefon;Hemsida';
		const { mapping, known } = await recogniseText(`${head}\nExempel IF;;Idrott;Fotboll;;;;;;\n`);
		expect([known, mapping.system]).toEqual([true, 'register']);
	});
});

describe('unknown exports', () => {
	it.each([
		[
			'Swedish',
			'Namn;Org.nr;Kategori;Gatuadress;Post nr;Ort;Epost;Tfn;Webbplats;Kontaktperson;Skonummer',
			['Skonummer'],
		],
		[
			'English',
			'Name;Org number;Type;Street;Postal code;City;E-mail;Phone;Website;Contact person;Shoe size',
			['Shoe size'],
		],
	])('%s headings', async (_, head, unknown) => {
		const row =
			'Exempel IF;899999-0010;Idrott;Storgatan 1;123 45;Exempelby;info@example.org;070-1740605;example.org;Anna Exempelsson;43';
		const { mapping, known, unknownColumns } = await recogniseText(`${head}\n${row}\n`);
		expect(known).toBe(false);
		expect(Object.keys(mapping.fields).sort()).toEqual(
			expect.arrayContaining([
				'email',
				'homepage',
				'name',
				'organisationNumber',
				'phone',
				'postcode',
				'street',
				'types',
			]),
		);
		expect(mapping.contacts).toHaveLength(1);
		expect(unknownColumns).toEqual(unknown);
	});

	it('columns without headings, by what they hold', async () => {
		const rows = ['Exempel IF', 'Glada Laxen', 'Önas Byalag', 'Åby Kör'].map(
			(name, i) => `${name};Storgatan ${i + 1};123 4${i};info${i}@example.org;56,67${i}1;12,85${i}2;07017406${i}5`,
		);
		const { mapping } = await recogniseText(`${rows.join('\n')}\n`);
		expect(mapping.fields).toEqual({
			street: ['Kolumn B'],
			postcode: ['Kolumn C'],
			email: ['Kolumn D'],
			north: ['Kolumn E'],
			east: ['Kolumn F'],
			phone: ['Kolumn G'],
			name: ['Kolumn A'],
		});
	});
});

describe('mappings', () => {
	it('are saved and read again as they were', async () => {
		const { mapping } = await recogniseText('Namn;Ort;Kontaktperson\nExempel IF;Åby;X Y\n');
		expect(parseMapping(JSON.parse(mappingText(mapping)))).toEqual(mapping);
	});
	it.each([
		['another version', { version: 2, fields: {} }],
		['an unknown field', { version: 1, fields: { shoeSize: ['Sko'] } }],
		['a column that is no list', { version: 1, fields: { name: 'Namn' } }],
		['a mistyped key', { version: 1, fields: {}, contact: [] }],
	])('with %s are refused', (_, mapping) => expect(() => parseMapping(mapping)).toThrow(Invalid));
});

describeReal('real exports', () => {
	it.each([
		['halmstad_fri.json', 'FRI', 495],
		['gotland_ibgo.json', 'Interbook GO', 438],
		['umea_rbok.json', 'Rbok', 586],
		['sundsvall_actorsmartbook.json', 'Actor Smartbook', 440],
		['halmstad_semikolon_iso-8859-1_crlf.csv', 'register', 495],
		['gotland_semikolon_windows-1252.csv', 'register', 438],
		['umea_komma_utf8_lf.csv', 'register', 586],
	])('%s is %s with %i rows', async (file, system, rows) => {
		const table = await readTable(realFile(file));
		const { mapping, known } = recognise(table);
		expect([known, mapping.system, table.rows.length, table.problems.length]).toEqual([true, system, rows, 0]);
	});
});
