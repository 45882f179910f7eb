import { AlterationSchema, type Scenario } from '../domain/scenario.ts';
import type { Alteration } from '../domain/scenario-plan.ts';
import type { VenueKind } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';
import { isPublic } from './public.ts';

interface Row extends Omit<Scenario, 'plan' | 'unread' | 'by'> {
	plan: string;
	person_name: string | null;
	person_email: string | null;
}

/** A venue that a scenario can alter. */
export interface AlterableVenue {
	id: number;
	slug: string;
	name: string;
	venueKind: VenueKind;
}

const SELECT = `SELECT s.id, s.municipality, s.name, s.choice, s.plan, s.made_at AS madeAt, s.changed_at AS changedAt,
	p.name AS person_name, p.email AS person_email
	FROM scenarios s LEFT JOIN people p ON p.id = s.made_by`;

/** What municipalities' staff think of changing, and the venues that they may. */
export function scenarioQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Row>(`${SELECT} WHERE s.id = ?`);
	const of = sqlite.prepare<[string], Row>(`${SELECT} WHERE s.municipality = ? ORDER BY s.changed_at DESC, s.id DESC`);
	const by = sqlite.prepare<[number], Row>(`${SELECT} WHERE s.made_by = ? ORDER BY s.id`);
	const add = sqlite
		.prepare<Record<string, unknown>, number>(
			`INSERT INTO scenarios (municipality, name, choice, plan, made_by, made_at, changed_at)
			VALUES (@municipality, @name, @choice, @plan, @person, @now, @now) RETURNING id`,
		)
		.pluck();
	const rename = sqlite.prepare('UPDATE scenarios SET name = @name, changed_at = @now WHERE id = @id');
	const remove = sqlite.prepare('DELETE FROM scenarios WHERE id = ?');
	const forget = sqlite.prepare('DELETE FROM scenarios WHERE changed_at < ?');
	const venues = sqlite.prepare<[string], AlterableVenue>(
		`SELECT l.id, l.slug, l.name, v.venue_kind AS venueKind FROM listings l JOIN venues v ON v.id = l.id
		WHERE l.municipality = ? AND ${isPublic('l')}`,
	);
	const gone = sqlite.prepare<[string, string], { id: number; name: string }>(
		`SELECT l.id, l.name FROM json_each(?) j JOIN listings l ON l.id = j.value
			WHERE l.municipality = ? AND l.kind = 'venue' AND l.published_at IS NOT NULL AND NOT (${isPublic('l')})`,
	);
	return {
		get: async (id: number): Promise<Scenario | undefined> => {
			const row = byId.get(id);
			return row && read(row);
		},
		/** A municipality's, the last changed first. */
		of: async (municipality: string): Promise<Scenario[]> => of.all(municipality).map(read),
		/** Those that a person made. */
		by: async (person: number): Promise<Scenario[]> => by.all(person).map(read),
		add: async ({
			plan,
			...scenario
		}: {
			municipality: string;
			name: string;
			choice: string;
			plan: readonly Alteration[];
			person: number;
			now: number;
		}): Promise<number> => add.get({ ...scenario, plan: JSON.stringify(plan) })!,
		rename: async (id: number, name: string, now: number): Promise<void> => void rename.run({ id, name, now }),
		remove: async (id: number): Promise<void> => void remove.run(id),
		/** Forgets those that nobody has changed since a time. */
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
		/** The public venues of a municipality, in the alphabet's order. */
		venues: async (municipality: string): Promise<AlterableVenue[]> =>
			venues.all(municipality).sort((a, b) => a.name.localeCompare(b.name, 'sv') || a.id - b.id),
		/** Of some venues, those of a municipality that were public and are not any more. */
		goneOf: async (municipality: string, ids: readonly number[]): Promise<{ id: number; name: string }[]> =>
			ids.length ? gone.all(JSON.stringify(ids), municipality) : [],
	};
}

/** What an older Samlas wrote and this one can't read is left out, and counted. */
function read({ plan, person_name, person_email, ...row }: Row): Scenario {
	const kept = (JSON.parse(plan) as unknown[]).map((one) => AlterationSchema.safeParse(one));
	const readable = kept.flatMap((one) => (one.success ? [one.data] : []));
	return {
		...row,
		plan: readable,
		unread: kept.length - readable.length,
		by: person_email === null ? null : { name: person_name, email: person_email },
	};
}
