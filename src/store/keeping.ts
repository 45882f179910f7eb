const KEEPERS = "('owner', 'editor')";

/** Whether somebody of its own looks after an entry `id`, an expression. */
export const keptItself = (id: string): string =>
	`EXISTS (SELECT 1 FROM roles k WHERE k.listing = ${id} AND k.role IN ${KEEPERS})`;

/** Whether anybody would be asked of an entry: its own, or the owners of the organisation that holds it (`host`). */
export const keptBy = (id: string, host: string): string =>
	`(${keptItself(id)} OR EXISTS (SELECT 1 FROM roles k WHERE k.listing = ${host} AND k.role = 'owner'))`;

/**
 * Who looks after what, as a table: by a role of their own, or by one in the organisation that holds an activity
 * (docs/decisions/0020-the-organisations-activities.md). `asked`: reminders of it come to them.
 */
export const KEEPING = `(
	SELECT person, listing, role, given_at, NULL AS through, 1 AS asked FROM roles WHERE role IN ${KEEPERS}
	UNION ALL
	SELECT h.person, a.id, h.role, h.given_at, h.listing, h.role = 'owner' AND NOT ${keptItself('a.id')}
	FROM roles h JOIN activities a ON a.organisation = h.listing
	WHERE h.role IN ${KEEPERS} AND NOT EXISTS (SELECT 1 FROM roles o WHERE o.person = h.person AND o.listing = a.id)
)`;
