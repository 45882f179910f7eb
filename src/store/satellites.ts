import type { Listing, Photo } from '../domain/listing.ts';
import type { Audience, Language } from '../domain/taxonomies.ts';
import type { Theme } from '../domain/theme.ts';
import type { Connection } from './connection.ts';
import type { Satellites } from './listing-row.ts';

/** Themes, audiences, languages and texts: the rows beside every entry. */
export function satelliteParts({ sqlite }: Connection) {
	const lists = {
		themes: listOf(sqlite, 'listing_themes', 'theme'),
		audiences: listOf(sqlite, 'listing_audiences', 'audience'),
		languages: listOf(sqlite, 'listing_languages', 'language'),
	};
	const texts = sqlite.prepare<[number], { language: Language; name: string | null; description: string | null }>(
		'SELECT language, name, description FROM listing_texts WHERE listing = ?',
	);
	const clearTexts = sqlite.prepare('DELETE FROM listing_texts WHERE listing = ?');
	const addText = sqlite.prepare(
		'INSERT INTO listing_texts (listing, language, name, description) VALUES (?, ?, ?, ?)',
	);

	const photos = sqlite.prepare<[number], Photo>(
		`SELECT photo AS id, width, height, alt, alt_en AS altEn
		FROM listing_photos JOIN photos ON photos.id = photo WHERE listing = ? ORDER BY place`,
	);
	const clearPhotos = sqlite.prepare('DELETE FROM listing_photos WHERE listing = ?');
	// One that has since been taken away for good is left out.
	const addPhoto = sqlite.prepare(
		'INSERT INTO listing_photos (listing, place, photo, alt, alt_en) SELECT ?, ?, id, ?, ? FROM photos WHERE id = ?',
	);

	return {
		read(id: number): Satellites {
			const found = texts.all(id).map(({ language, ...text }) => [language, text]);
			return {
				themes: lists.themes.read(id) as Theme[],
				audiences: lists.audiences.read(id) as Audience[],
				languages: lists.languages.read(id) as Language[],
				texts: Object.fromEntries(found),
				photos: photos.all(id),
			};
		},
		write(id: number, listing: Listing): void {
			lists.themes.write(id, listing.themes);
			lists.audiences.write(id, listing.audiences);
			lists.languages.write(id, listing.languages);
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

function listOf(sqlite: Connection['sqlite'], table: string, column: string) {
	const all = sqlite
		.prepare<[number], string>(`SELECT ${column} FROM ${table} WHERE listing = ? ORDER BY ${column}`)
		.pluck();
	const clear = sqlite.prepare(`DELETE FROM ${table} WHERE listing = ?`);
	const add = sqlite.prepare(`INSERT OR IGNORE INTO ${table} (listing, ${column}) VALUES (?, ?)`);
	return {
		read: (id: number) => all.all(id) as string[],
		write(id: number, codes: readonly string[]) {
			clear.run(id);
			for (const code of codes) add.run(id, code);
		},
	};
}
