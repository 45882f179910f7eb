import type { Confirmer, Kind } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';
import { KEEPING, keptBy } from './keeping.ts';
import { isPublic } from './public.ts';

/** For each kind, unix seconds: what was confirmed then or before is meant. */
export type ByKind = Record<Kind, number>;

/** An entry that somebody looks after, and how far they have been asked about it. Times in unix seconds. */
export interface Cared {
	id: number;
	kind: Kind;
	slug: string;
	name: string;
	municipality: string;
	since: number;
	confirmedAt: number | null;
	confirmedBy: Confirmer | null;
	/** How often they have been asked since it was confirmed, and when last. */
	step: 0 | 1 | 2;
	askedAt: number | null;
	/** It is of a sort that is asked about, they are the ones to ask, and nothing of theirs waits for the municipality. */
	asks: boolean;
}

/** An entry that has been silent for long, as the municipality sees it. */
export interface Silent extends Omit<Cared, 'step' | 'asks'> {
	email: string | null;
	phone: string | null;
	homepage: string | null;
	/** How many look after it. */
	keepers: number;
}

/** When, and as whom, somebody wrote a field. */
export interface FieldTime {
	field: string;
	by: 'owner' | 'officer';
	at: number;
}

/** What nobody has confirmed counts from when it was published. */
const SINCE = 'coalesce(l.confirmed_at, l.published_at)';
const REACHED = `${SINCE} <= CASE l.kind WHEN 'activity' THEN @activity WHEN 'venue' THEN @venue ELSE @organisation END`;
/** A single event that is over is not asked about, nor an association that is known to sleep. */
const ASKED = `CASE l.kind
	WHEN 'activity' THEN NOT EXISTS (SELECT 1 FROM schedules s WHERE s.activity = l.id)
		OR EXISTS (SELECT 1 FROM schedules s WHERE s.activity = l.id AND s.rule IS NOT NULL)
		OR EXISTS (SELECT 1 FROM occurrences c WHERE c.activity = l.id AND c.start > @now)
	WHEN 'organisation' THEN NOT EXISTS (SELECT 1 FROM organisations o WHERE o.id = l.id AND o.dormant = 1)
	ELSE 1 END`;
const OF_CYCLE = `m.listing = l.id AND m.since = ${SINCE}`;
const WAITS = "SELECT 1 FROM revisions v WHERE v.listing = l.id AND v.person = r.person AND v.state = 'proposed'";
const HOST = '(SELECT organisation FROM activities h WHERE h.id = l.id)';
const KEPT = keptBy('l.id', HOST);

/** What is needed to keep entries fresh: whom to ask, what they were asked, and what has been silent for long. */
export function freshnessQueries({ sqlite }: Connection) {
	const toAsk = sqlite
		.prepare<[object], number>(
			`SELECT DISTINCT r.person FROM ${KEEPING} r JOIN listings l ON l.id = r.listing
			WHERE r.person > @after AND r.asked AND r.given_at <= @rested
				AND ${isPublic('l')} AND ${REACHED} AND ${ASKED} AND NOT EXISTS (${WAITS})
				AND NOT EXISTS (SELECT 1 FROM no_reminders n WHERE n.person = r.person)
				AND NOT EXISTS (SELECT 1 FROM reminders m WHERE m.person = r.person AND m.at > @rested)
				AND NOT EXISTS (SELECT 1 FROM reminders m WHERE ${OF_CYCLE} AND m.person = r.person
					AND (m.step = 2 OR m.at > @answered))
			ORDER BY r.person LIMIT @most`,
		)
		.pluck();
	const cared = sqlite.prepare<[object], Omit<Cared, 'asks'> & { asks: number }>(
		`SELECT l.id, l.kind, l.slug, coalesce(t.name, l.name) AS name, l.municipality, ${SINCE} AS since,
			l.confirmed_at AS confirmedAt, l.confirmed_by AS confirmedBy,
			coalesce((SELECT max(m.step) FROM reminders m WHERE ${OF_CYCLE} AND m.person = r.person), 0) AS step,
			(SELECT max(m.at) FROM reminders m WHERE ${OF_CYCLE} AND m.person = r.person) AS askedAt,
			r.asked AND (${ASKED}) AND NOT EXISTS (${WAITS}) AS asks
		FROM ${KEEPING} r JOIN listings l ON l.id = r.listing
		LEFT JOIN listing_texts t ON t.listing = l.id AND t.language = @language
		WHERE r.person = @person AND ${isPublic('l')} ORDER BY since, l.id`,
	);
	const lastTo = sqlite.prepare<[number], number | null>('SELECT max(at) FROM reminders WHERE person = ?').pluck();
	const remember = sqlite.prepare(
		'INSERT OR IGNORE INTO reminders (listing, person, since, step, at) VALUES (@listing, @person, @since, @step, @now)',
	);
	const forget = sqlite.prepare('DELETE FROM reminders WHERE at < ?');
	const silence = `FROM listings l WHERE l.municipality = @municipality AND ${isPublic('l')} AND ${REACHED}
		AND ${ASKED} AND ${KEPT} = @kept`;
	const silent = sqlite.prepare<[object], Silent>(
		`SELECT l.id, l.kind, l.slug, l.name, l.municipality, ${SINCE} AS since, l.confirmed_at AS confirmedAt,
			l.confirmed_by AS confirmedBy, l.email, l.phone, l.homepage,
			(SELECT count(*) FROM ${KEEPING} r WHERE r.listing = l.id) AS keepers,
			(SELECT max(m.at) FROM reminders m WHERE ${OF_CYCLE}) AS askedAt
		${silence} AND (${SINCE}, l.id) > (@afterSince, @afterId) ORDER BY since, l.id LIMIT @most`,
	);
	const howMany = sqlite.prepare<[object], number>(`SELECT count(*) ${silence}`).pluck();
	const asked = sqlite
		.prepare<[number], number>(`SELECT 1 FROM listings l JOIN reminders m ON ${OF_CYCLE} WHERE l.id = ? LIMIT 1`)
		.pluck();
	const stop = sqlite.prepare('INSERT OR IGNORE INTO no_reminders (person, at) VALUES (?, ?)');
	const go = sqlite.prepare('DELETE FROM no_reminders WHERE person = ?');
	const stopped = sqlite.prepare<[number], number>('SELECT at FROM no_reminders WHERE person = ?').pluck();
	const remindersTo = sqlite.prepare<[number], { listing: number; step: number; at: number }>(
		'SELECT listing, step, at FROM reminders WHERE person = ? ORDER BY at, listing',
	);
	const fields = sqlite.prepare<[number], FieldTime>(
		'SELECT field, by, at FROM kept_fields WHERE listing = ? ORDER BY at DESC, field',
	);
	const closed = sqlite
		.prepare<[number], number>(
			"SELECT 1 FROM listings WHERE id = ? AND archived_why = 'closed' AND archived_at IS NOT NULL",
		)
		.pluck();
	return {
		/**
		 * Whom to ask now, by id: those with an entry confirmed at `due` or before who have neither been asked twice, nor
		 * since `answered`, nor of anything since `rested`, and have their role since then too.
		 */
		toAsk: async (
			due: ByKind,
			{ now, answered, rested, after, most }: Record<'now' | 'answered' | 'rested' | 'after' | 'most', number>,
		): Promise<number[]> => toAsk.all({ ...due, now, answered, rested, after, most }),
		/** What somebody looks after, the oldest confirmation first, with names in their language. */
		cared: async (person: number, language: string, now: number): Promise<Cared[]> =>
			cared.all({ person, language, now }).map((row) => ({ ...row, asks: row.asks === 1 })),
		/** When somebody was last asked of anything. */
		lastTo: async (person: number): Promise<number | null> => lastTo.get(person) ?? null,
		/** Notes that a letter asks; noting it twice is noting it once. */
		remember: async (of: { listing: number; person: number; since: number; step: 1 | 2 }, now: number): Promise<void> =>
			void remember.run({ ...of, now }),
		/** Forgets that was asked before a time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
		/** What in a municipality was confirmed at `before` or earlier, the longest silent first; with or without somebody who looks after it. */
		silent: async (
			municipality: string,
			before: ByKind,
			{ kept, now, after, most }: { kept: boolean; now: number; after: { since: number; id: number }; most: number },
		): Promise<Silent[]> =>
			silent.all({
				...{ ...before, municipality, kept: kept ? 1 : 0, now, most },
				...{ afterSince: after.since, afterId: after.id },
			}),
		/** How many there are of these. */
		countSilent: async (municipality: string, before: ByKind, kept: boolean, now: number): Promise<number> =>
			howMany.get({ ...before, municipality, kept: kept ? 1 : 0, now })!,
		/** Whether anybody has been asked of an entry since it was confirmed. */
		isAsked: async (listing: number): Promise<boolean> => asked.get(listing) === 1,
		/** Somebody wants no more reminders. */
		stop: async (person: number, now: number): Promise<void> => void stop.run(person, now),
		/** Somebody wants them again. */
		go: async (person: number): Promise<void> => void go.run(person),
		/** Since when somebody wants none; null when they do. */
		stoppedAt: async (person: number): Promise<number | null> => stopped.get(person) ?? null,
		/** What somebody was asked, for themselves. */
		remindersTo: async (person: number) => remindersTo.all(person),
		/** When fields of an entry were last written by people, the newest first; what is not there is an import's. */
		fieldTimes: async (listing: number): Promise<FieldTime[]> => fields.all(listing),
		/** Whether an entry is out of sight because somebody said that it is closed. */
		isClosed: async (listing: number): Promise<boolean> => closed.get(listing) === 1,
	};
}
