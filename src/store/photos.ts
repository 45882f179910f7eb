import type { PreparedPhoto } from '../domain/photos.ts';
import type { Connection } from './connection.ts';

/** Who may see a picture that is not published: those who look after the entries that it was sent in for. */
export interface PhotoPlace {
	listing: number;
	municipality: string;
	/** The organisation that holds it. */
	host: number | null;
}

/** Nobody shows it, and nobody has it waiting, in a draft or lately sent back to them. */
const UNUSED = `NOT EXISTS (SELECT 1 FROM listing_photos l WHERE l.photo = photos.id)
	AND NOT EXISTS (SELECT 1 FROM revisions r WHERE (r.state = 'proposed' OR (r.state = 'returned' AND r.decided_at >= @returned))
		AND instr(r.changes, photos.id))
	AND NOT EXISTS (SELECT 1 FROM drafts d WHERE instr(d.typed, photos.id))
	AND NOT EXISTS (SELECT 1 FROM photo_uploads u WHERE u.photo = photos.id AND u.at >= @sent)`;

/** Pictures: their bytes, who sent them in, and where they are shown. Times in unix seconds. */
export function photoQueries({ sqlite }: Connection) {
	const add = sqlite.prepare(
		`INSERT INTO photos (id, width, height, large, small, added_at) VALUES (@id, @width, @height, @large, @small, @at)
		ON CONFLICT (id) DO NOTHING`,
	);
	const upload = sqlite.prepare(
		`INSERT INTO photo_uploads (photo, listing, person, at) VALUES (?, ?, ?, ?)
		ON CONFLICT (photo, listing) DO UPDATE SET at = excluded.at, person = excluded.person`,
	);
	const bytes = {
		large: sqlite.prepare<[string], Buffer>('SELECT large FROM photos WHERE id = ?').pluck(),
		small: sqlite.prepare<[string], Buffer>('SELECT small FROM photos WHERE id = ?').pluck(),
	};
	const shown = sqlite
		.prepare<[string], number>(
			`SELECT 1 FROM listing_photos JOIN listings ON listings.id = listing
			WHERE photo = ? AND published_at IS NOT NULL AND archived_at IS NULL AND merged_into IS NULL LIMIT 1`,
		)
		.pluck();
	const places = sqlite.prepare<[string], PhotoPlace>(
		`SELECT listing, municipality, organisation AS host FROM photo_uploads JOIN listings ON listings.id = listing
		LEFT JOIN activities ON activities.id = listing WHERE photo = ?`,
	);
	const of = sqlite.prepare<[{ listing: number }], { id: string; width: number; height: number }>(
		`SELECT id, width, height FROM photos WHERE id IN
		(SELECT photo FROM photo_uploads WHERE listing = @listing UNION SELECT photo FROM listing_photos WHERE listing = @listing)`,
	);
	const known = sqlite.prepare<[string], { id: string; width: number; height: number }>(
		'SELECT id, width, height FROM photos WHERE id IN (SELECT value FROM json_each(?))',
	);
	const countBy = sqlite
		.prepare<[number, number], number>('SELECT count(*) FROM photo_uploads WHERE person = ? AND at >= ?')
		.pluck();
	const sentBy = sqlite.prepare<[number], { photo: string; listing: number; at: number }>(
		'SELECT photo, listing, at FROM photo_uploads WHERE person = ? ORDER BY at DESC',
	);
	const forget = sqlite.prepare(`DELETE FROM photos WHERE ${UNUSED}`);

	return {
		/** Keeps a picture, and for which entry somebody sent it in. Kept once, however often it is sent. */
		add: async (photo: PreparedPhoto, by: { listing: number; person: number; at: number }): Promise<void> => {
			add.run({ ...photo, at: by.at });
			upload.run(photo.id, by.listing, by.person, by.at);
		},
		/** Keeps a picture for what is being registered: it is gone when no draft names it any more. */
		keep: async (photo: PreparedPhoto, at: number): Promise<void> => void add.run({ ...photo, at }),
		/** A picture that is kept was sent in for an entry. */
		sentFor: async (photo: string, by: { listing: number; person: number; at: number }): Promise<void> =>
			void upload.run(photo, by.listing, by.person, by.at),
		/** Those of these that are kept, with their pixels. */
		known: async (ids: readonly string[]) => known.all(JSON.stringify(ids)),
		/** The bytes of a picture, WebP; undefined when there is none. */
		bytes: async (id: string, size: 'large' | 'small'): Promise<Buffer | undefined> => bytes[size].get(id),
		/** Whether a public entry shows it. */
		isShown: async (id: string): Promise<boolean> => shown.get(id) === 1,
		/** The entries that it was sent in for. */
		places: async (id: string): Promise<PhotoPlace[]> => places.all(id),
		/** The pictures that an entry shows, or that were sent in for it. */
		of: async (listing: number) => of.all({ listing }),
		/** How many somebody has sent in since. */
		countBy: async (person: number, since: number): Promise<number> => countBy.get(person, since)!,
		/** What somebody has sent in. */
		sentBy: async (person: number) => sentBy.all(person),
		/** Real erasure of pictures that nobody shows or waits for, sent in and sent back before two times. How many. */
		forgetUnused: async (sent: number, returned: number): Promise<number> => forget.run({ sent, returned }).changes,
	};
}
