import { type Pair, scoreOf } from './labelled.ts';

/**
 * Weights by logistic regression, drawn towards what was set by hand (`prior`) where the pairs say little. Gradient descent: three
 * hundred pairs and two dozen reasons need no library.
 */
export function learned(pairs: readonly Pair[], prior: Record<string, number>, pull = 0.35): Record<string, number> {
	const rows = pairs.map((pair) => ({ label: Number(pair.label), reasons: ['bias', ...scoreOf(pair).reasons] }));
	const found = { ...prior };
	for (let round = 0; round < 6000; round++) {
		const slope: Record<string, number> = {};
		for (const { label, reasons } of rows) {
			const sum = reasons.reduce((total, reason) => total + (found[reason] ?? 0), 0);
			const error = label - 1 / (1 + Math.exp(-sum));
			for (const reason of reasons) slope[reason] = (slope[reason] ?? 0) + error;
		}
		for (const reason of Object.keys(found).filter((one) => !/^(phone|email|domain)_/.test(one)))
			found[reason]! += 0.01 * ((slope[reason] ?? 0) - pull * (found[reason]! - prior[reason]!));
	}
	return Object.fromEntries(Object.entries(found).map(([reason, value]) => [reason, Math.round(value * 10) / 10]));
}

/** What was set by hand before anything was learned. Phones and mailboxes of the registers at hand are invented: those stay. */
export const byHand: Record<string, number> = {
	bias: -2.5,
	name_same: 4,
	name_spelled: 3.5,
	name_near: 3,
	name_misspelt: 2.5,
	name_initials: -1,
	name_more: -0.5,
	name_alike: -2,
	name_section: -4,
	name_elsewhere: -5,
	name_numbers: -4,
	name_different: -3,
	number_same: 2.5,
	number_other: -2,
	page_same: 1.5,
	page_other: -0.7,
	email_same: 0.5,
	domain_same: 0.3,
	phone_same: 0.4,
	street_same: 0.8,
	place_near: 0.4,
	place_far: -1.5,
	town_other: -1,
	nothing_else: -3.5,
	host_same: 1.5,
	host_other: -2.5,
};
