import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { NotFound } from '../domain/errors.ts';
import type { Stored } from '../domain/listing.ts';
import { type Query, QuerySchema } from '../domain/query.ts';
import { queryParams } from '../domain/query-url.ts';
import { answered } from '../finder/answered.ts';
import type { Site } from '../site.ts';
import { bytesOf } from './bytes.ts';
import { publicEntry } from './entry.ts';
import { facetsText } from './facets-text.ts';
import { itemWriter } from './items.ts';
import { KeptAnswers } from './kept-answers.ts';
import { publicListing } from './public-listing.ts';
import { ready, readyAgain, sendReady } from './ready.ts';
import { EntryShape, Lang, Moved, ProblemShape, plainJson, SearchShape } from './shapes.ts';
import { originOf } from './urls.ts';
import { Written } from './written.ts';

const tags = ['Listings'];
export const IdParams = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** Bytes of whole entries that are kept: a kilobyte each. */
const MOST_BYTES = 16 * 2 ** 20;
/** Twice so many answers of a search are kept, at most: ten kilobytes each. */
const MOST_ANSWERS = 300;

/** So many whole entries are kept as they were packed: two kilobytes each. */
const MOST_PACKED = 2000;

const JSON_TYPE = 'application/json; charset=utf-8';
const PACKINGS = ['br', 'gzip'] as const;

const flag = (otherwise: 'true' | 'false') =>
	z
		.enum(['true', 'false'])
		.default(otherwise)
		.transform((text) => text === 'true');

export const listingRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	const write = itemWriter(site);
	const answers = new KeptAnswers(site, { most: MOST_ANSWERS });
	const entries = new Written(site.store, MOST_BYTES);
	const headers = { 'content-type': JSON_TYPE };
	const whole = readyAgain(headers, MOST_PACKED);
	api.get(
		'/listings',
		{
			schema: {
				tags,
				summary: 'Search organisations, venues and activities',
				description:
					'Lists are given as `theme=chess,choir` or repeated. Values within one filter are alternatives (of `access` and `equipment` all must hold); filters narrow each other. `near=lon,lat` with `radius` in kilometres; `bbox=west,south,east,north`. Unknown parameters are refused.',
				querystring: QuerySchema.extend({
					lang: Lang,
					facets: flag('true').describe('`false` leaves out `facets`: quicker, when only the list is wanted'),
					matches: flag('false').describe('`true` tells of each item why it was found'),
				}).strict(),
				response: { 200: SearchShape, 400: ProblemShape },
			},
			preParsing: answers.first,
			serializerCompiler: plainJson,
		},
		async (request, reply) => {
			const { lang, facets, matches, ...asked } = request.query;
			const { query, spelled, understood, place, ignored, heardBy } = answered(asked, site.places, site.now());
			const answer = site.finder.search(query, site.now(), { facets, widen: false, keep: false });
			const { readAs } = answer;
			const origin = originOf(site, request);
			const ids = answer.hits.map(({ id }) => id);
			const why = matches ? await site.finder.why(query, await site.store.faces.byIds(ids, lang)) : null;
			const rest = {
				next: answer.next,
				understood: understood || readAs !== null ? readingOf({ ...spelled, q: readAs ?? spelled.q }) : null,
				heard: heardBy(lang === 'sv' ? 'sv' : 'en'),
				ignored,
				place: place && { name: place.name, lon: place.lon, lat: place.lat },
			};
			// Written out here, so that items are not written anew for each who finds them.
			const counts = facets ? `"facets":${facetsText(answer.facets)},` : '';
			const body = await write(answer.hits, { lang, origin, why }, (items) =>
				bytesOf((out) => {
					out.ascii(`{"total":${answer.total},"items":[`);
					items(out);
					out.text(`],${counts}${JSON.stringify(rest).slice(1)}`);
				}),
			);
			const link: Record<string, string> = answer.next
				? { link: `<${nextUrl(origin, request.url, answer.next)}>; rel="next"` }
				: {};
			return answers.send(request, reply, { body, type: JSON_TYPE, headers: link });
		},
	);

	api.get(
		'/listings/:id',
		{
			schema: {
				tags,
				summary: 'One entry, whole',
				params: IdParams,
				response: { 200: EntryShape, 301: Moved, 404: ProblemShape, 410: ProblemShape },
			},
			serializerCompiler: plainJson,
		},
		async (request, reply) => {
			const { id } = request.params;
			const origin = originOf(site, request);
			let moved: number | null = null;
			let anew = false;
			const write = async () => {
				anew = true;
				const found = await publicEntry(site, id);
				if ('moved' in found) {
					moved = found.moved;
					return [];
				}
				const { listing } = found;
				const told = publicListing({ ...listing, position: await positionOf(site, listing) }, origin);
				return [[id, JSON.stringify(told).slice(0, -1)] as const];
			};
			// Not kept with the rest: a consent lapses without anybody's writing.
			const contacts = JSON.stringify(await site.store.contactPersons.shown(id, site.now()));
			const body = await entries.of([{ way: origin, write }], (put) =>
				bytesOf((out) => {
					put(id, out);
					out.text(`,"contacts":${contacts}}`);
				}),
			);
			if (moved !== null) return reply.redirect(`/api/v1/listings/${moved}`, 301);
			// Persons are kept no longer than they are answered with, and what nobody asked for lately is not kept as it was packed.
			const told = contacts === '[]' && !anew ? whole(id, body) : ready(body, headers);
			return sendReady(request, reply, told, PACKINGS);
		},
	);

	api.get(
		'/listings/:id/occurrences',
		{
			schema: {
				tags,
				summary: 'The coming occurrences of an activity, soonest first',
				params: IdParams,
				querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }).strict(),
				response: {
					200: z.object({ items: z.array(z.object({ start: z.int(), end: z.int() })) }),
					301: Moved,
					404: ProblemShape,
					410: ProblemShape,
				},
			},
		},
		async ({ params, query }, reply) => {
			const found = await publicEntry(site, params.id);
			if ('moved' in found) return reply.redirect(`/api/v1/listings/${found.moved}/occurrences`, 301);
			if (found.listing.kind !== 'activity') throw new NotFound('activity.unknown');
			return { items: await site.store.occurrences.coming(params.id, site.now(), query.limit) };
		},
	);
};

/** What a sentence was read as: the parameters that ask the same. */
const readingOf = (spelled: Query) => Object.fromEntries(queryParams({ ...spelled, cursor: null, limit: null }));

/** An activity without a place of its own lies where its venue lies. */
async function positionOf({ store }: Site, { id, kind, position }: Stored) {
	if (position || kind !== 'activity') return position;
	const [face] = await store.faces.byIds([id], 'sv');
	return face?.position ?? null;
}

/** A path with a query that needs no writing anew, and names no cursor. */
const PLAIN = /^\/api\/v1\/listings(\?(?!(.*&)?cursor=)[\w\-.~%&=+,]*)?$/;

function nextUrl(origin: string, url: string, cursor: string): string {
	if (PLAIN.test(url)) return `${origin}${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`;
	// Of a request line with a whole address only the path counts: the host in it is the client's word.
	const { pathname, searchParams } = new URL(url, origin);
	searchParams.set('cursor', cursor);
	return `${origin}${pathname}?${searchParams}`;
}
