import { distanceKm, type Position } from '../geo.ts';
import type { Kind } from '../taxonomies.ts';
import { calledOtherwise, type Glance, glanceAt } from './glance.ts';
import { compareNames, type NameLikeness, type NameParts, nameParts, placeWords } from './name.ts';
import { weights } from './weights.ts';
import { freeMail, sharedHosts } from './words.ts';

/** What of an entry, standing or not yet made, is held beside another. */
export interface Likeable {
	kind: Kind;
	name: string;
	/** Names in other languages. */
	otherNames?: readonly string[];
	municipality: string;
	/** Of the municipality, the settlement, and last the post town: names of branches differ by these. */
	places: readonly (string | null)[];
	street: string | null;
	position: Position | null;
	organisationNumber: string | null;
	homepage: string | null;
	email: string | null;
	phone: string | null;
	/** Who holds an activity, or keeps a venue: an id. */
	host: number | null;
}

/** An entry made ready to be held beside many. */
export interface Prepared {
	entry: Likeable;
	names: NameParts[];
	/** Of each name. */
	glances: Glance[];
	places: Set<string>;
	page: string | null;
	phone: string | null;
	email: string | null;
	mailDomain: string | null;
	street: string | null;
}

/** What speaks for or against two entries being one; a key for words, never shown as it is. */
export type Reason =
	| `name_${NameLikeness}`
	| 'number_same'
	| 'number_other'
	| 'page_same'
	| 'page_other'
	| 'email_same'
	| 'domain_same'
	| 'phone_same'
	| 'street_same'
	| 'place_near'
	| 'place_far'
	| 'town_other'
	/** In another municipality, and nothing but the name in common. */
	| 'nothing_else'
	| 'host_same'
	| 'host_other';

/** How likely two entries are one (0 to 1), and why, the weightiest first. */
export interface Likeness {
	score: number;
	reasons: Reason[];
}

/** From here on a pair is shown to a reviewer. Chosen on the tuned part of the labelled set (tests/duplicate). */
export const LIKELY = 0.54;

/** Makes an entry ready. */
export function prepare(entry: Likeable): Prepared {
	const names = [entry.name, ...(entry.otherNames ?? [])].map(nameParts).filter(({ letters }) => letters !== '');
	const email = entry.email?.trim().toLowerCase() ?? null;
	const domain = email?.split('@')[1] ?? null;
	return {
		entry,
		names,
		glances: names.map(glanceAt),
		places: placeWords(...entry.places),
		page: pageOf(entry.homepage),
		phone: phoneOf(entry.phone),
		email,
		mailDomain: domain && !freeMail.has(domain) && !sharedHosts.has(domain) ? domain : null,
		street: entry.street?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || null,
	};
}

/** A homepage as what it leads to; null for none, and for the front page of what many share. */
export function pageOf(homepage: string | null): string | null {
	if (!homepage || !URL.canParse(homepage)) return null;
	const { hostname, pathname, search } = new URL(homepage);
	const host = hostname.toLowerCase().replace(/^www\./, '');
	const path = pathname.replace(/\/(index|start|default|hem)?(\.\w{3,4})?\/?$/i, '');
	return path === '' && sharedHosts.has(host) ? null : `${host}${path}${search}`.toLowerCase();
}

function phoneOf(phone: string | null): string | null {
	const digits = phone?.replace(/\D/g, '').replace(/^(00)?46/, '0') ?? '';
	return digits.length >= 7 ? digits : null;
}

const order: readonly NameLikeness[] = [
	'same',
	'spelled',
	'near',
	'misspelt',
	'initials',
	'more',
	'alike',
	'section',
	'elsewhere',
	'numbers',
	'different',
];

/** How two entries stand to each other; null when they are of two kinds. */
export function likenessOf(a: Prepared, b: Prepared): Likeness | null {
	if (a.entry.kind !== b.entry.kind) return null;
	const reasons: Reason[] = [`name_${nameLikeness(a, b)}`, ...factsOf(a, b), ...placeOf(a, b)];
	if (onlyNamesakes(a, b, reasons)) reasons.push('nothing_else');
	const sum = reasons.reduce((total, reason) => total + (weights[reason] ?? 0), weights.bias);
	reasons.sort((one, other) => Math.abs(weights[other] ?? 0) - Math.abs(weights[one] ?? 0));
	return { score: 1 / (1 + Math.exp(-sum)), reasons };
}

const calledOtherwiseBy = order.slice(order.indexOf('more')).map((name) => weights[`name_${name}`] ?? 0);
/** The most that two can score of whom nothing but the place is the same, and who are called otherwise. */
const MOST_OTHERWISE = 1 / (1 + Math.exp(-(weights.bias + Math.max(...calledOtherwiseBy) + (weights.place_near ?? 0))));

/** Whether it is seen at a glance that two entries of a kind score less than `least`. */
export function areTwo(a: Prepared, b: Prepared, least: number): boolean {
	return MOST_OTHERWISE < least && !factsOf(a, b).some(isSame) && calledOtherwise(a, b);
}

const isSame = (reason: Reason): boolean => reason.endsWith('_same');

/** "Lions Club" is in every other town. */
function onlyNamesakes(a: Prepared, b: Prepared, reasons: readonly Reason[]): boolean {
	if (a.entry.municipality === b.entry.municipality) return false;
	const [town, other] = [townOf(a), townOf(b)];
	return !(town && town === other) && !reasons.some((reason) => /^(?!name).*_(same|near)$/.test(reason));
}

const townOf = ({ entry }: Prepared) => entry.places.at(-1)?.toLowerCase().trim() || null;

function nameLikeness(a: Prepared, b: Prepared): NameLikeness {
	const places = { has: (word: string) => a.places.has(word) || b.places.has(word) };
	const found = a.names.flatMap((one) => b.names.map((other) => compareNames(one, other, places)));
	return order.find((likeness) => found.includes(likeness)) ?? 'different';
}

function factsOf(a: Prepared, b: Prepared): Reason[] {
	const reasons: Reason[] = [];
	const [number, other] = [a.entry.organisationNumber, b.entry.organisationNumber];
	if (number && other) reasons.push(number === other ? 'number_same' : 'number_other');
	if (a.page && b.page) reasons.push(a.page === b.page ? 'page_same' : 'page_other');
	if (a.email && a.email === b.email) reasons.push('email_same');
	else if (a.mailDomain && a.mailDomain === b.mailDomain) reasons.push('domain_same');
	if (a.phone && a.phone === b.phone) reasons.push('phone_same');
	const [host, otherHost] = [a.entry.host, b.entry.host];
	if (host !== null && otherHost !== null) reasons.push(host === otherHost ? 'host_same' : 'host_other');
	return reasons;
}

const fine = (position: Position | null) => position?.precision === 'exact' || position?.precision === 'street';

function placeOf(a: Prepared, b: Prepared): Reason[] {
	if (a.street && a.street === b.street) return ['street_same'];
	const [one, other] = [a.entry.position, b.entry.position];
	const km =
		one && other && one.precision !== 'municipality' && other.precision !== 'municipality'
			? distanceKm(one, other)
			: null;
	if (km !== null && km < 0.15 && fine(one) && fine(other)) return ['place_near'];
	if (km !== null && km > 25) return ['place_far'];
	const [town, otherTown] = [townOf(a), townOf(b)];
	return town && otherTown && town !== otherTown ? ['town_other'] : [];
}
