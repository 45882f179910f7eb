import type { Language } from '#domain/taxonomies.ts';
import { m } from './generated/messages.js';
import { languageLabel } from './labels.ts';

const labels: Record<string, () => string> = {
	name: m.field_name,
	'texts.sv.description': m.field_description_sv,
	'texts.en.name': m.field_name_en,
	'texts.en.description': m.field_description_en,
	homepage: m.field_homepage,
	email: m.field_email,
	phone: m.field_phone,
	price: m.field_price,
	bookingUrl: m.field_booking,
	form: m.field_form,
	organisationNumber: m.field_organisation_number,
	venueKind: m.field_venue_kind,
	municipality: m.field_municipality,
	locality: m.field_locality,
	street: m.field_street,
	postcode: m.field_postcode,
	postTown: m.field_post_town,
	position: m.field_position,
	masked: m.field_masked,
	themes: m.field_themes,
	audiences: m.field_audiences,
	ages: m.field_ages,
	languages: m.field_languages,
	organisation: m.field_organisation,
	venue: m.field_venue,
	onlineUrl: m.field_online,
	free: m.field_free,
	dropIn: m.field_drop_in,
	schedules: m.part_when,
	openingHours: m.part_opening,
	access: m.part_access,
	rooms: m.rooms,
	seats: m.field_seats,
	equipment: m.equipment_heading,
	rates: m.field_rates,
	photos: m.field_photos,
	// A language's texts together, as an import knows them.
	'texts.sv': m.field_description_sv,
	'texts.en': m.field_description_en,
};
const TEXT = /^texts\.(\w+)\.(name|description)$/;

/** What a field of an entry is called, to who changes it and who reviews it. */
export function fieldLabel(field: string): string {
	if (labels[field]) return labels[field]();
	const [, code, part] = TEXT.exec(field) ?? [];
	if (!code) return field;
	const language = languageLabel(code as Language);
	return part === 'name' ? m.field_name_other({ language }) : m.field_description_other({ language });
}

/** What is wrong with what was typed in a field. */
export function editWrong(field: string, reason: string): string {
	if (field === 'organisationNumber')
		return reason === 'personal_number' ? m.part_number_person() : m.part_number_wrong();
	if (reason === 'personal_number') return m.edit_personal_number();
	if (reason === 'long') return m.edit_long();
	if (reason === 'missing') return m.edit_missing();
	if (field === 'email') return m.sign_in_email_wrong();
	if (field === 'phone') return m.edit_phone_wrong();
	return m.edit_address_wrong();
}
