import type { ReadWhat } from '../domain/personal-read.ts';
import type { Connection } from './connection.ts';

/** That somebody read what another has told of themselves. Times in unix seconds. */
interface NewRead {
	person: number;
	by: number;
	what: ReadWhat;
	/** The claim's or revision's number; 0 for roles. */
	about: number;
	municipality: string | null;
	now: number;
}

/** The day on which one reading is noted once; unix seconds. */
export const dayOf = (now: number) => Math.floor(now / 86_400);

/** Who read what people have told of themselves. */
export function personalReadQueries({ sqlite }: Connection) {
	const noted = sqlite
		.prepare<[object], number>(
			'SELECT 1 FROM personal_reads WHERE person = @person AND by = @by AND what = @what AND about = @about AND day = @day',
		)
		.pluck();
	const add = sqlite.prepare(
		`INSERT INTO personal_reads (person, by, what, about, municipality, day, at)
		VALUES (@person, @by, @what, @about, @municipality, @day, @now) ON CONFLICT DO NOTHING`,
	);
	const of = sqlite.prepare<[number], { what: ReadWhat; municipality: string | null; at: number }>(
		'SELECT what, municipality, at FROM personal_reads WHERE person = ? ORDER BY at DESC, id DESC LIMIT 200',
	);
	const forget = sqlite.prepare('DELETE FROM personal_reads WHERE at < ?');
	return {
		/** Whether it is noted for the day already. */
		noted: async ({ now, person, by, what, about }: NewRead): Promise<boolean> =>
			noted.get({ person, by, what, about, day: dayOf(now) }) === 1,
		add: async (read: NewRead): Promise<void> => void add.run({ ...read, day: dayOf(read.now) }),
		/** Of one person's, the newest first; at most 200. */
		of: async (person: number) => of.all(person),
		forgetBefore: async (time: number): Promise<void> => void forget.run(time),
	};
}
