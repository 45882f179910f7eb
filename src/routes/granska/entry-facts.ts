import type { AccessFacts, Listing } from '#domain/listing.ts';
import type { ReportWhat } from '#domain/report-whats.ts';
import type { AccessFact } from '#domain/taxonomies.ts';
import { fieldLabel } from '#text/edit.ts';
import { m } from '#text/generated/messages.js';
import { accessSaid } from '#text/labels.ts';
import { inWords } from '#text/recurrence.ts';
import { shownField } from '#text/shown.ts';

/** One thing that an entry says: what it is called, what it is, and whether it is what a report is about. */
export interface EntryFact {
	label: string;
	/** Null when nothing is said. */
	value: string | null;
	meant: boolean;
}

const joined = (parts: (string | null | undefined)[], by = ', ') => parts.filter(Boolean).join(by) || null;
const accessOf = (access: AccessFacts) =>
	Object.entries(access).map(([fact, value]) => accessSaid(fact as AccessFact, value as boolean | number));

/** What an entry says, for who judges whether it is right: what a report is about first. */
export function entryFacts(listing: Listing, what: ReportWhat): EntryFact[] {
	const fact = (about: ReportWhat, label: string, value: string | null) => ({ label, value, meant: about === what });
	const { street, postcode, postTown, locality, texts } = listing;
	const facts = [
		fact('contact', fieldLabel('homepage'), listing.homepage),
		fact('contact', fieldLabel('email'), listing.email),
		fact('contact', fieldLabel('phone'), listing.phone),
		fact('place', m.where(), joined([street, joined([postcode, postTown], ' '), locality])),
		...timesOf(listing).map(({ label, value }) => fact('time', label, value)),
		...(listing.kind === 'venue'
			? [
					fact(
						'access',
						m.access_heading(),
						joined([listing, ...listing.rooms].flatMap(({ access }) => accessOf(access))),
					),
				]
			: []),
		fact('other', fieldLabel('texts.sv.description'), texts.sv?.description ?? null),
		...(texts.en?.description ? [fact('other', fieldLabel('texts.en.description'), texts.en.description)] : []),
	];
	return [...facts.filter(({ meant }) => meant), ...facts.filter(({ meant }) => !meant)];
}

function timesOf(listing: Listing): { label: string; value: string | null }[] {
	if (listing.kind === 'activity')
		return [
			{
				label: m.when_heading(),
				value: joined(
					listing.schedules.map((one) => inWords(one)),
					'\n',
				),
			},
		];
	if (listing.kind !== 'venue') return [];
	const { openingHours } = listing;
	return [{ label: m.opening_hours(), value: openingHours && shownField('openingHours', openingHours) }];
}
