import type { Rate } from '#domain/listing.ts';
import type { RateUnit, UserGroup } from '#domain/taxonomies.ts';
import { number } from './format.ts';
import { m } from './generated/messages.js';

const groups: Record<UserGroup, () => string> = {
	youth: m.user_group_youth,
	local_association: m.user_group_local_association,
	other_association: m.user_group_other_association,
	private: m.user_group_private,
	commercial: m.user_group_commercial,
	public: m.user_group_public,
};

/** Who a price is for. */
export const userGroupLabel = (code: UserGroup): string => groups[code]();

const units: Record<RateUnit, () => string> = {
	hour: m.rate_unit_hour,
	occasion: m.rate_unit_occasion,
	day: m.rate_unit_day,
};

/** What a price is for: an hour, an occasion, a day. */
export const rateUnitLabel = (code: RateUnit): string => units[code]();

const prices: Record<RateUnit, (said: { amount: string }) => string> = {
	hour: m.rate_hour,
	occasion: m.rate_occasion,
	day: m.rate_day,
};

/** "300 kr i timmen", "gratis". */
export const priceInWords = ({ amount, per }: Rate): string =>
	amount === 0 ? m.rate_free() : prices[per]({ amount: number(amount) });

/** "Föreningar i kommunen: gratis". */
export const rateInWords = (rate: Rate): string =>
	m.rate_said({ group: userGroupLabel(rate.group), price: priceInWords(rate) });
