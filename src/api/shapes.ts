import { z } from 'zod';
import { heardIns, matchPlaces, untolds } from '../domain/search.ts';
import { audiences, confirmers, kinds, languages, precisions, rateUnits, userGroups } from '../domain/taxonomies.ts';
import { type Theme, themes } from '../domain/theme.ts';

/** What the API answers, as schemas: the contract that OpenAPI shows and tests hold real answers against. */

export const PositionShape = z
	.object({ lon: z.number(), lat: z.number(), precision: z.enum(precisions) })
	.meta({ id: 'Position', description: 'WGS84 degrees, and how far they can be trusted' });

export const ThemeCode = z.enum(themes as [Theme, ...Theme[]]);
export const Lang = z
	.enum(languages)
	.default('sv')
	.describe('Language of names and texts, where the entry has it (BCP 47)');
const Named = z.object({ name: z.string(), url: z.string() });

const MatchShape = z
	.object({
		word: z.string().describe('A word of `q`, in lower case'),
		in: z
			.enum(matchPlaces)
			.describe(
				'Where it was met. `keyword`: a label of the register it comes from; `otherName`: its name in another language.',
			),
		text: z
			.string()
			.describe(
				'The word that answers it, as it is written there (a keyword whole). Of a theme, audience, language, venueKind, equipment or kind: its code.',
			),
	})
	.meta({ id: 'Match' });

export const ItemShape = z
	.object({
		id: z.int(),
		kind: z.enum(kinds),
		name: z.string(),
		url: z.string().describe('The page of the entry'),
		municipality: z.object({ code: z.string(), name: z.string() }),
		locality: z.string().nullable(),
		themes: z.array(ThemeCode),
		position: PositionShape.nullable(),
		distance: z.number().nullable().describe('Kilometres from `near`'),
		next: z.int().nullable().describe('Start of the next occurrence that fits the query, unix seconds'),
		excerpt: z.string().nullable(),
		audiences: z.array(z.enum(audiences)),
		languages: z.array(z.enum(languages)),
		ages: z.object({ min: z.int(), max: z.int() }).nullable(),
		free: z.boolean().nullable().describe('null when nobody has said'),
		host: Named.nullable(),
		at: Named.nullable().describe('The venue of an activity'),
		confirmedAt: z.int().nullable(),
		confirmedBy: z.enum(confirmers).nullable(),
		matches: z
			.array(MatchShape)
			.optional()
			.describe(
				'With `matches=true`: why it was found, for each word of `q` what answers it. Empty when no words were asked for.',
			),
	})
	.meta({ id: 'Item' });

const Counts = z.record(z.string(), z.int());
export const FacetsShape = z
	.object({
		kind: Counts,
		theme: Counts,
		municipality: Counts,
		audience: Counts,
		language: Counts,
		weekday: Counts,
		part: Counts,
		when: Counts,
		free: Counts,
		access: Counts,
		venueKind: Counts,
		equipment: Counts,
		seats: Counts.describe('With room for at least so many'),
		radius: Counts.describe('Within so many kilometres of `near`; empty without it'),
	})
	.meta({ id: 'Facets', description: 'How many would be left for each value of each filter' });

export const SearchShape = z
	.object({
		total: z.int(),
		items: z.array(ItemShape),
		facets: FacetsShape.optional().describe('Unless `facets=false`'),
		next: z.string().nullable().describe('Give it as `cursor` for the next page; null on the last'),
		understood: z
			.record(z.string(), z.string())
			.nullable()
			.describe(
				'When `q` was a sentence, or a word of it was taken for a misspelling: the parameters it was read as, `q` with the words as they were read; null when it was words alone',
			),
		heard: z
			.array(
				z.object({
					words: z.string().describe('Of `q`, as they were typed'),
					as: z.array(
						z.object({
							in: z.enum(heardIns),
							text: z
								.string()
								.describe(
									'A code; of a `word` or a `place` what it is called in Swedish, or in English with `lang` another',
								),
						}),
					),
				}),
			)
			.describe(
				'Words of `q` that are neither Swedish nor, with `lang` another than `sv`, English, and what they were read as, any of it. `literal=1` reads none.',
			),
		ignored: z
			.array(z.enum(['radius', 'sort', ...untolds]))
			.describe(
				'What could not matter: `radius`, or `sort=distance`, without `near` or a `place` that is known; of a sentence in `q` what nothing can be found by: room for so many at what is no venue (`seats`), when a room is free (`hours`), what it costs (`price`), near whoever asks (`me`), out in the country (`country`)',
			),
		place: z
			.object({ name: z.string(), lon: z.number(), lat: z.number() })
			.nullable()
			.describe('The place that `place` was understood as'),
	})
	.meta({ id: 'SearchAnswer' });

const PhotoShape = z
	.object({
		large: z.string().describe('Address of the picture, WebP, at most 1600 pixels a side'),
		small: z.string().describe('The same, at most 640 pixels a side'),
		width: z.int().describe('Pixels of the large one'),
		height: z.int(),
		alt: z.string().describe('What there is to see, in Swedish'),
		altEn: z.string().nullable().describe('The same in English'),
	})
	.meta({ id: 'Photo' });

const RateShape = z
	.object({
		group: z.enum(userGroups),
		amount: z.int().describe('Whole kronor; 0 is free of charge'),
		per: z.enum(rateUnits),
	})
	.meta({ id: 'Rate' });

const ContactShape = z
	.object({
		name: z.string(),
		role: z.string().describe('What they are reached about'),
		phone: z.string().nullable(),
		email: z.string().nullable(),
	})
	.meta({
		id: 'Contact',
		description:
			'A person who has said yes to being shown. They can take that back at any time: do not keep it, ask again.',
	});

export const EntryShape = z
	.looseObject({
		id: z.int(),
		kind: z.enum(kinds),
		name: z.string(),
		url: z.string(),
		municipality: z.string(),
		position: PositionShape.nullable(),
		themes: z.array(ThemeCode),
		attribution: z.string().nullable().describe('Who must be named for the data'),
		photos: z.array(PhotoShape),
		contacts: z.array(ContactShape),
		rates: z.array(RateShape).optional().describe('Of a venue: prices by who uses it'),
	})
	.meta({
		id: 'Entry',
		description: 'An entry with what its kind has: rooms and access of a venue, schedules of an activity …',
	});

export const MapShape = z
	.object({
		type: z.literal('FeatureCollection'),
		features: z.array(
			z.object({
				type: z.literal('Feature'),
				geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
				properties: z.object({
					count: z.int(),
					organisation: z.int(),
					venue: z.int(),
					activity: z.int(),
					approximate: z.boolean().describe('Every position in it is no finer than the locality'),
					entries: z.array(z.object({ id: z.int(), kind: z.enum(kinds), slug: z.string(), name: z.string() })),
				}),
			}),
		),
	})
	.meta({ id: 'Map', description: 'GeoJSON (RFC 7946)' });

/** An entry that was merged into another. */
export const Moved = z.null().describe('It was merged into another: see `location`');

export const ProblemShape = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		code: z.string(),
		detail: z.string().optional(),
		fields: z.record(z.string(), z.string()).optional(),
	})
	.meta({ id: 'Problem', description: 'RFC 9457' });

/** Serialises an answer as it is: its schema is the contract, held against real answers by the tests, not a filter. */
export const plainJson = () => (answer: unknown) => JSON.stringify(answer);
