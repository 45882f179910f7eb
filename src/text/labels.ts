import type { ReportWhat } from '#domain/report-whats.ts';
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

import {
	accessNames,
	audienceNames,
	confirmerNames,
	dayPartNames,
	equipmentNames,
	formNames,
	kindNames,
	kindsNames,
	languageNames,
	precisionNames,
	reportWhatNames,
	themeNames,
	venueKindNames,
	weekdayNames,
	whenNames,
} from './names.ts';

/** Codes in the reader's words. */

/** The name of a theme. */
export const themeLabel = (code: Theme): string => themeNames[code]();

/** The name of a kind. */
export const kindLabel = (code: Kind): string => kindNames[code]();

/** The name of a kind in the plural. */
export const kindsLabel = (code: Kind): string => kindsNames[code]();

/** The name of an audience. */
export const audienceLabel = (code: Audience): string => audienceNames[code]();

/** The name of a language. */
export const languageLabel = (code: Language): string => languageNames[code]();

/** The name of a venue kind. */
export const venueKindLabel = (code: VenueKind): string => venueKindNames[code]();

/** The name of an equipment. */
export const equipmentLabel = (code: Equipment): string => equipmentNames[code]();

/** The name of an accessibility fact. */
export const accessLabel = (code: AccessFact): string => accessNames[code]();

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
export const weekdayLabel = (code: Weekday): string => weekdayNames[code]();

/** The name of a part of the day. */
export const dayPartLabel = (code: DayPart): string => dayPartNames[code]();

/** The name of a span of time. */
export const whenLabel = (code: When): string => whenNames[code]();

/** The name of a precision of a position. */
export const precisionLabel = (code: Precision): string => precisionNames[code]();

/** Who confirmed an entry, as the one who did it. */
export const confirmerLabel = (code: Confirmer): string => confirmerNames[code]();

/** The name of a form of an organisation. */
export const formLabel = (code: OrganisationForm): string => formNames[code]();

/** What can be wrong with an entry, as the one who tells it says it. */
export const reportWhatLabel = (code: ReportWhat): string => reportWhatNames[code]();
