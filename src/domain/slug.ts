import slugify from '@sindresorhus/slugify';

/** A name as the last part of an address: "Åsa & Önas bygdegård" → "asa-onas-bygdegard". At most 80 characters. */
export function slugOf(name: string): string {
	const plain = slugify(name, {
		customReplacements: [
			['å', 'a'],
			['ä', 'a'],
			['ö', 'o'],
			['Å', 'a'],
			['Ä', 'a'],
			['Ö', 'o'],
			['&', ' '],
		],
		decamelize: false,
	});
	return plain.slice(0, 80).replace(/-+$/, '') || 'namnlos';
}
