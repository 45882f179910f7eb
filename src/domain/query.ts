import { z } from 'zod';
import type { Bbox, LonLat } from './geo.ts';
import { reasons } from './parse.ts';
import {
	type AccessFact,
	type Audience,
	accessFacts,
	audiences,
	type DayPart,
	dayParts,
	type Equipment,
	equipment,
	type Kind,
	kinds,
	type Language,
	languages,
	type VenueKind,
	venueKinds,
	type Weekday,
	weekdays,
} from './taxonomies.ts';
import { type Theme, themes } from './theme.ts';
import { type When, whens } from './time.ts';

export const sorts = ['relevance', 'distance', 'soonest', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** What is searched for. Page, API and map all answer from this one object. */
export interface Query {
	q: string;
	/** The words are meant as they stand: no filter is read in them. */
	literal: boolean;
	kind: Kind[];
	theme: Theme[];
	municipality: string[];
	audience: Audience[];
	/** A person of this age can come. */
	age: number | null;
	language: Language[];
	weekday: Weekday[];
	part: DayPart[];
	when: When | null;
	/** A civil date, `2026-11-22`. */
	date: string | null;
	free: boolean;
	access: AccessFact[];
	venueKind: VenueKind[];
	equipment: Equipment[];
	/** Room for at least so many; only venues answer. */
	seats: number | null;
	/** A place by name, as typed; `near` is then found from it. */
	place: string;
	near: LonLat | null;
	/** Kilometres around `near`. */
	radius: number | null;
	bbox: Bbox | null;
	sort: Sort;
	cursor: string | null;
	limit: number;
}

/** A comma-separated list of codes, or the parameter given many times. */
export const list = <T extends string>(values: readonly [T, ...T[]] | readonly T[]) =>
	z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((given) => [
			...new Set(
				[given]
					.flat()
					.flatMap((part) => part.split(','))
					.filter(Boolean),
			),
		])
		.pipe(z.array(z.enum(values as [T, ...T[]])).max(60));

const numbers = (count: number) =>
	z
		.string()
		.transform((text) => text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
		.refine((parts) => parts.length === count && parts.every(Number.isFinite), `needs_${count}_numbers`);

const Near = numbers(2)
	.refine(([lon, lat]) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90, 'outside_the_world')
	.transform(([lon, lat]): LonLat => ({ lon: lon!, lat: lat! }));

const Box = numbers(4)
	.refine(([w, s, e, n]) => w! >= -180 && e! <= 180 && s! >= -90 && n! <= 90, 'outside_the_world')
	.refine(([w, s, e, n]) => w! <= e! && s! <= n!, 'box_order')
	.transform((parts) => parts as unknown as Bbox);

const yes = z
	.enum(['1', 'true', 'yes', 'ja', 'on', '0', 'false', 'no', 'nej', ''])
	.default('0')
	.transform((text) => ['1', 'true', 'yes', 'ja', 'on'].includes(text));

/** An empty field of a form is the same as none. */
const unlessEmpty = <S extends z.ZodType>(schema: S) =>
	z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).transform((value) => value ?? null);

/** Longer texts are refused by the API; a page reads their beginning. */
export const MOST_LETTERS = 200;

/** Parses the parameters of a URL (values are strings or lists of strings); unknown parameters are left alone. */
export const QuerySchema = z.object({
	q: z.string().trim().max(MOST_LETTERS).default(''),
	literal: yes,
	kind: list(kinds),
	theme: list(themes),
	municipality: z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((given) =>
			[given]
				.flat()
				.flatMap((part) => part.split(','))
				.filter(Boolean),
		)
		.pipe(z.array(z.string().regex(/^\d{4}$/)).max(60)),
	audience: list(audiences),
	age: unlessEmpty(z.coerce.number().int().min(0).max(120)),
	language: list(languages),
	weekday: list(weekdays),
	part: list(dayParts),
	when: unlessEmpty(z.enum(whens)),
	date: unlessEmpty(z.iso.date()),
	free: yes,
	access: list(accessFacts),
	venueKind: list(venueKinds),
	equipment: list(equipment),
	seats: unlessEmpty(z.coerce.number().int().min(1).max(100_000)),
	place: z.string().trim().max(120).default(''),
	near: unlessEmpty(Near),
	radius: unlessEmpty(z.coerce.number().positive().max(1000)),
	bbox: unlessEmpty(Box),
	sort: unlessEmpty(z.enum(sorts)).transform((sort): Sort => sort ?? 'relevance'),
	cursor: unlessEmpty(
		z
			.string()
			.max(200)
			.regex(/^[\w-]+$/),
	),
	limit: unlessEmpty(z.coerce.number().int().min(1).max(100)).transform((limit) => limit ?? 20),
});

/** A query that asks for everything. */
export const everything: Query = QuerySchema.parse({});

/** Parameters as an object: one value as a string, several as a list. */
export function paramsOf(params: URLSearchParams): Record<string, string | string[]> {
	const values: Record<string, string | string[]> = {};
	for (const key of new Set(params.keys())) {
		const all = params.getAll(key);
		values[key] = all.length > 1 ? all : all[0]!;
	}
	return values;
}

/**
 * The query of a page's URL, forgiving: what cannot be read is left out and told in `problems`
 * (field → reason), so that a mistyped address still shows a page. Of a text that is too long the beginning is read.
 */
export function readQuery(params: URLSearchParams): { query: Query; problems: Record<string, string> } {
	const given = paramsOf(params);
	const problems: Record<string, string> = {};
	const beginning = beginningOf(given.q);
	if (beginning !== undefined) {
		given.q = beginning;
		problems.q = 'too_long';
	}
	const first = QuerySchema.safeParse(given);
	if (first.success) return { query: first.data, problems };
	for (const [path, reason] of Object.entries(reasons(first.error))) {
		const field = path.split('.')[0]!;
		problems[field] = reason;
		delete given[field];
	}
	const second = QuerySchema.safeParse(given);
	return { query: second.success ? second.data : { ...everything }, problems };
}

/** The whole words that a text too long begins with; undefined where it is not. */
function beginningOf(q: string | string[] | undefined): string | undefined {
	const text = typeof q === 'string' ? q.trim() : '';
	if (text.length <= MOST_LETTERS) return undefined;
	const cut = text.slice(0, MOST_LETTERS);
	// Half a word finds nothing, and half a sign is none.
	return (/^.*\S(?=\s)/s.exec(cut)?.[0] ?? cut).replace(/[\ud800-\udbff]$/, '');
}
