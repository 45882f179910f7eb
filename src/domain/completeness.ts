import type { PartKey } from './parts/keys.ts';
import type { Kind, Precision } from './taxonomies.ts';

/**
 * How much of what helps a reader an entry tells: the one rule by which search weighs it and its keeper is told what to
 * add next. No zod here: pages import it.
 */

/** What can be told, by kind: what would help most readers stands first. */
export const tellings = {
	organisation: ['description', 'contact', 'themes', 'place', 'audiences', 'languages', 'exact'],
	venue: ['exact', 'description', 'access', 'contact', 'hours', 'equipment', 'place'],
	activity: ['times', 'description', 'place', 'themes', 'contact', 'price', 'audiences', 'languages'],
} as const satisfies Record<Kind, readonly string[]>;

export type Telling = (typeof tellings)[Kind][number];

/** The part in which each is told. */
export const toldIn: Record<Telling, PartKey> = {
	description: 'words',
	contact: 'contact',
	themes: 'subject',
	audiences: 'subject',
	languages: 'subject',
	place: 'place',
	exact: 'place',
	price: 'price',
	access: 'access',
	hours: 'opening',
	equipment: 'rooms',
	times: 'when',
};

/** What the rule looks at, of an entry or of a row of the index. */
export interface Told {
	kind: Kind;
	/** In any language. */
	described: boolean;
	/** A homepage, an address or a number: its own, or of who holds the activity. */
	reached: boolean;
	themes: readonly unknown[];
	audiences: readonly unknown[];
	languages: readonly unknown[];
	/** Of its own, or of the venue where it happens. */
	precision: Precision | null;
	/** An activity that happens at a venue, or online. */
	elsewhere: boolean;
	/** The address is kept back: no more can be told of it. */
	masked: boolean;
	/** Facts on accessibility, also those that are no. */
	access: number;
	hours: boolean;
	equipment: number;
	times: number;
	/** Whether it is known if it costs anything. */
	priced: boolean;
}

const rules: Record<Telling, (told: Told) => boolean> = {
	description: ({ described }) => described,
	contact: ({ reached }) => reached,
	themes: ({ themes }) => themes.length > 0,
	audiences: ({ audiences }) => audiences.length > 0,
	languages: ({ languages }) => languages.length > 0,
	place: ({ precision, elsewhere }) => elsewhere || (precision !== null && precision !== 'municipality'),
	exact: ({ precision, masked }) => masked || precision === 'exact' || precision === 'street',
	access: ({ access }) => access > 0,
	hours: ({ hours }) => hours,
	equipment: ({ equipment }) => equipment > 0,
	times: ({ times }) => times > 0,
	price: ({ priced }) => priced,
};

/** What is not told yet, what would help most readers first. */
export const untold = (told: Told): Telling[] => tellings[told.kind].filter((telling) => !rules[telling](told));

/** How much of what helps readers is told, from 0 to 1. */
export const completeness = (told: Told): number => 1 - untold(told).length / tellings[told.kind].length;
