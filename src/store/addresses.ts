import type { Precision } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';
import { isPublic } from './public.ts';

/** Where a venue is. */
interface VenueAddress {
	name: string;
	street: string;
	postcode: string | null;
	postTown: string | null;
	locality: string | null;
	lon: number;
	lat: number;
	precision: Precision;
}

/** Addresses that the public sees already: those of venues, never of an association (which may be somebody's home). */
export function addressQueries({ sqlite }: Connection) {
	const at = sqlite.prepare<{ municipality: string; begins: string; most: number }, VenueAddress>(
		`SELECT l.name, l.street, l.postcode, l.post_town AS postTown, l.locality, l.lon, l.lat, l.precision FROM listings l
		WHERE l.municipality = @municipality AND l.kind = 'venue' AND ${isPublic('l')} AND l.masked = 0
			AND l.street IS NOT NULL AND l.lon IS NOT NULL
			AND (l.street LIKE @begins ESCAPE '\\' OR l.name LIKE @begins ESCAPE '\\')
		ORDER BY l.street, l.name LIMIT @most`,
	);
	return {
		/** Of a municipality's venues those whose street or name begins with a text, at most so many. */
		at: async (municipality: string, text: string, most: number): Promise<VenueAddress[]> =>
			at.all({ municipality, begins: `${text.replace(/[\\%_]/g, '\\$&')}%`, most }),
	};
}
