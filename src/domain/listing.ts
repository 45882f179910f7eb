import { z } from 'zod';
import { ScheduleSchema } from './schedule.ts';
import {
	accessFacts,
	audiences,
	confirmers,
	equipment,
	languages,
	organisationForms,
	precisions,
	rateUnits,
	userGroups,
	venueKinds,
} from './taxonomies.ts';
import { type Theme, themes } from './theme.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) => text(max).nullable().default(null);

/** Texts of an entry in one language; the name only where it differs from the entry's own. */
const TextSchema = z.object({ name: optional(200), description: optional(8000) });

const PositionSchema = z.object({
	lon: z.number().min(-180).max(180),
	lat: z.number().min(-90).max(90),
	precision: z.enum(precisions),
});

/** What organisation, venue and activity have in common: the face that search shows. */
const common = {
	name: text(200),
	municipality: z.string().regex(/^\d{4}$/),
	/** Named settlement or district, as people say it. */
	locality: optional(120),
	street: optional(200),
	postcode: z
		.string()
		.regex(/^\d{5}$/)
		.nullable()
		.default(null),
	postTown: optional(120),
	position: PositionSchema.nullable().default(null),
	/** The address is kept from the public: no street, and a position no finer than the locality, everywhere. */
	masked: z.boolean().default(false),
	homepage: z.httpUrl().max(500).nullable().default(null),
	email: z.email().max(200).nullable().default(null),
	phone: optional(60),
	themes: z.array(z.enum(themes as [Theme, ...Theme[]])).default([]),
	audiences: z.array(z.enum(audiences)).default([]),
	ages: z
		.object({ min: z.int().min(0).max(120), max: z.int().min(0).max(120) })
		.nullable()
		.default(null),
	languages: z.array(z.enum(languages)).default([]),
	/** By BCP 47 tag; Swedish (`sv`) is the entry's own language. */
	texts: z.partialRecord(z.enum(languages), TextSchema).default({}),
	/** Local area labels as the source wrote them. */
	areas: z.array(text(120)).default([]),
	/** What the source calls it and what it does, in its own words ("Idrottsförening", "Schack"): searched in beside the themes. */
	keywords: z.array(text(120)).default([]),
	confirmedAt: z.int().nullable().default(null),
	confirmedBy: z.enum(confirmers).nullable().default(null),
	/** Pictures, named by their content; pixels are those of the large one. */
	photos: z
		.array(
			z.object({
				id: z.string().regex(/^[0-9a-f]{32}$/),
				width: z.int().min(1).max(4000),
				height: z.int().min(1).max(4000),
				/** What there is to see, in Swedish. */
				alt: text(300),
				altEn: optional(300),
			}),
		)
		.max(12)
		.default([]),
	/** Who must be named for the data: "© OpenStreetMap contributors (ODbL)". */
	attribution: optional(300),
};

/** A fact on accessibility: yes or no, or a number for what is measured. What is absent is unknown. */
const AccessSchema = z.partialRecord(z.enum(accessFacts), z.union([z.boolean(), z.int().min(0).max(10_000)]));

const RoomSchema = z.object({
	name: text(120),
	/** Index in `rooms` of the room that this one is a part of. */
	partOf: z.int().min(0).nullable().default(null),
	seats: z.int().min(0).max(100_000).nullable().default(null),
	areaM2: z.number().min(0).max(1_000_000).nullable().default(null),
	equipment: z.array(z.enum(equipment)).default([]),
	access: AccessSchema.default({}),
});

/** What it costs one group to use a place. Whole kronor; 0 is free of charge. */
const RateSchema = z.object({
	group: z.enum(userGroups),
	amount: z.int().min(0).max(1_000_000),
	per: z.enum(rateUnits),
});

export const OrganisationSchema = z.object({
	kind: z.literal('organisation'),
	...common,
	form: z.enum(organisationForms).default('association'),
	/** Ten digits. Sections of a club can share one. */
	organisationNumber: z
		.string()
		.regex(/^\d{10}$/)
		.nullable()
		.default(null),
	/** What the source had in that field when it was no valid number; never shown to the public. */
	numberNote: optional(60),
	foundedYear: z.int().min(1000).max(2100).nullable().default(null),
	dormant: z.boolean().default(false),
});

export const VenueSchema = z.object({
	kind: z.literal('venue'),
	...common,
	venueKind: z.enum(venueKinds),
	/** Listing id of the organisation that keeps the place. */
	keeper: z.int().nullable().default(null),
	seats: z.int().min(0).max(100_000).nullable().default(null),
	/** In the syntax of OpenStreetMap's opening_hours. */
	openingHours: optional(500),
	price: optional(300),
	rates: z.array(RateSchema).max(30).default([]),
	bookingUrl: z.httpUrl().max(500).nullable().default(null),
	equipment: z.array(z.enum(equipment)).default([]),
	access: AccessSchema.default({}),
	rooms: z.array(RoomSchema).default([]),
});

export const ActivitySchema = z.object({
	kind: z.literal('activity'),
	...common,
	/** Listing id of the organisation that holds it. */
	organisation: z.int().nullable().default(null),
	/** Listing id of the venue; none when it is elsewhere or online. */
	venue: z.int().nullable().default(null),
	onlineUrl: z.httpUrl().max(500).nullable().default(null),
	/** True, false, or null when nobody has said. */
	free: z.boolean().nullable().default(null),
	price: optional(300),
	dropIn: z.boolean().nullable().default(null),
	schedules: z.array(ScheduleSchema).default([]),
});

export const ListingSchema = z.discriminatedUnion('kind', [OrganisationSchema, VenueSchema, ActivitySchema]);

export type Organisation = z.output<typeof OrganisationSchema>;
export type Venue = z.output<typeof VenueSchema>;
export type Activity = z.output<typeof ActivitySchema>;
export type Room = z.output<typeof RoomSchema>;
export type Rate = z.output<typeof RateSchema>;
export type Photo = Listing['photos'][number];
export type AccessFacts = z.output<typeof AccessSchema>;

/** An entry as a value: what can be written, compared and put back. */
export type Listing = z.output<typeof ListingSchema>;

/** What may be left out when an entry is written. */
export type ListingInput = z.input<typeof ListingSchema>;

/** An entry as it stands in the store. Times are unix seconds. */
export type Stored<L extends Listing = Listing> = L & {
	id: number;
	slug: string;
	createdAt: number;
	updatedAt: number;
	publishedAt: number | null;
	archivedAt: number | null;
	/** Set when the entry was merged into another, whose id this is. */
	mergedInto: number | null;
};

/** What the store adds to an entry's value. */
export const STORED_FIELDS = [
	'id',
	'slug',
	'createdAt',
	'updatedAt',
	'publishedAt',
	'archivedAt',
	'mergedInto',
] as const satisfies readonly (keyof Stored)[];
