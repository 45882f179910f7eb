import type { Organisation } from '../domain/listing.ts';
import type { OrganisationForm } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';

/** What only an organisation has. */
export interface OrganisationRow {
	form: OrganisationForm;
	organisationNumber: string | null;
	numberNote: string | null;
	foundedYear: number | null;
	dormant: number;
}

/** It as columns beside `l`, from a table `o`; empty of other kinds. */
export const organisationColumns = `o.form, o.organisation_number AS organisationNumber, o.number_note AS numberNote,
	o.founded_year AS foundedYear, o.dormant`;

/** What was read by them. */
export const organisationOf = ({ form, organisationNumber, numberNote, foundedYear, dormant }: OrganisationRow) => ({
	...{ form, organisationNumber, numberNote, foundedYear },
	dormant: dormant === 1,
});

/** Writes what only an organisation has. */
export function organisationParts({ sqlite }: Connection) {
	const write = sqlite.prepare(`
		INSERT INTO organisations (id, form, organisation_number, number_note, founded_year, dormant)
		VALUES (@id, @form, @organisationNumber, @numberNote, @foundedYear, @dormant)
		ON CONFLICT (id) DO UPDATE SET form = excluded.form, organisation_number = excluded.organisation_number,
			number_note = excluded.number_note, founded_year = excluded.founded_year, dormant = excluded.dormant`);
	return {
		write(id: number, organisation: Organisation): void {
			const { form, organisationNumber, numberNote, foundedYear, dormant } = organisation;
			write.run({ id, form, organisationNumber, numberNote, foundedYear, dormant: dormant ? 1 : 0 });
		},
	};
}
