import { hash } from 'node:crypto';
import { z } from 'zod';
import { Invalid } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import { queryText } from '../domain/query-url.ts';

/** Where a page ended: the time the first page was made, the last entry's id, and how many came before. */
const CursorSchema = z.object({ at: z.int(), id: z.int(), past: z.int().min(1), of: z.string() });
export type Cursor = z.output<typeof CursorSchema>;

/** What a cursor belongs to: the same question in another order or with another filter is another list. */
const fingerprint = (query: Query): string =>
	hash('sha256', queryText({ ...query, cursor: null, limit: null }), 'base64url').slice(0, 12);

/** Writes a cursor as letters that need no escaping in a URL. */
export const writeCursor = (query: Query, position: Omit<Cursor, 'of'>): string =>
	Buffer.from(JSON.stringify({ ...position, of: fingerprint(query) })).toString('base64url');

/** How long somebody may read on from one first page, in seconds. */
const KEPT = 7 * 86_400;

/**
 * Reads the cursor of a query; null when it has none. Throws `Invalid` for one that was not written for it. An old one, or
 * one that somebody has altered, goes on as of `now`.
 */
export function readCursor(query: Query, now: number): Cursor | null {
	if (!query.cursor) return null;
	const parsed = CursorSchema.safeParse(json(Buffer.from(query.cursor, 'base64url').toString('utf8')));
	if (!parsed.success || parsed.data.of !== fingerprint(query)) throw new Invalid({ cursor: 'not_ours' });
	const { at } = parsed.data;
	return at > now - KEPT && at <= now + 60 ? parsed.data : { ...parsed.data, at: now };
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
