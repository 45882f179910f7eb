import type { Invented } from '../domain/site-data.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';

/** What a municipality holds. */
export interface MunicipalityCounts {
	municipality: string;
	kind: Kind;
	count: number;
	/** Of these, confirmed during the year before. */
	fresh: number;
}

const PUBLIC = 'published_at IS NOT NULL AND archived_at IS NULL AND merged_into IS NULL';
const YEAR = 365 * 86_400;

/** Figures on municipalities. */
export function municipalityQueries({ sqlite }: Connection) {
	const all = sqlite.prepare<[number], MunicipalityCounts>(`
		SELECT municipality, kind, count(*) AS count, sum(coalesce(confirmed_at, 0) > ?) AS fresh
		FROM listings WHERE ${PUBLIC} GROUP BY municipality, kind`);
	const one = sqlite.prepare<[number, string], MunicipalityCounts>(`
		SELECT municipality, kind, count(*) AS count, sum(coalesce(confirmed_at, 0) > ?) AS fresh
		FROM listings WHERE ${PUBLIC} AND municipality = ? GROUP BY municipality, kind`);
	const slugs = sqlite.prepare<[number, number], { kind: Kind; slug: string; updatedAt: number }>(
		`SELECT kind, slug, updated_at AS updatedAt FROM listings WHERE ${PUBLIC} AND id BETWEEN ? AND ? ORDER BY id`,
	);
	const parts = sqlite.prepare<{ size: number }, { part: number; updatedAt: number }>(`
		SELECT id / cast(@size AS INTEGER) AS part, max(updated_at) AS updatedAt
		FROM listings WHERE ${PUBLIC} GROUP BY 1 ORDER BY 1`);
	const demo = sqlite.prepare<[], { invented: number; real: number }>(
		'SELECT EXISTS (SELECT 1 FROM listings WHERE demo = 1) AS invented, EXISTS (SELECT 1 FROM listings WHERE demo = 0 AND published_at IS NOT NULL) AS real',
	);
	return {
		/** How many public entries of each kind each municipality has; `now` in unix seconds. */
		counts: async (now: number) => all.all(now - YEAR),
		/** The same for one municipality. */
		countsOf: async (code: string, now: number) => one.all(now - YEAR, code),
		/** The addresses of the public entries with ids in [from, to], for the sitemap. */
		addresses: async (from = 0, to = Number.MAX_SAFE_INTEGER) => slugs.all(from, to),
		/** Which spans of `size` ids hold public entries (part n from n·size on), and when one there was changed last. */
		addressParts: async (size: number) => parts.all({ size }),
		/** How much of what there is belongs to the invented Sweden. */
		invented: async (): Promise<Invented> => {
			const { invented, real } = demo.get()!;
			return invented ? (real ? 'some' : 'all') : 'none';
		},
	};
}
