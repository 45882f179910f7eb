import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isTheme, withParents } from '#domain/theme.ts';
import { placeThemes } from '#intake/themes/place.ts';
import { labelRules, weakRules } from '#intake/themes/rules.ts';
import { describeReal, realFile } from './helpers/real.ts';

const themes = (name: string, types: string[], activities: string[]) => placeThemes({ name, types, activities }).themes;

describe('labels', () => {
	const cases: [string[], string[]][] = [
		[['Fotboll'], ['football']],
		[['Fotboll...'], ['football']],
		[['Amerikansk fotboll'], ['other_sport']],
		[['Innebandy'], ['floorball']],
		[['Bandy'], ['ice_sports']],
		[['Skidskytte'], ['shooting', 'skiing']],
		[['Vattenskidor'], ['water_sports']],
		[['Badminton'], ['racket_sports']],
		[['Konståkning'], ['ice_sports']],
		[['Konst'], ['visual_arts']],
		[['Konsthantverk'], ['crafts']],
		[['Scenkonst'], ['theatre']],
		[['Körsång'], ['choir']],
		[['Körning med ekipage'], ['equestrian']],
		[['Folkdans'], ['dance']],
		[['Bangolf'], ['other_sport']],
		[['Golf'], ['golf']],
		[['Biodling'], ['animals']],
		[['Odling'], ['gardening']],
		[['Jaktskytte'], ['hunting_fishing', 'shooting']],
		[['Brottsförebyggande'], []],
		[['Brottning'], ['martial_arts']],
		[['Självförsvar'], ['martial_arts']],
		[['Handikappidrott'], ['parasport']],
		[['Amatörradio'], ['technology']],
		[['Vägbelysning - drift och underhåll'], ['housing']],
		[['Läxhjälp'], ['homework_help']],
		[['Öppen förskola'], ['open_preschool']],
		[['Språkcafé'], ['language_cafe']],
		[['Byaverksamhet/Samhällsverksamhet'], ['local_development']],
		[['Övrigt', 'Möte', '(Saknas)'], []],
		[['Ungdomsverksamhet'], ['youth']],
		[['Ungdomsverksamhet', 'Schack'], ['chess']],
	];
	it.each(cases)('%j', (activities, expected) => expect(themes('X', [], activities)).toEqual(expected));

	it.each([
		['Exempelby Badmintonklubb', ['Idrottsförening'], ['racket_sports']],
		['Exempelby IF', ['Idrottsförening'], ['sport']],
		['Exempelby IF', [], ['sport']],
		['PRO Exempelby', ['Övrig förening'], ['seniors']],
		['Exempelby Hembygdsförening', ['Kulturförening'], ['local_heritage']],
		['Exempelby Discgolfklubb', ['Idrottsförening'], ['other_sport']],
		['Exempelby Sportklubb', [], ['sport']],
		['Exempelby Idrottsförening', [], ['sport']],
		['Exempelby Sportdansklubb', [], ['dance']],
		['Svensk-danska föreningen', [], []],
		['Exempelby Kammarkör', [], ['choir']],
		['Friskis & Svettis Exempelby', [], ['fitness']],
		['Exempelby Klätterklubb', [], ['climbing']],
		['Exempelby Kulturförening', [], ['culture']],
		['Föreningen Omtanken', ['Övrig förening'], []],
	])('the name %j counts where labels tell little', (name, types, expected) =>
		expect(themes(name, types, []).sort()).toEqual([...expected].sort()),
	);

	it('that no rule knows are reported; those that say nothing are not', () => {
		expect(placeThemes({ name: 'X', types: ['Xyzzyförening'], activities: ['Övrigt', 'Möte'] }).unplaced).toEqual([
			'Xyzzyförening',
		]);
	});

	it('lead only to themes that exist', () => {
		for (const { themes: codes } of [...labelRules, ...weakRules]) expect(codes.every(isTheme)).toBe(true);
	});
});

interface Labelled {
	/** The first 16 hexadecimal digits of the SHA-256 of the row. */
	row: string;
	/** Themes of which one at least must be found; empty when nothing can be known. */
	right: string[];
	/** Themes that are not wrong either. */
	also?: string[];
}

/**
 * 300 rows drawn with a fixed seed from those that have a label, labelled by hand before any rule was written. Right is
 * a row with at least one right theme (or its parent) and no wrong one. Rows of which nothing can be known count as not
 * right.
 */
describeReal('themes on real registers', () => {
	const lines = gunzipSync(realFile('associations.jsonl.gz')).toString().split('\n').filter(Boolean);
	const sample = JSON.parse(readFileSync('tests/intake/themes-sample.json', 'utf8')) as Labelled[];
	const wanted = new Map(sample.map((it) => [it.row, it]));

	it('at least 90 % of the labelled sample are right', () => {
		let right = 0;
		let found = 0;
		for (const line of lines) {
			const label = wanted.get(createHash('sha256').update(line).digest('hex').slice(0, 16));
			if (!label) continue;
			found++;
			const row = JSON.parse(line) as { name: string; types: string[]; activities: string[] };
			const good = new Set([...label.right, ...(label.also ?? [])].flatMap((theme) => withParents(theme as 'sport')));
			const must = new Set(label.right.flatMap((theme) => withParents(theme as 'sport')));
			const placed = themes(row.name.trim(), row.types, row.activities);
			if (placed.some((theme) => must.has(theme)) && placed.every((theme) => good.has(theme))) right++;
		}
		console.info(`themes: ${right} of ${found} rows of the sample are right (${((100 * right) / found).toFixed(1)} %)`);
		expect(found).toBe(300);
		expect(right / found).toBeGreaterThanOrEqual(0.9);
	});

	it('at least 95 % of the rows with a label get a theme', () => {
		const rows = lines.map((line) => JSON.parse(line) as { name: string; types: string[]; activities: string[] });
		const labelled = rows.filter((row) => row.types.length + row.activities.length > 0);
		const placed = labelled.filter((row) => themes(row.name.trim(), row.types, row.activities).length > 0);
		console.info(`themes: ${placed.length} of ${labelled.length} rows with a label get a theme`);
		expect(placed.length / labelled.length).toBeGreaterThan(0.95);
	});
});
