import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { NotFound } from '../domain/errors.ts';
import type { Face } from '../domain/face.ts';
import type { Stored } from '../domain/listing.ts';
import { type Query, QuerySchema } from '../domain/query.ts';
import { queryParams } from '../domain/query-url.ts';
import type { Hit, Match } from '../domain/search.ts';
import { answered } from '../finder/answered.ts';
import type { Site } from '../site.ts';
import { publicEntry } from './entry.ts';
import { publicListing } from './public-listing.ts';
import { EntryShape, Lang, Moved, ProblemShape, plainJson, SearchShape } from './shapes.ts';
import { originOf, pageOf } from './urls.ts';

const tags = ['Listings'];
export const IdParams = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

export const listingRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	api.get(
		'/listings',
		{
			schema: {
				tags,
				summary: 'Search organisations, venues and activities',
				description:
					'Lists are given as `theme=chess,choir` or repeated. Values within one filter are alternatives (of `access` and `equipment` all must hold); filters narrow each other. `near=lon,lat` with `radius` in kilometres; `bbox=west,south,east,north`. Unknown parameters are refused.',
				querystring: QuerySchema.extend({ lang: Lang }).strict(),
				response: { 200: SearchShape, 400: ProblemShape },
			},
			serializerCompiler: plainJson,
		},
		async (request, reply) => {
			const { lang, ...asked } = request.query;
			const { query, spelled, understood, place, ignored } = answered(asked, site.places);
			const answer = site.finder.search(query, site.now());
			const { readAs } = answer;
			const faces = await site.store.faces.byIds(
				answer.hits.map(({ id }) => id),
				lang,
			);
			const why = await site.finder.why(query, faces);
			const origin = originOf(site, request);
			const hits = new Map(answer.hits.map((hit) => [hit.id, hit]));
			if (answer.next) reply.header('link', `<${nextUrl(origin, request.url, answer.next)}>; rel="next"`);
			return {
				total: answer.total,
				items: faces.map((face) => itemOf(face, hits.get(face.id)!, why.get(face.id) ?? [], origin)),
				facets: answer.facets,
				next: answer.next,
				understood: understood || readAs !== null ? readingOf({ ...spelled, q: readAs ?? spelled.q }) : null,
				ignored,
				place: place && { name: place.name, lon: place.lon, lat: place.lat },
			};
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
			const found = await publicEntry(site, request.params.id);
			if ('moved' in found) return reply.redirect(`/api/v1/listings/${found.moved}`, 301);
			const { listing } = found;
			return publicListing({ ...listing, position: await positionOf(site, listing) }, originOf(site, request));
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

function itemOf(face: Face, hit: Hit, matches: Match[], origin: string) {
	const named = (kind: 'organisation' | 'venue', one: Face['host']) =>
		one && { name: one.name, url: pageOf(origin, kind, one.slug) };
	return {
		id: face.id,
		kind: face.kind,
		name: face.name,
		url: pageOf(origin, face.kind, face.slug),
		municipality: face.municipality,
		locality: face.locality,
		themes: face.themes,
		position: face.position,
		distance: hit.distance === null ? null : Number(hit.distance.toFixed(3)),
		next: hit.next,
		excerpt: face.excerpt,
		audiences: face.audiences,
		languages: face.languages,
		ages: face.ages,
		free: face.free,
		host: named('organisation', face.host),
		at: named('venue', face.at),
		confirmedAt: face.confirmedAt,
		confirmedBy: face.confirmedBy,
		matches,
	};
}

function nextUrl(origin: string, url: string, cursor: string): string {
	// Of a request line with a whole address only the path counts: the host in it is the client's word.
	const { pathname, searchParams } = new URL(url, origin);
	searchParams.set('cursor', cursor);
	return `${origin}${pathname}?${searchParams}`;
}
