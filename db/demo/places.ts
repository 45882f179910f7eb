import { type Locality, loadGeography } from '../geography/index.ts';
import type { Chance } from './chance.ts';

export { inventedPlace } from './names.ts';

interface Point {
	lon: number;
	lat: number;
}

const KM_PER_DEGREE = 110.57;
// Five decimals are about a metre.
const round = (degrees: number) => Number(degrees.toFixed(5));

function moved({ lon, lat }: Point, km: number, chance: Chance): Point {
	const angle = chance.next() * 2 * Math.PI;
	const away = Math.sqrt(chance.next()) * km;
	return {
		lon: round(lon + (away * Math.sin(angle)) / (111.32 * Math.cos((lat * Math.PI) / 180))),
		lat: round(lat + (away * Math.cos(angle)) / KM_PER_DEGREE),
	};
}

/**
 * A point near a settlement's middle, WGS84. The spread follows its size (2 200 people a square kilometre), kept small so
 * that places by the water seldom fall into it.
 */
export function pointNear(locality: Locality, chance: Chance): Point {
	const km = Math.min(2.5, Math.max(0.25, Math.sqrt(locality.population / 2200 / Math.PI) * 0.6));
	return moved(locality, km, chance);
}

/** A point in the countryside: 2 to 9 km along the way to another settlement, where there is mostly land. */
export function pointBetween(from: Locality, towards: Locality, chance: Chance): Point {
	const lonKm = 111.32 * Math.cos((from.lat * Math.PI) / 180);
	const whole = Math.hypot((towards.lon - from.lon) * lonKm, (towards.lat - from.lat) * KM_PER_DEGREE);
	const share = whole === 0 ? 0 : Math.min(0.55, (2 + chance.next() * 7) / whole);
	const onWay = {
		lon: from.lon + (towards.lon - from.lon) * share,
		lat: from.lat + (towards.lat - from.lat) * share,
	};
	return moved(onWay, 0.6, chance);
}

const settlements = loadGeography().localities;
const byNearness = new Map<number, Locality[]>();

/** The settlement's nearest neighbours, at least two kilometres away: first those of its own municipality. */
export function neighboursOf(locality: Locality): Locality[] {
	const known = byNearness.get(locality.id);
	if (known) return known;
	const scale = Math.cos((locality.lat * Math.PI) / 180);
	const away = (other: Locality) =>
		Math.hypot((other.lon - locality.lon) * scale, other.lat - locality.lat) * KM_PER_DEGREE;
	const candidates = settlements
		.map((other) => ({ other, km: away(other) }))
		.filter(({ km }) => km > 2 && km < 150)
		.map(({ other, km }) => ({ other, rank: other.municipality === locality.municipality ? km : km + 60 }))
		.sort((a, b) => a.rank - b.rank)
		.slice(0, 3)
		.map(({ other }) => other);
	byNearness.set(locality.id, candidates);
	return candidates;
}
