import type { Rate } from '../listing.ts';
import { rateUnits, userGroups } from '../taxonomies.ts';
import { one, type Typed } from './part.ts';
import { isOfRow, numberIn, rowsOf, typedRows } from './rows.ts';

const names = ['group', 'amount', 'per', 'gone'];

/** Whether a name is one of the questions on prices by group. */
export const asksRates = (name: string): boolean => isOfRow('rates', names, name);

/** Prices by group as rows of the form. */
export const typedRates = (rates: readonly Rate[]): Typed =>
	typedRows(
		'rates',
		rates.map(({ group, amount, per }) => ({ group: [group], amount: [String(amount)], per: [per] })),
	);

/** Rows of the form as prices, and by name what is wrong; an empty row is none. "Gratis" and "free" are 0. */
export function ratesIn(typed: Typed): { rates: Rate[]; wrong: Record<string, string> } {
	const wrong: Record<string, string> = {};
	const rates: Rate[] = [];
	for (const { at, typed: row } of rowsOf(typed, 'rates')) {
		const text = one(row, 'amount').trim();
		if (one(row, 'gone') || (!text && !one(row, 'group'))) continue;
		const group = userGroups.find((code) => code === one(row, 'group'));
		const amount = /^(gratis|fritt|free)$/i.test(text)
			? 0
			: numberIn(text.replace(/\s*(kr|kronor|sek|:-)\.?$/i, ''), { most: 1_000_000 });
		if (!group) wrong[`rates.${at}.group`] = 'missing';
		if (amount === null) wrong[`rates.${at}.amount`] = 'missing';
		if (amount === undefined) wrong[`rates.${at}.amount`] = 'wrong';
		const per = rateUnits.find((code) => code === one(row, 'per')) ?? 'hour';
		if (group && typeof amount === 'number') rates.push({ group, amount, per });
	}
	return { rates: rates.slice(0, 30), wrong };
}
