import { QUEUE_PAGE, type QueueKind, type QueueView, queueKinds, queueKindsInOrder } from '../domain/queue.ts';
import type { Kind, Language } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';
import { queueSources } from './queue-sources.ts';

/** Something that waits for a decision. */
export interface Queued {
	kind: QueueKind;
	id: number;
	municipality: string;
	/** What it is about: the entry's name and kind, or a name of its own; null when the entry is gone. */
	name: string | null;
	entryKind: Kind | null;
	/** What its source says of it; see queue-sources.ts. */
	said: string | null;
	/** Since when, unix seconds. */
	at: number;
}

/** How many things of a kind wait in a municipality. */
export interface QueueCount {
	kind: QueueKind;
	municipality: string;
	count: number;
}

const DAY = 86_400;

/** All that waits in some municipalities (@municipalities, JSON), of one kind or any; `rank` is when it would have begun to wait without a head start. */
export const WAITING = queueKindsInOrder
	.map((kind) => {
		const { from, where, at, listing = 'NULL', name = 'NULL', said = 'NULL', sort } = queueSources[kind];
		const rank = `${at} - ${DAY} * ${headStart(kind, sort)}`;
		return `SELECT '${kind}' AS kind, id, municipality, ${listing} AS listing, ${name} AS name, ${said} AS said, ${at} AS at, ${rank} AS rank
		FROM ${from} WHERE ${where} AND municipality IN (SELECT value FROM json_each(@municipalities)) AND coalesce(@kind, '${kind}') = '${kind}'`;
	})
	.join('\nUNION ALL\n');

function headStart(kind: QueueKind, sort: string | undefined): string {
	const { days, sorts = {} } = queueKinds[kind] as { days: number; sorts?: Record<string, number> };
	const cases = Object.entries(sorts).map(([code, other]) => `WHEN '${code}' THEN ${other}`);
	return sort && cases.length ? `CASE ${sort} ${cases.join(' ')} ELSE ${days} END` : String(days);
}

type Of = Pick<QueueView, 'kind'> & { municipalities: readonly string[] };
const bound = ({ kind, municipalities }: Of) => ({ kind, municipalities: JSON.stringify(municipalities) });

/** What waits for reviewers, of all kinds, in one order. */
export function queueQueries({ sqlite }: Connection) {
	const page = sqlite.prepare<[object], Queued>(
		`WITH waiting AS (${WAITING}), page AS (SELECT * FROM waiting ORDER BY rank, kind, id LIMIT ${QUEUE_PAGE} OFFSET @skip)
		SELECT page.kind, page.id, page.municipality, coalesce(page.name, t.name, l.name) AS name, l.kind AS entryKind, said, at
		FROM page LEFT JOIN listings l ON l.id = page.listing
		LEFT JOIN listing_texts t ON t.listing = l.id AND t.language = @language
		ORDER BY rank, page.kind, page.id`,
	);
	const counts = sqlite.prepare<[object], QueueCount>(
		`SELECT kind, municipality, count(*) AS count FROM (${WAITING}) GROUP BY kind, municipality`,
	);
	const after = sqlite.prepare<[object], Pick<Queued, 'kind' | 'id'>>(
		`WITH waiting AS (${WAITING}), here AS (SELECT rank, kind, id FROM waiting WHERE kind = @here AND id = @id)
		SELECT kind, id FROM waiting WHERE NOT (kind = @here AND id = @id)
		ORDER BY (rank, kind, id) > (SELECT rank, kind, id FROM here) DESC, rank, kind, id LIMIT 1`,
	);
	return {
		/** One page of what waits in some municipalities, the most pressing first. */
		page: async (of: Of, number: number, language: Language): Promise<Queued[]> =>
			page.all({ ...bound(of), language, skip: (number - 1) * QUEUE_PAGE }),
		/** How much waits, of each kind in each of some municipalities; those without any are left out. */
		counts: async (municipalities: readonly string[]): Promise<QueueCount[]> =>
			counts.all(bound({ kind: null, municipalities })),
		/** What comes after one that waits, and after the last the first; undefined when nothing else waits. */
		after: async (of: Of, here: { kind: QueueKind; id: number }): Promise<Pick<Queued, 'kind' | 'id'> | undefined> =>
			after.get({ ...bound(of), here: here.kind, id: here.id }),
	};
}
