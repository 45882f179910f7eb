import type { Place } from '../facts/geonames.ts';
import type { Ring } from './geometry.ts';
import {
	type Box,
	boundsOf,
	clipRing,
	clipToConvex,
	type MapFeature,
	type Polygon,
	polygonFeature,
} from './geometry.ts';

/** No open data of built-up areas is at hand: a soft disc of the size that the population would fill. */
const PEOPLE_PER_KM2 = 2200;
const LEAST_PEOPLE = 700;
const MOST_PEOPLE = 300000;
/** Discs of falling size laid on one another make a soft edge. */
const STEPS = [1.25, 1.12, 1, 0.88, 0.76, 0.64, 0.5];
const REACH = 1.4;
const CELL = 0.5;

const firstZoom = (population: number) => (population > 20000 ? 5 : population > 3000 ? 7 : 8);
const cellsOf = (box: Box) => {
	const keys: string[] = [];
	for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++) {
		for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) keys.push(`${x},${y}`);
	}
	return keys;
};

/** Finds the land in a small box; the mainland is cut to cells once, since it is too long to cut each time. */
function landFinder(land: Polygon[]): (box: Box) => Ring[] {
	const small = new Map<string, Ring[]>();
	const large: Ring[] = [];
	for (const [ring = []] of land) {
		const box = boundsOf(ring);
		if ((box[2] - box[0]) * (box[3] - box[1]) > 4) large.push(ring);
		else for (const key of cellsOf(box)) small.set(key, [...(small.get(key) ?? []), ring]);
	}
	const cut = new Map<string, Ring[]>();
	const largeIn = (x: number, y: number) => {
		const key = `${x},${y}`;
		const known = cut.get(key) ?? large.map((r) => clipRing(r, [x - 0.3, y - 0.3, x + 1.3, y + 1.3]));
		cut.set(key, known);
		return known;
	};
	return (box) => {
		const islands = new Set(cellsOf(box).flatMap((key) => small.get(key) ?? []));
		const mainland = largeIn(Math.floor((box[0] + box[2]) / 2), Math.floor((box[1] + box[3]) / 2));
		return [...islands, ...mainland].map((r) => clipRing(r, box)).filter((r) => r.length > 0);
	};
}

function disc(lon: number, lat: number, rx: number, ry: number, corners: number): Ring {
	return Array.from({ length: corners + 1 }, (_, i) => {
		const angle = ((i % corners) / corners) * 2 * Math.PI;
		return [lon + rx * Math.cos(angle), lat + ry * Math.sin(angle)];
	});
}

function* discsOf(p: Place, landIn: (box: Box) => Ring[]): Generator<Ring> {
	const km = Math.sqrt(Math.min(p.population, MOST_PEOPLE) / PEOPLE_PER_KM2 / Math.PI);
	const rx = km / (111.32 * Math.cos((p.lat * Math.PI) / 180));
	const ry = km / 110.57;
	const land = landIn([p.lon - rx * REACH, p.lat - ry * REACH, p.lon + rx * REACH, p.lat + ry * REACH]);
	for (const step of STEPS) {
		const outline = disc(p.lon, p.lat, rx * step, ry * step, p.population > 1e5 ? 64 : 32);
		for (const ring of land) {
			const cut = clipToConvex(ring, outline);
			if (cut.length > 3) yield cut;
		}
	}
}

/** Where people live, as a soft tint on land around each Swedish settlement. */
export function buildSettlements(places: Place[], land: Polygon[]): MapFeature[] {
	const landIn = landFinder(land);
	return places
		.filter((p) => p.country === 'SE' && p.feature !== 'PPLX' && p.population >= LEAST_PEOPLE)
		.flatMap((p) =>
			[...discsOf(p, landIn)].map((ring) => polygonFeature([ring], { min_zoom: firstZoom(p.population) })),
		);
}
