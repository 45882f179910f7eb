import type { Reason } from '#domain/duplicate/likeness.ts';
import { fieldLabel } from './edit.ts';
import { m } from './generated/messages.js';
import { shownField } from './shown.ts';

/** What an entry of another number is called. */
type Names = Readonly<Record<number, string>>;

const groups: Record<string, () => string> = {
	address: m.merge_group_address,
	areas: m.merge_group_areas,
	keywords: m.merge_group_keywords,
	keeper: m.merge_group_keeper,
	seats: m.merge_group_seats,
	foundedYear: m.merge_group_founded,
	dormant: m.merge_group_dormant,
	attribution: m.merge_group_attribution,
};

/** What any field of an entry is called, or several that are chosen as one. */
export const anyFieldLabel = (field: string): string => groups[field]?.() ?? fieldLabel(field);

const list = (value: unknown, label: (one: never) => string): string =>
	(value as never[]).map(label).join(', ') || m.review_nothing();

function address(value: unknown): string {
	const { street, postcode, postTown, locality, position } = value as Record<string, string | null>;
	const town = [postcode, postTown].filter(Boolean).join(' ');
	const point = position ? shownField('position', position) : null;
	return [street, town, locality, point].filter(Boolean).join(', ') || m.review_nothing();
}

const shown: Record<string, (value: unknown, names: Names) => string> = {
	address,
	areas: (value) => list(value, (one: string) => one),
	keywords: (value) => list(value, (one: string) => one),
	keeper: (value, names) => names[value as number] ?? m.review_gone(),
};

/** The value of any field of an entry, or of several that are chosen as one, in words. */
export function shownAny(field: string, value: unknown, names: Names = {}): string {
	if (value === null || value === undefined) return m.review_nothing();
	return shown[field]?.(value, names) ?? shownField(field, value, names);
}

const reasons: Record<Reason, () => string> = {
	name_same: m.reason_name_same,
	name_spelled: m.reason_name_spelled,
	name_near: m.reason_name_near,
	name_misspelt: m.reason_name_misspelt,
	name_initials: m.reason_name_initials,
	name_more: m.reason_name_more,
	name_alike: m.reason_name_alike,
	name_section: m.reason_name_section,
	name_elsewhere: m.reason_name_elsewhere,
	name_numbers: m.reason_name_numbers,
	name_different: m.reason_name_different,
	number_same: m.reason_number_same,
	number_other: m.reason_number_other,
	page_same: m.reason_page_same,
	page_other: m.reason_page_other,
	email_same: m.reason_email_same,
	domain_same: m.reason_domain_same,
	phone_same: m.reason_phone_same,
	street_same: m.reason_street_same,
	place_near: m.reason_place_near,
	place_far: m.reason_place_far,
	town_other: m.reason_town_other,
	nothing_else: m.reason_nothing_else,
	host_same: m.reason_host_same,
	host_other: m.reason_host_other,
};

/** A reason that two entries may be one, or may not, in words. */
export const reasonLabel = (reason: Reason): string => reasons[reason]();

/** How likely two entries are one, 0 to 1, in words. */
export function likelySaid(score: number): string {
	if (score >= 0.95) return m.dup_surely();
	return score >= 0.75 ? m.dup_likely() : m.dup_maybe();
}
