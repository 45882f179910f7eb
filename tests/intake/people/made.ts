import proj4 from 'proj4';
import { loadGeography } from '#db/geography/index.ts';
import { preparePeople } from '../../../src/intake/people/prepare.ts';
import { readGeoPackage } from '../../../src/store/geopackage.ts';
import type { Store } from '../../../src/store/open.ts';

// Invented areas in and around Halmstad (1380) and Kalmar (0880); nothing here is SCB's.

const TM = proj4('+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs');
/** Degrees as metres east and north in SWEREF 99 TM. */
export const metres = ([lon, lat]: [number, number]) => TM.forward([lon, lat]) as [number, number];

type Pair = [number, number];
export const square = ([w, s]: Pair, side = 0.1): Pair[] => [
	[w, s],
	[w + side, s],
	[w + side, s + side],
	[w, s + side],
	[w, s],
];
export const feature = (properties: object, ring: Pair[] | null) => ({
	type: 'Feature',
	properties,
	geometry: ring && { type: 'Polygon', coordinates: [ring] },
});
export const collection = (features: object[], more: object = {}) =>
	JSON.stringify({ type: 'FeatureCollection', ...more, features });

type Over = { municipality?: string };
const bytesOf = (content: string | Uint8Array) =>
	typeof content === 'string' ? new TextEncoder().encode(content) : content;
const { municipalities } = loadGeography();

/** Plans a file where nothing is imported yet. */
export const plan = (content: string | Uint8Array, { municipality = null }: { municipality?: string | null } = {}) =>
	preparePeople({
		bytes: bytesOf(content),
		fileName: 'file',
		municipality,
		source: null,
		date: null,
		municipalities,
		borders: [],
		known: async () => ({ polygons: new Set(), all: new Set() }),
		readGeoPackage,
	});

/** Plans a file beside what a store has. */
export const planWith = async (store: Store, content: string | Uint8Array, { municipality }: Over = {}) =>
	preparePeople({
		bytes: bytesOf(content),
		fileName: 'file',
		municipality: municipality ?? null,
		source: null,
		date: null,
		municipalities: await store.geography.municipalities(),
		borders: await store.areas.all('municipality'),
		known: store.population.codes,
		readGeoPackage,
	});

export const reasons = (of: { problems: { reason: string }[] }) =>
	[...new Set(of.problems.map(({ reason }) => reason))].sort();
