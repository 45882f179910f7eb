import { m } from './generated/messages.js';

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
	// A language's texts together, as an import knows them.
	'texts.sv': m.field_description_sv,
	'texts.en': m.field_description_en,
};

/** What a field of an entry is called, to who changes it and who reviews it. */
export const fieldLabel = (field: string): string => labels[field]?.() ?? field;

/** What is wrong with what was typed in a field. */
export function editWrong(field: string, reason: string): string {
	if (reason === 'personal_number') return m.edit_personal_number();
	if (reason === 'long') return m.edit_long();
	if (reason === 'missing') return m.edit_missing();
	if (field === 'email') return m.sign_in_email_wrong();
	if (field === 'phone') return m.edit_phone_wrong();
	return m.edit_address_wrong();
}
