import { sorts } from '../domain/query.ts';
import {
	accessFacts,
	audiences,
	dayParts,
	equipment,
	kinds,
	languages,
	venueKinds,
	weekdays,
} from '../domain/taxonomies.ts';
import { themes } from '../domain/theme.ts';
import { whens } from '../domain/time.ts';

/** What OpenAPI says of a parameter beside what the schema that checks it can say. */
interface Described {
	description: string;
	example?: unknown;
	/** Of a list: the values it can hold. */
	values?: readonly string[];
}

const parameters: Record<string, Described> = {
	q: {
		description:
			'Words to look for, in any order; all must be met. Swedish forms, parts of compounds and misspellings count. A sentence is read: "gratis schack i Halmstad" also asks for a price and a place; what it was read as is in the answer’s `understood`.',
		example: 'schack i Halmstad',
	},
	literal: {
		description:
			'`1` takes every word of `q` as it stands: no price, day or place is read in it, and no word is taken for a misspelling',
	},
	kind: { description: 'Organisation, venue or activity', values: kinds, example: ['activity'] },
	theme: {
		description: 'Themes; one at the top covers those under it. See /themes.',
		values: themes,
		example: ['chess'],
	},
	municipality: { description: 'SCB codes, four digits', values: [], example: ['1380'] },
	audience: { description: 'Groups it is for; what is for everyone is for each of them', values: audiences },
	age: { description: 'The age of somebody who wants to come, years', example: 11 },
	language: { description: 'Languages spoken, BCP 47', values: languages },
	weekday: {
		description: 'Days on which it happens; only activities answer',
		values: weekdays,
		example: ['tue', 'thu'],
	},
	part: { description: 'Parts of the day: morning 05-12, afternoon 12-17, evening 17-05', values: dayParts },
	when: { description: `A span from now: ${whens.join(', ')}. The same occurrence must fit weekday and part too.` },
	date: { description: 'A civil date in Sweden', example: '2026-11-28' },
	free: { description: 'Only what is known to be free of charge' },
	access: {
		description: 'Facts on accessibility that must all be known to be there; `door_width_cm`: 80 cm or more',
		values: accessFacts,
	},
	venueKind: { description: 'Sorts of venue', values: venueKinds },
	equipment: { description: 'What a venue must have, all of it', values: equipment },
	seats: { description: 'Room for at least so many people in its largest room; only venues answer', example: 80 },
	place: {
		description:
			'A place by name: a settlement becomes `near`, a municipality a filter. What it was understood as is in the answer; a name that nobody knows narrows nothing and is answered with null.',
		example: 'Holm, Halmstad',
	},
	near: { description: 'Longitude and latitude to measure from', example: '12.97,56.80' },
	radius: { description: 'Kilometres around `near`', example: 20 },
	bbox: { description: 'West, south, east, north', example: '12.5,56.5,13.2,57.0' },
	sort: { description: `Order: ${sorts.join(', ')}. By distance needs \`near\` or \`place\`.` },
	cursor: { description: '`next` of the page before; belongs to the same question' },
	limit: { description: 'Entries on a page', example: 20 },
};

interface Parameter {
	in: string;
	name: string;
	schema?: Record<string, unknown>;
	[key: string]: unknown;
}

/** A parameter with what it means, and a list as the list it is. */
export function described(parameter: Parameter): Parameter {
	const known = parameter.in === 'query' ? parameters[parameter.name] : undefined;
	if (!known || parameter.description) return parameter;
	const { description, example, values } = known;
	const told = { ...parameter, description, ...(example === undefined ? {} : { example }) };
	if (!values) return told;
	const items = values.length ? { type: 'string', enum: values } : { type: 'string', pattern: '^\\d{4}$' };
	return { ...told, style: 'form', explode: false, schema: { type: 'array', items } };
}
