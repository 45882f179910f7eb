import type { ExpressionSpecification, Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import { type SpotLook, spotPicture } from '#components/spot-pictures.ts';
import { kinds } from '#domain/taxonomies.ts';

/** Beyond this zoom nothing new is told: the same tiles are drawn larger. */
const DEEPEST = 18;
const SOURCE = 'spots';
/** So many pictures are kept, some ten kilobytes each; a tile has its own copies of those it shows. */
const MOST_PICTURES = 500;

/** The kind of an entry or the only one that a cluster has, else `mixed`. */
const what = [
	'case',
	['has', 'kind'],
	['get', 'kind'],
	...kinds.flatMap((kind) => [['==', ['get', kind], ['get', 'count']], kind]),
	'mixed',
] as unknown as ExpressionSpecification;
const count: ExpressionSpecification = ['coalesce', ['get', 'count'], 1];

/** The look that a picture's name stands for, as the layer below writes it; null for a picture that is not ours. */
function lookOf(name: string, number: (count: number) => string): SpotLook | null {
	const [spot, what, count, approximate] = name.split(' ');
	if (spot !== 'spot') return null;
	return {
		what: what as SpotLook['what'],
		text: Number(count) > 1 ? number(Number(count)) : '',
		large: what === 'mixed' && Number(count) >= 100,
		approximate: approximate === 'true',
	};
}

/** Gives the map its pictures of spots when it asks for them, in the colours that the page has then; `number` writes a number. */
export function lendPictures(map: MapLibre, number: (count: number) => string): void {
	const lent = new Set<string>();
	map.on('style.load', () => lent.clear());
	map.setMissingStyleImageResolver((name) => {
		const look = lookOf(name, number);
		if (!look) return;
		const style = getComputedStyle(map.getContainer());
		// Twice as fine as a plain screen: a spot seldom falls on whole pixels.
		const pixelRatio = Math.max(2, Math.ceil(devicePixelRatio));
		const picture = spotPicture(look, (token) => style.getPropertyValue(token).trim(), pixelRatio);
		map.addImage(name, picture, { pixelRatio });
		lent.add(name);
		const [oldest] = lent;
		if (lent.size <= MOST_PICTURES || !oldest) return;
		map.removeImage(oldest);
		lent.delete(oldest);
	});
}

/** Draws the spots of a query (URL parameters) from the server's vector tiles. To be called again after every loading of a style. */
export function drawSpots(map: MapLibre, params: string): void {
	const tiles = [`${location.origin}/api/v1/tiles/{z}/{x}/{y}.mvt?${params}`];
	const known = map.getSource<VectorTileSource>(SOURCE);
	if (known) return void known.setTiles(tiles);
	map.addSource(SOURCE, { type: 'vector', tiles, maxzoom: DEEPEST });
	map.addLayer({
		id: SOURCE,
		type: 'symbol',
		source: SOURCE,
		'source-layer': 'spots',
		layout: {
			'icon-image': ['concat', 'spot ', what, ' ', count, ' ', ['get', 'approximate']],
			'icon-allow-overlap': true,
			'icon-ignore-placement': true,
			'symbol-sort-key': count,
		},
	});
}
