import type { ContactView } from '../domain/contact-view.ts';
import type { Connection } from './connection.ts';
import { dayOf } from './personal-reads.ts';

/** Somebody who is, or is asked to be, shown as a contact person of an entry. Times in unix seconds. */
export interface ContactPerson {
	id: number;
	listing: number;
	token: string;
	/** Where they are asked. */
	email: string;
	locale: 'sv' | 'en';
	/** What they are asked to have shown, until they answer. */
	asked: ContactView | null;
	/** Which asking it is. */
	turn: number;
	askedBy: number | null;
	askedAt: number;
	/** What they have said yes to. */
	shown: ContactView | null;
	shownSince: number | null;
	shownUntil: number | null;
	remindedAt: number | null;
}

type Row = Omit<ContactPerson, 'asked' | 'shown'> & { asked: string | null; shown: string | null };

const COLUMNS = `id, listing, token, email, locale, asked, turn, asked_by AS askedBy, asked_at AS askedAt, shown,
	shown_since AS shownSince, shown_until AS shownUntil, reminded_at AS remindedAt`;
const view = (text: string | null) => (text === null ? null : (JSON.parse(text) as ContactView));
const read = (row: Row): ContactPerson => ({ ...row, asked: view(row.asked), shown: view(row.shown) });

const nobody: readonly { shown: string; until: number }[] = [];

/** Contact persons, by their own consent. */
export function contactPersonQueries({ sqlite, watch }: Connection) {
	const select = <P>(where: string) =>
		sqlite.prepare<[P], Row>(`SELECT ${COLUMNS} FROM contact_persons WHERE ${where}`);
	const byId = select<number>('id = ?');
	const of = select<number>('listing = ? ORDER BY shown IS NULL, shown_since, id');
	const to = select<string>('email = ? ORDER BY id');
	const lapsed = select<object>(
		'(shown IS NOT NULL AND shown_until <= @now) OR (shown IS NULL AND asked_at <= @unanswered) LIMIT 200',
	);
	const unanswered = select<object>('shown IS NOT NULL AND asked IS NOT NULL AND asked_at <= @unanswered LIMIT 200');
	const ending = select<object>(
		`shown_until > @now AND shown_until <= @soon AND reminded_at IS NULL AND listing IN (SELECT id FROM listings
			WHERE published_at IS NOT NULL AND archived_at IS NULL AND merged_into IS NULL) LIMIT 200`,
	);
	const shown = sqlite.prepare<[number], { shown: string; until: number }>(
		`SELECT shown, shown_until AS until FROM contact_persons WHERE listing = ? AND shown_until IS NOT NULL
		ORDER BY shown_since, id`,
	);
	const all = sqlite
		.prepare<[], number>('SELECT DISTINCT listing FROM contact_persons WHERE shown IS NOT NULL')
		.pluck();
	/** The entries that show anybody, kept in step: hardly any does, and to look it up for each would take long. */
	let showing: Set<number> | null = null;
	watch?.keep((ids) => {
		if (ids === 'all') showing = null;
		else if (showing) for (const id of ids) shown.all(id).length ? showing.add(id) : showing.delete(id);
	});
	/** Those of an entry who have said yes, until when. */
	function saidYes(listing: number): readonly { shown: string; until: number }[] {
		watch?.newest();
		if (watch) showing ??= new Set(all.all());
		return !showing || showing.has(listing) ? shown.all(listing) : nobody;
	}

	const ask = sqlite.prepare(
		`INSERT INTO contact_persons (listing, token, email, locale, asked, turn, asked_by, asked_at)
		VALUES (@listing, @token, @email, @locale, @asked, 1, @by, @now)
		ON CONFLICT (listing, email) DO UPDATE SET asked = excluded.asked, locale = excluded.locale, turn = turn + 1,
			asked_by = excluded.asked_by, asked_at = excluded.asked_at
		RETURNING id`,
	);
	const show = sqlite.prepare(
		`UPDATE contact_persons SET shown = coalesce(asked, shown), asked = NULL, shown_since = coalesce(shown_since, @now),
			shown_until = @until, reminded_at = NULL WHERE id = @id`,
	);
	const keep = sqlite.prepare('UPDATE contact_persons SET asked = NULL WHERE id = ? AND shown IS NOT NULL');
	const reminded = sqlite.prepare('UPDATE contact_persons SET reminded_at = @now WHERE id = @id');
	const erase = sqlite.prepare('DELETE FROM contact_persons WHERE id = ?');
	const askedSince = sqlite
		.prepare<[string, number], number>(
			`SELECT count(*) FROM audit WHERE by = ? AND action = 'contact.asked' AND at > ?`,
		)
		.pluck();
	const refuse = sqlite.prepare('INSERT OR REPLACE INTO contact_refusals (listing, print, at) VALUES (?, ?, ?)');
	const refused = sqlite
		.prepare<[number, string, number], number>(
			'SELECT 1 FROM contact_refusals WHERE listing = ? AND print IN (SELECT value FROM json_each(?)) AND at > ?',
		)
		.pluck();
	const forgetRefusals = sqlite.prepare('DELETE FROM contact_refusals WHERE at < ?');
	const noted = sqlite
		.prepare<[object], number>('SELECT 1 FROM contact_reads WHERE contact = @contact AND by = @by AND day = @day')
		.pluck();
	const note = sqlite.prepare(
		`INSERT INTO contact_reads (contact, by, municipality, day, at) VALUES (@contact, @by, @municipality, @day, @now)
		ON CONFLICT DO NOTHING`,
	);
	const reads = sqlite.prepare<[number], { municipality: string | null; at: number }>(
		'SELECT municipality, at FROM contact_reads WHERE contact = ? ORDER BY at DESC, id DESC LIMIT 50',
	);
	const forgetReads = sqlite.prepare('DELETE FROM contact_reads WHERE at < ?');

	return {
		get: async (id: number): Promise<ContactPerson | undefined> => {
			const row = byId.get(id);
			return row && read(row);
		},
		/** All of an entry, those who are shown first. */
		of: async (listing: number): Promise<ContactPerson[]> => of.all(listing).map(read),
		/** All with an address. */
		to: async (email: string): Promise<ContactPerson[]> => to.all(email).map(read),
		/** What the public sees of an entry's contact persons: only while their consent stands. */
		shown: async (listing: number, now: number): Promise<ContactView[]> =>
			saidYes(listing).flatMap(({ shown: text, until }) => (until > now ? [JSON.parse(text) as ContactView] : [])),
		/** Asks somebody, or asks anew what is to be shown of them. Gives their number. */
		ask: async (contact: {
			listing: number;
			token: string;
			email: string;
			locale: 'sv' | 'en';
			asked: ContactView;
			by: number;
			now: number;
		}): Promise<number> => {
			const { id } = ask.get({ ...contact, asked: JSON.stringify(contact.asked) }) as { id: number };
			return id;
		},
		/** They have said yes to what they are asked, or to go on: shown until a time. */
		show: async (id: number, until: number, now: number): Promise<void> => void show.run({ id, until, now }),
		/** They have said no to a change alone: what they said yes to before stands. */
		keep: async (id: number): Promise<void> => void keep.run(id),
		/** They were asked whether to go on. */
		reminded: async (id: number, now: number): Promise<void> => void reminded.run({ id, now }),
		/** Real erasure. */
		erase: async (id: number): Promise<void> => void erase.run(id),
		/** Those whose time is over, or who have not answered since a time and are not shown; at most 200. */
		lapsed: async (now: number, since: number): Promise<ContactPerson[]> =>
			lapsed.all({ now, unanswered: since }).map(read),
		/** Those who are shown and have not answered a change since a time; at most 200. */
		unanswered: async (since: number): Promise<ContactPerson[]> => unanswered.all({ unanswered: since }).map(read),
		/** Those whose time is over before `soon`, and who were not asked whether to go on; at most 200. */
		ending: async (now: number, soon: number): Promise<ContactPerson[]> => ending.all({ now, soon }).map(read),
		/** How many somebody has asked since a time. */
		askedSince: async (by: number, time: number): Promise<number> => askedSince.get(`person:${by}`, time)!,
		/** Somebody said no; `print`: a keyed digest of who. */
		refuse: async (listing: number, print: string, now: number): Promise<void> => void refuse.run(listing, print, now),
		/** Whether one of these prints has said no since a time. */
		refused: async (listing: number, prints: readonly string[], since: number): Promise<boolean> =>
			refused.get(listing, JSON.stringify(prints), since) === 1,
		forgetRefusals: async (time: number): Promise<void> => void forgetRefusals.run(time),
		/** Whether it is noted for the day that somebody read them. */
		noted: async (contact: number, by: number, now: number): Promise<boolean> =>
			noted.get({ contact, by, day: dayOf(now) }) === 1,
		note: async (read: { contact: number; by: number; municipality: string | null; now: number }): Promise<void> =>
			void note.run({ ...read, day: dayOf(read.now) }),
		/** Who read what is not public of somebody, the newest first; at most 50. */
		reads: async (contact: number) => reads.all(contact),
		forgetReads: async (time: number): Promise<void> => void forgetReads.run(time),
	};
}
