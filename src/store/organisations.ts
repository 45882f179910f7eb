import { eq, sql } from 'drizzle-orm';
import { organisations } from '../../db/schema.ts';
import type { Organisation } from '../domain/listing.ts';
import type { Connection } from './connection.ts';

/** What only an organisation has. */
export function organisationParts({ db, sqlite }: Connection) {
	const byId = db
		.select()
		.from(organisations)
		.where(eq(organisations.id, sql.placeholder('id')))
		.prepare();
	const write = sqlite.prepare(`
		INSERT INTO organisations (id, form, organisation_number, number_note, founded_year, dormant)
		VALUES (@id, @form, @organisationNumber, @numberNote, @foundedYear, @dormant)
		ON CONFLICT (id) DO UPDATE SET form = excluded.form, organisation_number = excluded.organisation_number,
			number_note = excluded.number_note, founded_year = excluded.founded_year, dormant = excluded.dormant`);
	return {
		read(id: number) {
			const { id: _id, ...own } = byId.get({ id })!;
			return own;
		},
		write(id: number, organisation: Organisation): void {
			const { form, organisationNumber, numberNote, foundedYear, dormant } = organisation;
			write.run({ id, form, organisationNumber, numberNote, foundedYear, dormant: dormant ? 1 : 0 });
		},
	};
}
