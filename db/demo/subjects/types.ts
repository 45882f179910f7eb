import type { Audience, Language, OrganisationForm, VenueKind } from '../../../src/domain/taxonomies.ts';
import type { Theme } from '../../../src/domain/theme.ts';

/** The same thing said in Swedish and in English. `{p}` is the settlement. */
export type Said = readonly [sv: string, en: string];

/** One pair a line: "Svenska | English". Text blocks keep the data readable where lines are long. */
export function said(block: string): Said[] {
	return block
		.trim()
		.split('\n')
		.map((line) => {
			const [sv, en] = line.trim().split(' | ');
			return [sv!, en!] as const;
		});
}

/** An activity as it is usually held. */
export interface Pattern {
	name: Said;
	/** RFC 5545 weekdays and hours it falls on: `MO TU 17 18`. */
	when: string;
	minutes: number;
	ages?: [number, number];
	/** How often it is free, in percent. */
	free: number;
	/** School terms, the bright or the snowy months; else all year. */
	year?: 'term' | 'summer' | 'winter';
	/** Held so and not otherwise; else mostly weekly. */
	rhythm?: 'monthly' | 'once' | 'yearly';
	/** For `yearly`: the rule, such as Christmas Eve each year. */
	rule?: string;
	online?: boolean;
	about: Said[];
}

/** What kin share: closing sentences, prices, and where they are at home. */
export type Family = 'sport' | 'culture' | 'welcome' | 'social' | 'village' | 'support' | 'nature';

/** What associations of one theme are called, say of themselves and do. */
export interface Subject {
	theme: Theme;
	extra?: Theme[];
	family: Family;
	weight: number;
	/** `{v}` is an invented village, `{x}` an invented proper name. */
	names: string[];
	lead: Said[];
	more?: Said[];
	activities: Pattern[];
	audiences: Audience[];
	/** Spoken beside Swedish by some. */
	languages?: Language[];
	/** Where it is held, when not where the family is. */
	at?: VenueKind[];
	/** The sort of house such an association often keeps itself. */
	keeps?: VenueKind;
	form?: OrganisationForm;
	/** Its address is kept from the public. */
	masked?: boolean;
}
