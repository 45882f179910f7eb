import { describe, expect, it } from 'vitest';
import { publish, published, withStore } from './helpers/store.ts';

/** What is published of a register, as one text. */
const publicText = (text: string) =>
	withStore(async (store) => {
		const { counts, plan } = await publish(store, text);
		const entries = await published(store);
		return { counts, plan, entries, text: JSON.stringify([entries, plan.problems]) };
	});

describe('nothing of a person is published', () => {
	it('of rows that are persons, whatever they are labelled', async () => {
		const { counts, text } = await publicText(
			`Namn;Föreningstyp;Verksamhet;Adress;E-post
Anna Exempelsson;Kulturaktör;Musik;Hemvägen 1;anna.exempelsson@example.org
Exempelsson, Anna;Kulturförening;Konst;Hemvägen 2;
Theodosia Exempel;Kulturaktör;Konst;Hemvägen 3;
EXEMPELSSON ANNA;;;Hemvägen 4;
Exempelby Musikkår;Kulturaktör;Musik;Storgatan 1;info@example.org
`,
		);
		expect(counts).toMatchObject({ rows: 5, added: 1, persons: 4 });
		expect(text).not.toMatch(/Anna|Theodosia|Hemvägen/i);
	});

	it('in names, addresses, e-mail and descriptions of associations', async () => {
		const { entries, text } = await publicText(
			`Namn;Föreningstyp;Adress;E-post;Beskrivning
Ås IF c/o Anna Exempelsson;Fotboll;Storgatan 1;exempelsson.anna@example.org;Anna Exempelsson tränar. Kom!
Ö Kör (Anna Exempelsson);Kör;Anna Exempelsson;anna_e_exempelsson@example.org;Kontakt: Anna 070-174 06 05
Taxklubben Anna Exempelsson;Hund;Anna Exempelsson Storgatan 2;info@example.org;
`,
		);
		expect(entries.map((it) => it.name)).toEqual(['Ås IF', 'Ö Kör', 'Taxklubben']);
		expect(text).not.toMatch(/Anna|Exempelsson|174 06/i);
	});

	it('where a column of its own says c/o: neither street nor coordinates', async () => {
		const { entries } = await publicText(
			`Namn;C/o;Adress;Postnr;Postort;Lat;Lon
Ås IF;Anna Exempelsson;Hemvägen 1;302 48;Halmstad;56.70;12.90
Ö IK;;Storgatan 2;302 48;Halmstad;56.70;12.90
`,
		);
		expect(entries).toMatchObject([
			{ name: 'Ås IF', street: null, postcode: '30248', position: { precision: 'locality' } },
			{ name: 'Ö IK', street: 'Storgatan 2', position: { precision: 'exact' } },
		]);
	});

	it.each([
		'Telefon ordförande',
		'Ordf. telefon',
		'Ordf tel',
		'Mobil kassör',
		'Tel. sekr.',
		'Tel (kontaktperson)',
		'Ansvarig ledares telefon',
		'Phone of chair',
	])('of a column %j', async (heading) => {
		const rows = Array.from({ length: 5 }, (_, i) => `Förening ${i};Idrott;070-174 06 0${i}`).join('\n');
		const { entries, plan } = await publicText(`Namn;Typ;${heading}\n${rows}\n`);
		expect(entries.map((it) => it.phone)).toEqual([null, null, null, null, null]);
		expect(plan.mapping?.contacts).toEqual([heading]);
	});

	it('where a line of the address says c/o', async () => {
		const { entries } = await publicText(
			'Namn;Adress;Postort;Lat;Lon\nÅs IF;c/o Anna, Hemvägen 1;Halmstad;56.70;12.90\nÖ IK;;;;\n',
		);
		expect(entries[0]).toMatchObject({ street: null, position: { precision: 'locality' } });
	});
});
