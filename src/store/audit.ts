import type { Role } from '../domain/permission.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { TrailQuery, TrailStep } from '../domain/trail.ts';
import type { Connection } from './connection.ts';

/** One step of the trail: who did what, when; values before and after. `by`: `person:<id>`, `operator`, `visitor` or `import`. */
export interface AuditStep {
	/** Unix seconds. */
	at: number;
	by: string;
	action: string;
	listing?: number | null;
	/** Where it was done; for an entry that is where it lies. */
	municipality?: string | null;
	before?: unknown;
	after?: unknown;
}

interface Row {
	id: number;
	at: number;
	by: string;
	role: Role | null;
	action: string;
	listing: number | null;
	kind: Kind | null;
	slug: string | null;
	name: string | null;
	municipality: string | null;
	person_name: string | null;
	person_email: string | null;
	about_name: string | null;
	about_email: string | null;
	before: string | null;
	after: string | null;
}

/** The role that counts: the one that reaches so far and is the strongest. */
const ROLE = `(SELECT role FROM roles WHERE 'person:' || person = @by
	AND (listing = @listing OR listing = (SELECT organisation FROM activities WHERE id = @listing) OR municipality = @municipality OR (listing IS NULL AND municipality IS NULL))
	ORDER BY CASE role WHEN 'operator' THEN 0 WHEN 'administrator' THEN 1 WHEN 'reviewer' THEN 2 WHEN 'owner' THEN 3 ELSE 4 END LIMIT 1)`;
const COLUMNS = `a.id, a.at, a.by, a.role, a.action, a.listing, l.kind, l.slug, l.name, a.municipality, p.name AS person_name,
	p.email AS person_email, q.name AS about_name, q.email AS about_email, a.before, a.after`;
const FROM = `FROM audit a LEFT JOIN listings l ON l.id = a.listing LEFT JOIN people p ON 'person:' || p.id = a.by
	LEFT JOIN people q ON q.id = json_extract(a.after, '$.person')`;
/** What a register's file did to an entry is kept beside the trail. */
const OF_BATCH = "'import', NULL,";
const OF_ENTRY = `c.listing, l.kind, l.slug, l.name, l.municipality, NULL, NULL, NULL, NULL, NULL, NULL
	FROM batch_changes c JOIN batches b ON b.id = c.batch JOIN listings l ON l.id = c.listing`;
/** An entry, and those that were merged into it. */
const FAMILY = `WITH RECURSIVE family AS (SELECT @listing AS id UNION SELECT l.id FROM family JOIN listings l ON l.merged_into = family.id)`;

/** The trail. */
export function auditQueries({ sqlite }: Connection) {
	// SQLite's own lower() knows no å, ä and ö.
	sqlite.function('unmarked', { deterministic: true }, (text) => (typeof text === 'string' ? unmarked(text) : null));
	const place = sqlite.prepare<[number], string>('SELECT municipality FROM listings WHERE id = ?').pluck();
	const add = sqlite.prepare(
		`INSERT INTO audit (at, by, role, action, listing, municipality, before, after)
		VALUES (@at, @by, ${ROLE}, @action, @listing, @municipality, @before, @after)`,
	);
	// Every municipality is asked for by who may see all: then what lies in none is theirs too.
	const search = sqlite.prepare<Record<string, unknown>, Row>(
		`SELECT ${COLUMNS} ${FROM}
		WHERE a.id < @before AND (@everywhere OR a.municipality IN (SELECT value FROM json_each(@municipalities)))
			AND (@listing IS NULL OR a.listing IN (${FAMILY} SELECT id FROM family))
			AND (@words IS NULL OR instr(unmarked(l.name), unmarked(@words)) > 0)
			AND (@who IS NULL OR a.by = @who OR instr(unmarked(p.email), unmarked(@who)) > 0 OR instr(unmarked(p.name), unmarked(@who)) > 0)
			AND (@action IS NULL OR a.action = @action OR a.action GLOB @action || '.*')
			AND a.at >= @since AND a.at < @until
		ORDER BY a.id DESC LIMIT @limit`,
	);
	const history = sqlite.prepare<Record<string, unknown>, Row>(
		`${FAMILY} SELECT * FROM (
			SELECT ${COLUMNS} ${FROM} WHERE a.listing IN (SELECT id FROM family)
			UNION ALL SELECT -b.id, b.published_at, ${OF_BATCH} 'import.' || c.outcome, ${OF_ENTRY} WHERE c.outcome <> 'seen' AND c.listing IN (SELECT id FROM family)
			UNION ALL SELECT -b.id, b.undone_at, ${OF_BATCH} 'import.undone', ${OF_ENTRY} WHERE c.outcome <> 'seen' AND b.undone_at IS NOT NULL
				AND c.listing IN (SELECT id FROM family)
		) ORDER BY at DESC, id DESC LIMIT @limit OFFSET @offset`,
	);
	const by = sqlite.prepare<[string], Row>(`SELECT ${COLUMNS} ${FROM} WHERE a.by = ? ORDER BY a.id`);
	const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));

	return {
		add: async ({ listing = null, municipality, before, after, ...step }: AuditStep): Promise<void> => {
			const lies = municipality ?? (listing === null ? null : (place.get(listing) ?? null));
			add.run({ ...step, listing, municipality: lies, before: json(before), after: json(after) });
		},
		/** Steps before a number (none: the last), newest first; of these municipalities (null: all there is). */
		search: async (
			{ listing, words, who, action, since, until }: TrailQuery,
			municipalities: readonly string[] | null,
			{ before = Number.MAX_SAFE_INTEGER, limit = 50 } = {},
		): Promise<TrailStep[]> => {
			const scope = { everywhere: municipalities ? 0 : 1, municipalities: JSON.stringify(municipalities ?? []) };
			return search.all({ listing, words, who, action, since, until, before, limit, ...scope }).map(read);
		},
		/** What has become of an entry and of those that were merged into it, with what registers did, newest first. */
		history: async (listing: number, offset: number, limit: number): Promise<TrailStep[]> =>
			history.all({ listing, offset, limit }).map(read),
		/** All that a person has done, oldest first. */
		by: async (person: number): Promise<TrailStep[]> => by.all(`person:${person}`).map(read),
	};
}

const unmarked = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function read({
	person_name,
	person_email,
	about_name,
	about_email,
	before,
	after,
	kind,
	slug,
	name,
	...row
}: Row): TrailStep {
	const parsed = (text: string | null) => (text === null ? {} : (JSON.parse(text) as Record<string, unknown>));
	return {
		...row,
		entry: kind && slug && name ? { kind, slug, name } : null,
		person: person_email === null ? null : { name: person_name, email: person_email },
		about: about_email === null ? null : { name: about_name, email: about_email },
		before: parsed(before),
		after: parsed(after),
	};
}
