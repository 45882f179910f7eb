import { readOrganisationNumber } from '../domain/organisation-number.ts';
import { type Field, gathering } from '../domain/register-field.ts';
import { cleanStreet } from './clean/address.ts';
import { reached } from './clean/ages.ts';
import { pairOf } from './clean/coordinates.ts';
import { cleanDescription } from './clean/description.ts';
import { cleanEmail } from './clean/email.ts';
import { cleanHomepage } from './clean/homepage.ts';
import { keywordsOf } from './clean/keywords.ts';
import { cleanName, cleanTown } from './clean/name.ts';
import { isPersonName } from './clean/person.ts';
import { cleanPhone } from './clean/phone.ts';
import { cleanPostcode } from './clean/postcode.ts';
import { cleanLine } from './clean/text.ts';
import { formOf } from './form.ts';
import type { Placer } from './locate.ts';
import type { Mapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import { coordinatesShown, shown } from './problem.ts';
import { listOf, type Row, textOf } from './read/table.ts';
import { placeThemes } from './themes/place.ts';

/** What a row is, before it is compared with what stands. */
export type Read =
	| {
			fate: 'entry';
			line: number;
			id: string | null;
			entry: Record<string, unknown>;
			problems: Problem[];
			unplaced: string[];
	  }
	| { fate: 'refused' | 'person'; line: number; problems: Problem[] };

export interface Context {
	mapping: Mapping;
	/** The register's own municipality, where a row names none. */
	municipality: string;
	placer: Placer;
}

/** What a row says on where it lies, before anything is made of it. */
export function positionOf(row: Row, { mapping, municipality, placer }: Context) {
	const text = (field: Field) => cellText(row, mapping, field);
	const own = placer.municipalityOf(text('municipality'));
	return { municipality: own ?? municipality, ...coordinatesOf(text('north'), text('east')) };
}

/** Two columns with one value each, or one with both. */
function coordinatesOf(north: string, east: string) {
	const pair = east === '' ? pairOf(north) : null;
	return pair ? { north: pair[0], east: pair[1] } : { north, east };
}

/** The row as an organisation to be published, or why it is not. Never throws for what a row holds. */
export function readEntry(row: Row, context: Context): Read {
	const { mapping, placer } = context;
	const problems: Problem[] = [];
	const note = (field: string, reason: string, value = '') =>
		problems.push({ line: row.line, field, reason, value: shown(value) });
	const text = (field: Field) => cellText(row, mapping, field);
	const list = (field: Field) => cellList(row, mapping, field);

	const { name, dormant } = cleanName(text('name'));
	const number = readOrganisationNumber(text('organisationNumber'));
	if (number.kind === 'person') {
		note('organisationNumber', 'person');
		return { fate: 'person', line: row.line, problems };
	}
	if (name === '') {
		note('name', 'no_name', text('name'));
		return { fate: 'refused', line: row.line, problems };
	}
	const types = list('types');
	const activities = list('activities');
	if (
		readOrganisationNumber(name).kind === 'person' ||
		isPersonName(name, { hasNumber: number.kind === 'valid', types })
	) {
		note('name', 'person');
		return { fate: 'person', line: row.line, problems };
	}
	if (name.length > 200) note('name', 'too_long', name);
	if (number.kind === 'wrong') note('organisationNumber', 'wrong_number', number.digits);

	const email = cleanEmail(text('email'), name);
	if (email.broken && !SAYS_NONE.test(text('email'))) note('email', 'not_an_email', text('email'));
	if (email.personal > 0 && !email.email) note('email', 'personal_email');
	const filled = (field: Field, value: string | null, reason: string) => {
		const given = text(field);
		if (value === null && given !== '' && !SAYS_NONE.test(given)) note(field, reason, given);
		return value;
	};
	const phone = filled('phone', cleanPhone(text('phone')), 'not_a_phone');
	const homepage = filled('homepage', cleanHomepage(text('homepage')), 'not_a_homepage');
	const postcode = filled('postcode', cleanPostcode(text('postcode')), 'not_a_postcode');
	const address = cleanStreet(text('street'));
	const isHome = address.without === 'care_of' || isTold(text('careOf'));
	if (isHome) note('street', 'care_of');
	if (address.without === 'not_an_address') note('street', 'not_an_address', text('street'));

	const own = text('municipality');
	const code = own === '' ? context.municipality : placer.municipalityOf(own);
	if (code === null) note('municipality', 'unknown_municipality', own);
	const municipality = code ?? context.municipality;
	const postTown = cleanTown(text('postTown')).slice(0, 120) || null;
	const named = cleanTown(text('locality')).slice(0, 120) || null;
	const coordinates = coordinatesOf(text('north'), text('east'));
	const place = placer.place({
		municipality,
		postcode,
		postTown,
		locality: named,
		// A post address at somebody's home says where that is, and so do coordinates made of it.
		...(isHome ? { north: '', east: '' } : coordinates),
	});
	if (place.problem) {
		const value = coordinatesShown(coordinates.north, coordinates.east);
		problems.push({ line: row.line, field: 'position', reason: place.problem, value });
	}

	const description = cleanDescription(text('description'), name);
	if (description.person) note('description', 'personal_number');
	else if (description.removed) note('description', 'contact_in_text');
	const { themes, unplaced } = placeThemes({ name, types, activities });
	const groups = reached([...types, ...activities, ...list('audiences')]);
	const founded = yearOf(text('foundedYear'));
	if (founded === null && text('foundedYear') !== '') note('foundedYear', 'not_a_year', text('foundedYear'));

	const entry = {
		kind: 'organisation',
		name: name.slice(0, 200),
		municipality,
		locality: named ?? place.locality,
		street: isHome ? null : address.street,
		postcode,
		postTown,
		position: place.position,
		homepage,
		email: email.email,
		phone,
		themes,
		audiences: groups.audiences,
		ages: groups.ages,
		texts: description.text ? { sv: { name: null, description: description.text } } : {},
		areas: areasOf(list('areas')),
		keywords: keywordsOf([...types, ...activities]),
		form: formOf(name, types),
		organisationNumber: number.kind === 'valid' ? number.number : null,
		numberNote: number.kind === 'wrong' ? number.digits.slice(0, 60) : null,
		foundedYear: founded,
		dormant,
	};
	return { fate: 'entry', line: row.line, id: text('id') || null, entry, problems, unplaced };
}

const isTold = (text: string) => text !== '' && !SAYS_NONE.test(text);
const SAYS_NONE = /^\W*(x|-+|saknas?|ingen|inget|har ingen.*|nej|okänd|uppgift saknas|null|n\/a)?\W*$/i;

/** The first column of a field that holds anything; of fields that gather, all of them. */
function cellText(row: Row, mapping: Mapping, field: Field): string {
	const texts = (mapping.fields[field] ?? [])
		.map((column) => textOf(row.cells[column]).trim())
		.filter((it) => it !== '');
	if (field === 'description') return texts.join('\n\n');
	return field === 'name' || field === 'street' ? (texts[0] ?? '') : cleanLine(texts[0] ?? '');
}

function cellList(row: Row, mapping: Mapping, field: Field): string[] {
	const columns = gathering.includes(field) ? (mapping.fields[field] ?? []) : [];
	const labels = columns.flatMap((column) => {
		const cell = row.cells[column];
		return typeof cell === 'string' ? splitOutside(cell, mapping.separator) : listOf(cell);
	});
	return [...new Set(labels.map(cleanLine).filter((label) => label !== ''))];
}

/** Parts a list within one cell; a separator inside brackets parts nothing. */
function splitOutside(cell: string, separator: string): string[] {
	const parts: string[] = [''];
	let depth = 0;
	for (const char of cell) {
		if (char === '(') depth++;
		else if (char === ')') depth = Math.max(0, depth - 1);
		if (depth === 0 && (char === separator || char === ';' || char === '|' || char === '\n')) parts.push('');
		else parts[parts.length - 1] += char;
	}
	return parts;
}

const areasOf = (labels: string[]) =>
	[
		...new Set(
			labels.map((label) =>
				label
					.replace(/^[*\s]+/, '')
					.slice(0, 120)
					.trim(),
			),
		),
	]
		.filter(Boolean)
		.slice(0, 100);

function yearOf(text: string): number | null {
	// Also as the first part of a date without dashes: 19230501.
	const year = Number(/\b(1\d{3}|20\d{2})(?:[01]\d[0-3]\d)?\b/.exec(text)?.[1] ?? Number.NaN);
	return year >= 1000 && year <= 2100 ? year : null;
}
