import type { QueueKind } from '../domain/queue.ts';

/**
 * Where things of a kind wait, as SQL over one table: which rows, and what is said of them. The table has `id` and
 * `municipality`. `where` must be that of a partial index that begins with `municipality`: a test holds it against the plan.
 */
interface Source {
	from: string;
	where: string;
	/** Since when it waits, unix seconds. */
	at: string;
	/** The entry that it is about. */
	listing?: string;
	/** What it is called, where it is about no entry. */
	name?: string;
	/** What it says, for a line in the list: text or JSON, put into words by text/desk.ts. */
	said?: string;
	/** One of the kind's `sorts` in domain/queue.ts; any other text stands for none. */
	sort?: string;
}

export const queueSources: Record<QueueKind, Source> = {
	registration: { from: 'registrations', where: "state = 'waiting'", at: 'sent_at', listing: 'listing', said: 'kind' },
	report: {
		from: 'error_reports',
		where: "state = 'open'",
		at: 'at',
		listing: 'listing',
		said: 'what',
		sort: 'what',
	},
	claim: { from: 'claims', where: "state = 'waiting'", at: 'made_at', listing: 'listing' },
	import: { from: 'uploads', where: "state = 'ready'", at: 'changed_at', name: 'file_name' },
	revision: {
		from: 'revisions',
		where: "state = 'proposed'",
		at: 'made_at',
		listing: 'listing',
		said: "(SELECT json_group_array(value ->> 'field') FROM json_each(changes))",
		sort: `CASE WHEN EXISTS (SELECT 1 FROM json_each(changes) WHERE value ->> 'field' NOT LIKE 'texts.%.description')
			THEN 'facts' ELSE 'prose' END`,
	},
	suggestion: { from: 'suggestions', where: "state = 'open'", at: 'at', name: 'name', said: 'place' },
};
