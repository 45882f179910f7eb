import type { Reason } from './likeness.ts';

/**
 * What each reason weighs, as log-odds: learned from the tuned part of the labelled set (`npm run bench -- duplicates` learns
 * them anew), where that says nothing as set by hand.
 */
export const weights: Partial<Record<Reason, number>> & { bias: number } = {
	bias: -1.1,
	name_same: 4.9,
	name_spelled: 4,
	name_near: 1.3,
	name_misspelt: 4.4,
	name_initials: 0.1,
	name_more: -1,
	name_alike: -2.3,
	name_section: -5.9,
	name_elsewhere: -5,
	name_numbers: -2.7,
	name_different: -2.8,
	number_same: 3.5,
	number_other: -2.5,
	page_same: 2.8,
	page_other: -1.1,
	email_same: 0.5,
	domain_same: 0.3,
	phone_same: 0.4,
	street_same: 0,
	place_near: 0.4,
	place_far: -1.5,
	town_other: -0.9,
	nothing_else: -3.7,
	host_same: 1.5,
	host_other: -2.5,
};
