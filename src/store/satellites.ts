import type { Listing, Photo } from '../domain/listing.ts';
import type { Audience, Language } from '../domain/taxonomies.ts';
import type { Theme } from '../domain/theme.ts';
import type { Connection } from './connection.ts';
import type { Satellites } from './listing-row.ts';

/** As JSON. */
export type SatelliteRow = Record<keyof Satellites, string>;

/** What stands there beside `l`, as columns of one statement: to ask for each takes twice as long. */
export const satelliteColumns = `
	(SELECT json_group_array(theme) FROM listing_themes WHERE listing = l.id) AS themes,
	(SELECT json_group_array(audience) FROM listing_audiences WHERE listing = l.id) AS audiences,
	(SELECT json_group_array(language) FROM listing_languages WHERE listing = l.id) AS languages,
	(SELECT json_group_object(language, json_object('name', name, 'description', description))
		FROM listing_texts WHERE listing = l.id) AS texts,
	(SELECT json_group_array(json_object('id', photo, 'width', width, 'height', height, 'alt', alt, 'altEn', alt_en))
		FROM (SELECT photo, width, height, alt, alt_en FROM listing_photos JOIN photos ON photos.id = photo
			WHERE listing = l.id ORDER BY place)) AS photos`;

/** Codes in their order: SQLite takes longer to put two or three in order. */
const codes = <Code>(text: string): Code[] => (JSON.parse(text) as Code[]).sort();

/** What was read by them. */
export const satellitesOf = ({ themes, audiences, languages, texts, photos }: SatelliteRow): Satellites => ({
	themes: codes<Theme>(themes),
	audiences: codes<Audience>(audiences),
	languages: codes<Language>(languages),
	texts: JSON.parse(texts) as Satellites['texts'],
	photos: JSON.parse(photos) as Photo[],
});

/** Themes, audiences, languages, texts and pictures: the rows beside every entry. */
export function satelliteParts({ sqlite }: Connection) {
	const writeList = {
		themes: listWriter(sqlite, 'listing_themes', 'theme'),
		audiences: listWriter(sqlite, 'listing_audiences', 'audience'),
		languages: listWriter(sqlite, 'listing_languages', 'language'),
	};
	const clearTexts = sqlite.prepare('DELETE FROM listing_texts WHERE listing = ?');
	const addText = sqlite.prepare(
		'INSERT INTO listing_texts (listing, language, name, description) VALUES (?, ?, ?, ?)',
	);

	const clearPhotos = sqlite.prepare('DELETE FROM listing_photos WHERE listing = ?');
	// One that has since been taken away for good is left out.
	const addPhoto = sqlite.prepare(
		'INSERT INTO listing_photos (listing, place, photo, alt, alt_en) SELECT ?, ?, id, ?, ? FROM photos WHERE id = ?',
	);

	return {
		write(id: number, listing: Listing): void {
			writeList.themes(id, listing.themes);
			writeList.audiences(id, listing.audiences);
			writeList.languages(id, listing.languages);
			clearTexts.run(id);
			for (const [language, text] of Object.entries(listing.texts))
				addText.run(id, language, text.name, text.description);
			clearPhotos.run(id);
			// A value that was put aside before there were pictures, to be brought back by undoing, has none.
			(listing.photos ?? []).forEach(({ id: photo, alt, altEn }, place) => {
				addPhoto.run(id, place, alt, altEn, photo);
			});
		},
	};
}

function listWriter(sqlite: Connection['sqlite'], table: string, column: string) {
	const clear = sqlite.prepare(`DELETE FROM ${table} WHERE listing = ?`);
	const add = sqlite.prepare(`INSERT OR IGNORE INTO ${table} (listing, ${column}) VALUES (?, ?)`);
	return (id: number, codes: readonly string[]): void => {
		clear.run(id);
		for (const code of codes) add.run(id, code);
	};
}
