const KINDS = [
	'Idrottsförening;Fotboll, Innebandy',
	'Kulturförening;Körsång',
	'Pensionärsförening;Boule',
	'Hembygdsförening;',
	'Övrig förening;Schack',
];
const TOWNS = ['Halmstad;302 48', 'Oskarström;313 31', 'GÖTEBORG;', ';', 'Laholm;312 30'];

/** A register of invented associations, as a table with semicolons; the oddities of real ones come round. */
export function inventedRegister(rows: number): string {
	const lines = ['Föreningsnamn;Föreningstyp;Verksamhet;Adress;Postort;Postnr;E-post;Telefon;Hemsida'];
	for (let i = 0; i < rows; i++) {
		const name = i % 97 === 0 ? `EXEMPELBY ${i} KLUBB` : `Exempelby förening nr ${i}`;
		const street = i % 31 === 0 ? 'c/o Exempel Exempelsson' : i % 7 === 0 ? 'Box 12' : `Storgatan ${i % 90}`;
		const email = i % 13 === 0 ? 'info@example.org; anna.svensson@example.org' : `kontakt${i}@example.org`;
		const phone = i % 11 === 0 ? '123' : `070-174 06 ${String(5 + (i % 90)).padStart(2, '0')}`;
		const homepage = i % 17 === 0 ? 'Har ingen hemsida' : `www.example.org/${i}`;
		lines.push([name, KINDS[i % KINDS.length], street, TOWNS[i % TOWNS.length], email, phone, homepage].join(';'));
	}
	return `${lines.join('\n')}\n`;
}
