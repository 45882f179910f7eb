import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { QuerySchema } from '../domain/query.ts';
import type { MapSpot } from '../domain/search.ts';
import { isApproximate } from '../domain/taxonomies.ts';
import { answered } from '../finder/answered.ts';
import type { Site } from '../site.ts';
import type { Placed } from '../store/faces.ts';
import { type Bytes, bytesOf } from './bytes.ts';
import { KeptAnswers } from './kept-answers.ts';
import { Lang, MapShape, ProblemShape, plainJson } from './shapes.ts';
import { type Put, putListed, Written } from './written.ts';

const MapQuery = QuerySchema.extend({
	zoom: z.coerce.number().min(0).max(22).default(5).describe('Zoom of the map, 0-22: how large the clusters are'),
	lang: Lang,
}).strict();

/** Bytes of spots and names that are kept: some three hundred each. */
const MOST_BYTES = 4 * 2 ** 20;
/** Twice so many answers are kept, at most: some sixty kilobytes each. */
const MOST_ANSWERS = 30;

export const mapRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	const written = new Written(site.store, MOST_BYTES);
	const answers = new KeptAnswers(site, { most: MOST_ANSWERS });
	api.get(
		'/map',
		{
			schema: {
				tags: ['Listings'],
				summary: 'The same search as spots for a map (GeoJSON)',
				description:
					'Clusters with counts for each kind; larger ones where there would be more than 5 000 spots. Where everything in a spot lies at one and the same point, `entries` names up to twenty of them.',
				querystring: MapQuery,
				response: { 200: MapShape, 400: ProblemShape },
			},
			preParsing: answers.first,
			serializerCompiler: plainJson,
		},
		async (request, reply) => {
			const { zoom, lang, ...asked } = request.query;
			const { query } = answered(asked, site.places, site.now());
			const spots = site.finder.map(query, Math.floor(zoom), site.now());
			const of = (write: (one: Placed) => string) => async (missing: number[]) =>
				(await site.store.faces.placed(missing, lang)).map((one) => [one.id, write(one)] as const);
			const ways = [
				{ way: `spot ${lang}`, write: of(spotOf) },
				{ way: lang, write: of(nameOf) },
			];
			const body = await written.of(ways, (putSpot, putName) =>
				bytesOf((out) => putSpots(out, spots, putSpot!, putName!)),
			);
			return answers.send(request, reply, { body, type: 'application/geo+json; charset=utf-8' });
		},
	);
};

/** Who lies in a spot. */
const nameOf = ({ id, kind, slug, name }: Placed) => JSON.stringify({ id, kind, slug, name });

const startOf = ({ lon, lat, count, organisation, venue, activity, approximate }: Omit<MapSpot, 'ids'>) =>
	`{"type":"Feature","geometry":{"type":"Point","coordinates":[${lon},${lat}]},"properties":{"count":${count},"organisation":${organisation},"venue":${venue},"activity":${activity},"approximate":${approximate},"entries":[`;
const END = ']}}';

/** A spot where one entry lies alone: most are, close up, and whoever asks is told the same of it. */
function spotOf(one: Placed): string {
	const { kind, lon, lat, precision } = one;
	if (lon === null || lat === null || precision === null) return '';
	const ofKind = { organisation: 0, venue: 0, activity: 0, [kind]: 1 };
	return `${startOf({ lon, lat, count: 1, ...ofKind, approximate: isApproximate(precision) })}${nameOf(one)}${END}`;
}

/** Spots as GeoJSON, written out by hand: a map asks for hundreds at once. What has been taken back since it was found is left out. */
function putSpots(out: Bytes, spots: readonly MapSpot[], putSpot: Put, putName: Put): void {
	out.ascii('{"type":"FeatureCollection","features":[');
	putListed(out, spots, (spot) => {
		if (spot.count === 1 && spot.ids.length === 1) return putSpot(spot.ids[0]!, out);
		out.ascii(startOf(spot));
		putListed(out, spot.ids, (id) => putName(id, out));
		out.ascii(END);
		return true;
	});
	out.ascii(']}');
}
