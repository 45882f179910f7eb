import { hoursOf } from '#domain/hours.ts';
import type { AccessFacts, Photo, Rate, Room } from '#domain/listing.ts';
import { showOrganisationNumber } from '#domain/organisation-number.ts';
import type { Schedule } from '#domain/schedule.ts';
import type { Audience, Equipment, Language, OrganisationForm, Precision, VenueKind } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import { upperFirst } from './format.ts';
import { m } from './generated/messages.js';
import { exceptionInWords, hoursInWords } from './hours.ts';
import {
	audienceLabel,
	equipmentLabel,
	formLabel,
	languageLabel,
	precisionLabel,
	themeLabel,
	venueKindLabel,
} from './labels.ts';
import { rateInWords } from './rates.ts';
import { inWords } from './recurrence.ts';
import { accessInWords, roomInWords } from './rooms.ts';

/** What is called what, where a field only holds a number: entries by id, a municipality as `municipality:1380`. */
export type Names = Readonly<Record<string, string>>;

const list =
	<Code extends string>(label: (code: Code) => string) =>
	(value: unknown) =>
		(value as Code[]).map(label).join(', ');

const lines =
	<Value>(words: (value: Value) => string) =>
	(value: unknown) =>
		(value as Value[]).map(words).join('\n');

/** Hours in words, or as they are written where they are more than words can say here. */
function openingInWords(text: string): string {
	const hours = hoursOf(text);
	if (!hours) return text;
	const week = hours.week.some((day) => day.length) ? [hoursInWords(hours)] : [];
	return [...week, ...hours.exceptions.map(exceptionInWords)].join('\n');
}

function ages(value: unknown): string {
	const { min, max } = value as { min: number; max: number };
	if (max >= 120) return m.ages_from({ min });
	return m.ages_span({ min, max });
}

function position(value: unknown): string {
	const { lon, lat, precision } = value as { lon: number; lat: number; precision: Precision };
	// Numbers tell nobody where a settlement or a municipality is.
	if (precision !== 'exact' && precision !== 'street') return upperFirst(precisionLabel(precision));
	return `${lat.toFixed(4)}, ${lon.toFixed(4)} (${precisionLabel(precision)})`;
}

const own: Record<string, (value: unknown, names: Names) => string> = {
	form: (value) => formLabel(value as OrganisationForm),
	organisationNumber: (value) => showOrganisationNumber(String(value)),
	venueKind: (value) => venueKindLabel(value as VenueKind),
	themes: list<Theme>(themeLabel),
	audiences: list<Audience>(audienceLabel),
	languages: list<Language>(languageLabel),
	ages,
	position,
	organisation: (value, names) => names[String(value)] ?? String(value),
	venue: (value, names) => names[String(value)] ?? String(value),
	municipality: (value, names) => names[`municipality:${value}`] ?? String(value),
	postcode: (value) => `${String(value).slice(0, 3)} ${String(value).slice(3)}`,
	schedules: lines<Schedule>((schedule) => inWords(schedule, { whole: true })),
	openingHours: (value) => openingInWords(String(value)),
	access: (value) => accessInWords(value as AccessFacts).join('\n'),
	rooms: (value) =>
		(value as Room[])
			.map((room) => [room.name, roomInWords(room, value as Room[])].filter(Boolean).join(': '))
			.join('\n'),
	equipment: list<Equipment>(equipmentLabel),
	rates: lines<Rate>(rateInWords),
	photos: lines<Photo>(({ alt, altEn }) => [alt, altEn].filter(Boolean).join(' / ')),
};

/** Whether a field says anything: no is an answer, but not where it only means that nothing was chosen. */
export function isSaid(field: string, value: unknown): boolean {
	if (value === null || value === undefined || value === '') return false;
	if (field === 'access') return Object.keys(value).length > 0;
	return field === 'masked' ? value === true : !Array.isArray(value) || value.length > 0;
}

/** A field's value in words, as who looks over an entry or reviews it reads it. */
export function shownField(field: string, value: unknown, names: Names = {}): string {
	if (!isSaid(field, value) && value !== false) return m.review_nothing();
	if (own[field]) return own[field](value, names);
	if (value === true) return m.part_yes();
	return value === false ? m.part_no() : String(value);
}
