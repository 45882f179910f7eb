import type { Place } from '../facts/geonames.ts';

const TILE = 512;
const worldX = (lon: number) => ((lon + 180) / 360) * TILE;
const worldY = (lat: number) => {
	const sine = Math.sin((lat * Math.PI) / 180);
	return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * TILE;
};

/** Per zoom: how far apart names stand (pixels), how important a Swedish, how populous a foreign place must be. */
type Rule = { apart: number; importance: number; foreign: number };
const RULES: Record<number, Rule> = {
	3: { apart: 90, importance: 4e5, foreign: 1e9 },
	4: { apart: 90, importance: 9e4, foreign: 1e6 },
	5: { apart: 72, importance: 24000, foreign: 3e5 },
	6: { apart: 72, importance: 14000, foreign: 8e4 },
	7: { apart: 58, importance: 6500, foreign: 3e4 },
	8: { apart: 58, importance: 4700, foreign: 1e4 },
	9: { apart: 44, importance: 0, foreign: 0 },
};
/** What is not placed by the rules comes with the last zooms. */
const LAST = { place: 9.5, district: 10 };
/** Names are wider than high: a vertical distance counts more. */
const STRETCH = 1.6;
/** A capital across a strait comes at this zoom however near it stands; the label engine puts it beside. */
const CAPITAL_ZOOM = 5;

/** Importance on a map of Sweden: population, with an addition for capitals, county and municipal seats. */
export function importance(p: Place): number {
	const swedish = p.country === 'SE';
	const capital = p.feature === 'PPLC' ? 3e6 : 0;
	const seat = !swedish ? 0 : p.feature === 'PPLA' ? 6e4 : p.feature === 'PPLA2' ? 1.2e4 : 0;
	// Malmö must stand before Copenhagen: it is the one that readers of this map look for.
	const home = !swedish ? 0 : 4000 + (p.population > 2.5e5 ? 5e6 : 0);
	return p.population + capital + seat + home;
}

/** A grid over the world at one zoom that tells whether a place stands free of those already put there. */
function freeSpace(zoom: number, apart: number) {
	const scale = 2 ** zoom;
	const cells = new Map<string, Place[]>();
	const at = (p: Place) => ({ x: worldX(p.lon) * scale, y: worldY(p.lat) * scale });
	const cell = (x: number, y: number) => [Math.floor(x / apart), Math.floor(y / apart)] as const;

	const put = (p: Place) => {
		const { x, y } = at(p);
		const key = cell(x, y).join();
		cells.set(key, [...(cells.get(key) ?? []), p]);
	};
	const isFree = (p: Place) => {
		const { x, y } = at(p);
		const [cx, cy] = cell(x, y);
		const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${cx + dx},${cy + dy}`) ?? []));
		return around.every((q) => Math.hypot(at(q).x - x, (at(q).y - y) * STRETCH) >= apart);
	};
	return { put, isFree };
}

function isWanted(p: Place, zoom: number, rule: Rule): boolean {
	if (p.feature === 'PPLX' || importance(p) < rule.importance) return false;
	return p.country === 'SE' || p.feature === 'PPLC' || p.population > rule.foreign || zoom >= 9;
}

/** The first zoom of each place: greedy by importance, so that names never crowd. */
export function firstZooms(places: Place[]): Map<Place, number> {
	const ranked = [...places].sort((a, b) => importance(b) - importance(a) || a.id - b.id);
	const zooms = new Map<Place, number>();
	for (const [key, rule] of Object.entries(RULES)) {
		const zoom = Number(key);
		const space = freeSpace(zoom, rule.apart);
		for (const p of ranked) if (zooms.has(p)) space.put(p);
		for (const p of ranked) {
			if (zooms.has(p) || !isWanted(p, zoom, rule)) continue;
			const isCapital = p.feature === 'PPLC' && zoom >= CAPITAL_ZOOM;
			if (!isCapital && !space.isFree(p)) continue;
			zooms.set(p, zoom);
			space.put(p);
		}
	}
	for (const p of ranked) if (!zooms.has(p)) zooms.set(p, p.feature === 'PPLX' ? LAST.district : LAST.place);
	return zooms;
}
