import type { Kind } from '#domain/taxonomies.ts';
import type { Basis, KindBasis } from '#planning/basis.ts';
import { civilDay, isoTime, listed } from './format.ts';
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';
import { shareSaid } from './planning.ts';

/** What a kind is called in the plural within a sentence, and in the definite form. */
export const kindsWithin = {
	organisation: m.plan_here_kinds_organisation,
	venue: m.plan_here_kinds_venue,
	activity: m.plan_here_kinds_activity,
} satisfies Record<Kind, () => string>;
const definite = {
	organisation: m.plan_here_definite_organisation,
	venue: m.plan_here_definite_venue,
	activity: m.plan_here_definite_activity,
} satisfies Record<Kind, () => string>;

type Said = Parameters<typeof m.plan_here_basis_few>[0];
const sentences = {
	none: m.plan_here_basis_none,
	thin: m.plan_here_basis_thin,
	unconfirmed: m.plan_here_basis_unconfirmed,
	unread: m.plan_here_basis_unread,
	alone: m.plan_here_basis_alone,
	few: m.plan_here_basis_few,
	sound: m.plan_here_basis_sound,
} satisfies Record<Basis, (said: Said) => string>;

/** What the figures tell of, the register or civil society: a sentence for each worth, of all the kinds that have it. */
export function basesSaid(all: readonly KindBasis[]): string[] {
	const byBasis = Map.groupBy(all, ({ basis }) => basis);
	return [...byBasis].map(([basis, some]) => {
		const shares = some.map(({ kind, inTerm }) =>
			m.plan_here_part_of({ share: shareSaid(inTerm), definite: definite[kind]() }),
		);
		return sentences[basis]({ kinds: listed(some.map(({ kind }) => kindsWithin[kind]())), those: listed(shares) });
	});
}

/** The same in a few words, for a table. */
export const basisName = {
	none: m.plan_here_told_none,
	thin: m.plan_here_told_thin,
	unconfirmed: m.plan_here_told_unconfirmed,
	unread: m.plan_here_told_unread,
	alone: m.plan_here_told_alone,
	few: m.plan_here_told_few,
	sound: m.plan_here_told_sound,
} satisfies Record<Basis, () => string>;

/** A rate of 1 000 inhabitants with one decimal: "7,2"; what is hardly anything is not said to be nothing. */
export function rateSaid(rate: number): string {
	const locale = getLocale() === 'sv' ? 'sv-SE' : 'en-GB';
	const text = (value: number) => value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
	return rate > 0 && rate < 0.05 ? m.planning_under({ percent: text(0.1) }) : text(rate);
}

/** "torsdag 26 november 2026", of unix seconds. */
export const daySaid = (at: number): string => civilDay(isoTime(at).slice(0, 10));
