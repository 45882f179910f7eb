import type { Plan } from '../intake/plan.ts';
import { m } from './generated/messages.js';

export type Locale = 'sv' | 'en';
type Messages = Record<string, (inputs: Record<string, unknown>, options: { locale: Locale }) => string>;

/** The sentence for a key that comes from data; the key's last part, in plain letters, where there is none. */
function word(key: string, locale: Locale): string {
	const message = (m as unknown as Messages)[key];
	return message ? message({}, { locale }) : key.replace(/^intake_[a-z]+_/, '').replaceAll('_', ' ');
}

/** Words for what an import says of a file. Keys are put together here: for servers and terminals, never for a page's code. */

/** "är inget telefonnummer som går att ringa". */
export const reasonWord = (reason: string, locale: Locale): string => word(`intake_reason_${reason}`, locale);
/** "telefon". */
export const fieldWord = (field: string, locale: Locale): string => word(`intake_field_${field}`, locale);
/** Fields whose values are codes, and what the keys of their texts begin with. */
const CODES: Record<string, string> = {
	themes: 'theme',
	audiences: 'audience',
	languages: 'language',
	equipment: 'equipment',
	access: 'access',
	form: 'form',
	venueKind: 'venue_kind',
	position: 'precision',
};

/** A code of a field in the reader's words ("ice_sports" → "Hockey, bandy och skridskor"); other values as they are. */
function valueWord(field: string, value: string, locale: Locale): string {
	const message = CODES[field] && (m as unknown as Messages)[`${CODES[field]}_${value}`];
	return message ? message({}, { locale }) : value;
}
/** Why nothing in a file could be read. */
export const fileWord = (reason: string, locale: Locale): string => word(`intake_file_${reason}`, locale);

/** How the file was understood, in a sentence. */
export function howRead(plan: Pick<Plan, 'known' | 'mapping'>, locale: Locale): string {
	const options = { locale };
	if (!plan.known) return m.intake_how_proposed({}, options);
	const system = plan.mapping?.system ?? 'OpenStreetMap';
	if (system === 'own') return m.intake_how_own({}, options);
	return m.intake_how_known(
		{ system: system === 'register' ? m.intake_system_register({}, options) : system },
		options,
	);
}

/** A value for a reader on one line: codes in words, lists by commas, what is in parts by dots. */
export function flat(field: string, value: unknown, locale: Locale): string {
	const inner = (it: unknown) => flat(field, it, locale);
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(inner).join(', ');
	if (typeof value !== 'object') return valueWord(field, String(value), locale);
	return Object.values(value).map(inner).filter(Boolean).join(' · ');
}

/** A count as people write it: "32 276". */
export const number = (value: number, locale: Locale): string =>
	new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB').format(value);

/** Whether so much of a register is missing from a file that it may be only a part of it. */
export const isManyGone = (gone: number, before: number): boolean => gone > 5 && gone * 2 > before;
