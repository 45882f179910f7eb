/** Closed lists of codes. Codes are stable and public; their labels live in text/. No zod here: pages import it. */

export const kinds = ['organisation', 'venue', 'activity'] as const;
export type Kind = (typeof kinds)[number];

/** Groups that something is for, beside an age span. */
export const audiences = [
	'everyone',
	'newcomers',
	'women',
	'men',
	'children',
	'youth',
	'families',
	'seniors',
	'disability',
	'lgbtq',
] as const;
export type Audience = (typeof audiences)[number];

/**
 * Languages spoken, BCP 47: Swedish, the five national minority languages (with Sami as one macro code),
 * Swedish Sign Language, and the larger languages of Sweden's newcomers.
 */
export const languages = [
	'sv',
	'en',
	'ar',
	'so',
	'fa',
	'prs',
	'ti',
	'uk',
	'ku',
	'tr',
	'pl',
	'bs',
	'es',
	'ru',
	'th',
	'fi',
	'fit',
	'se',
	'yi',
	'rom',
	'swl',
	'de',
	'fr',
	'am',
	'ps',
	'vi',
	'zh',
	'ro',
	'sq',
	'el',
	'hu',
] as const;
export type Language = (typeof languages)[number];

export const venueKinds = [
	'bygdegard',
	'folkets_hus',
	'ordenshus',
	'hembygdsgard',
	'bystuga',
	'faith_premises',
	'library',
	'school',
	'preschool',
	'sports_hall',
	'youth_centre',
	'community_centre',
	'residents_premises',
	'culture_house',
	'scout_hut',
	'club_house',
	'cafe',
	'outdoor_place',
	'other',
] as const;
export type VenueKind = (typeof venueKinds)[number];

export const equipment = [
	'kitchen',
	'projector',
	'hearing_loop',
	'stage',
	'piano',
	'sports_floor',
	'changing_rooms',
	'storage',
	'workshop',
	'sewing_machines',
	'computers',
	'wifi',
	'playground',
	'barbecue',
	'parking',
	'charging',
] as const;
export type Equipment = (typeof equipment)[number];

/** Accessibility facts (after A11yJSON). A fact that is absent is unknown, which is never read as no. */
export const accessFacts = [
	'step_free_entrance',
	'ramp',
	'door_width_cm',
	'lift',
	'accessible_toilet',
	'hearing_loop',
	'tactile_signs',
	'quiet',
	'low_stimulus',
	'accessible_parking',
	'wheelchair_places',
] as const;
export type AccessFact = (typeof accessFacts)[number];

/** Facts that only the building can meet: a room without a step is no help to who can't get to it. */
export const buildingFacts = [
	'step_free_entrance',
	'ramp',
	'lift',
	'accessible_parking',
] as const satisfies readonly AccessFact[];
/** A door this wide lets a wheelchair through: the clear width that BBR 3:143 asks of a door in Sweden. */
export const WIDE_DOOR_CM = 80;

/** Who uses a place, where that changes the price: the groups of Swedish municipal tariffs. */
export const userGroups = [
	'youth',
	'local_association',
	'other_association',
	'private',
	'commercial',
	'public',
] as const;
export type UserGroup = (typeof userGroups)[number];

/** What a price is for. */
export const rateUnits = ['hour', 'occasion', 'day'] as const;
export type RateUnit = (typeof rateUnits)[number];

export const precisions = ['exact', 'street', 'locality', 'municipality'] as const;
export type Precision = (typeof precisions)[number];
/** Whether where something lies is known no closer than its locality. */
export const isApproximate = (precision: Precision): boolean =>
	precision === 'locality' || precision === 'municipality';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Parts of the day by the start of an occurrence: morning 05-12, afternoon 12-17, evening 17-05. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** Legal and informal forms an organisation can have. */
export const organisationForms = [
	'association',
	'foundation',
	'congregation',
	'study_association',
	'network',
	'informal_group',
] as const;
export type OrganisationForm = (typeof organisationForms)[number];

/** Who last said that an entry is right. */
export const confirmers = ['owner', 'officer', 'import', 'demo'] as const;
export type Confirmer = (typeof confirmers)[number];
