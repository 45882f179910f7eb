import type {
	AccessFact,
	Audience,
	Confirmer,
	DayPart,
	Equipment,
	Kind,
	Language,
	OrganisationForm,
	Precision,
	VenueKind,
	Weekday,
} from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import type { When } from '#domain/time.ts';
import { m } from './generated/messages.js';

/** Codes in the reader's words. Every code has a text in every language: the types see to it. */

/** The name of a theme. */
export const themeLabel = (code: Theme): string => m[`theme_${code}`]();

/** The name of a kind. */
export const kindLabel = (code: Kind): string => m[`kind_${code}`]();

/** The name of a kind in the plural. */
export const kindsLabel = (code: Kind): string => m[`kinds_${code}`]();

/** The name of an audience. */
export const audienceLabel = (code: Audience): string => m[`audience_${code}`]();

/** The name of a language. */
export const languageLabel = (code: Language): string => m[`language_${code}`]();

/** The name of a venue kind. */
export const venueKindLabel = (code: VenueKind): string => m[`venue_kind_${code}`]();

/** The name of an equipment. */
export const equipmentLabel = (code: Equipment): string => m[`equipment_${code}`]();

/** The name of an accessibility fact. */
export const accessLabel = (code: AccessFact): string => m[`access_${code}`]();

/** What a place offers when the fact is met: the choice of a filter. */
export const accessMetLabel = (code: AccessFact): string =>
	code === 'door_width_cm' ? m.access_met_door_width_cm() : accessLabel(code);

/** A fact with what is known of it: "Ramp", "Ramp: nej", "Dörrens bredd: 90 cm". */
export function accessSaid(code: AccessFact, value: boolean | number): string {
	if (value === true) return accessLabel(code);
	return `${accessLabel(code)}: ${value === false ? m.access_no().toLowerCase() : accessAmount(code, value)}`;
}

/** A measure of a fact: centimetres for a door, else how many. */
export const accessAmount = (code: AccessFact, value: number): string =>
	code === 'door_width_cm' ? m.measured_cm({ value }) : m.measured_count({ count: value });

/** The name of a weekday. */
export const weekdayLabel = (code: Weekday): string => m[`weekday_${code}`]();

/** The name of a part of the day. */
export const dayPartLabel = (code: DayPart): string => m[`day_part_${code}`]();

/** The name of a span of time. */
export const whenLabel = (code: When): string => m[`when_${code}`]();

/** The name of a precision of a position. */
export const precisionLabel = (code: Precision): string => m[`precision_${code}`]();

/** Who confirmed an entry, as the one who did it. */
export const confirmerLabel = (code: Confirmer): string => m[`confirmer_${code}`]();

/** The name of a form of an organisation. */
export const formLabel = (code: OrganisationForm): string => m[`form_${code}`]();
