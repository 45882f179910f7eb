import { type Locality, loadGeography } from '../geography/index.ts';
import type { Chance } from './chance.ts';

/** How much is invented for one municipality. */
export interface Density {
	code: string;
	localities: Locality[];
	organisations: number;
	venues: number;
	/** Activities beside those that organisations hold in any case. */
	activities: number;
}

/** A town, a district of a big city and three rural municipalities are dense with life. */
const dense: Record<string, { organisations: number; venues: number; activities: number; only?: readonly string[] }> = {
	'1380': { organisations: 320, venues: 110, activities: 420 },
	'1480': {
		organisations: 220,
		venues: 60,
		activities: 300,
		only: ['Angered', 'Hammarkullen', 'Lövgärdet', 'Rannebergen', 'Gårdsten', 'Eriksbo', 'Olofstorp'],
	},
	'2283': { organisations: 120, venues: 60, activities: 150 },
	'2313': { organisations: 100, venues: 55, activities: 120 },
	'1270': { organisations: 100, venues: 50, activities: 120 },
};
const thin = { organisations: 9, venues: 4, activities: 7 };

/** What the normal scale invents, by municipality. */
export function densities(): Density[] {
	const { municipalities, localities } = loadGeography();
	const byCode = Map.groupBy(localities, ({ municipality }) => municipality);
	return municipalities.map(({ code }) => {
		const { only, ...counts } = { only: undefined, ...thin, ...dense[code] };
		const all = byCode.get(code) ?? [];
		return { code, ...counts, localities: only ? all.filter(({ name }) => only.includes(name)) : all };
	});
}

const starts =
	'Björk Ljung Sol Äng Gran Ek Lind Hassel Ras Kvarn Mos Hög Sjö Ask Alm Vit Små Brunn Kors Stens Berg Rön Tall Sand'.split(
		' ',
	);
const ends = 'hult åsa ryd torp näs vik dala bo hed lunda kulla mala löv fors backa stad röd sele gärde holma'.split(
	' ',
);

/** The name of a village or quarter that does not exist, put together as such names are. */
export function inventedPlace(chance: Chance): string {
	const start = chance.one(starts);
	const end = chance.one(ends);
	return start.at(-1) === end[0] ? start + end.slice(1) : start + end;
}

const streets =
	'Björkvägen Skolgatan Kyrkvägen Ängsstigen Kvarnbacken Solvägen Parkgatan Smedjegatan Ljungstigen Bygatan Industrivägen Strandvägen'.split(
		' ',
	);

/** A street address that could be anywhere. */
export const inventedStreet = (chance: Chance): string => `${chance.one(streets)} ${chance.whole(1, 64)}`;

/**
 * A point near a settlement's middle, WGS84. The spread follows its size (2 200 people a square kilometre), kept small so
 * that places by the water seldom fall into it; five decimals are about a metre.
 */
export function pointNear({ lon, lat, population }: Locality, chance: Chance): { lon: number; lat: number } {
	const km = Math.min(2.5, Math.max(0.25, Math.sqrt(population / 2200 / Math.PI) * 0.6));
	const angle = chance.next() * 2 * Math.PI;
	const away = Math.sqrt(chance.next()) * km;
	const round = (degrees: number) => Number(degrees.toFixed(5));
	return {
		lon: round(lon + (away * Math.sin(angle)) / (111.32 * Math.cos((lat * Math.PI) / 180))),
		lat: round(lat + (away * Math.cos(angle)) / 110.57),
	};
}
