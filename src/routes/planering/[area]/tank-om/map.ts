import { type Bbox, inBox, type LonLat } from '#domain/geo.ts';
import type { Alteration } from '#domain/scenario-plan.ts';
import type { WhatIfAnswer } from '#planning/topics/what-if.ts';
import { m } from '#text/generated/messages.js';
import { getLocale } from '#text/generated/runtime.js';
import { drawMap } from '../../../../charts/map.ts';
import type { Names } from './said.ts';

/** How the marks of the map look, by what they mean; classes of chart.css. */
const looks = ['better-3', 'better-2', 'better-1', 'worse-1', 'worse-2', 'worse-3'] as const;
export type HexLook = (typeof looks)[number];
export type PlaceLook = 'counts' | 'other' | 'closed' | 'new';

const lookSaid: Record<HexLook, () => string> = {
	'better-1': m.whatif_better_1,
	'better-2': m.whatif_better_2,
	'better-3': m.whatif_better_3,
	'worse-1': m.whatif_worse_1,
	'worse-2': m.whatif_worse_2,
	'worse-3': m.whatif_worse_3,
};
const placeSaid: Record<PlaceLook, () => string> = {
	counts: m.whatif_mark_counts,
	other: m.whatif_mark_other,
	closed: m.whatif_mark_gone,
	new: m.whatif_mark_new,
};

const KM = 1000;

/** In which class so many metres saved (less than nothing: lost) stand. */
function lookOf(saved: number): HexLook {
	const far = Math.abs(saved);
	const size = far >= 5 * KM ? 3 : far >= KM ? 2 : 1;
	return `${saved > 0 ? 'better' : 'worse'}-${size}`;
}

export interface MapPlace extends LonLat {
	/** The venue's entry; null for a place that the scenario makes. */
	id: number | null;
	name: string;
	look: PlaceLook;
	/** Open in the evening by its own hours. */
	evening: boolean;
}

/** What the map of a scenario shows; the page draws it anew, the server once as a picture. */
export interface ScenarioMap {
	bounds: Bbox;
	hexagons: { ring: [number, number][]; look: HexLook }[];
	places: MapPlace[];
	legend: { look: string; label: string }[];
}

/** What a scenario's map shows. */
export function scenarioMap(answer: WhatIfAnswer, plan: readonly Alteration[], names: Names): ScenarioMap {
	const own: MapPlace[] = answer.places.map(({ listing, lon, lat, counts, would, evening }) => ({
		...{ id: listing, lon, lat, evening, name: names.venues.get(listing) ?? '' },
		look: would ? 'counts' : counts ? 'closed' : 'other',
	}));
	const places = [...own, ...newPlaces(answer, plan, names)];
	const hexagons = answer.hexagons.map(({ outline, saved }) => ({ ring: outline.map(short), look: lookOf(saved) }));
	return {
		bounds: boundsOf([...names.settlements, ...places], hexagons),
		hexagons,
		places,
		legend: legendOf(hexagons, places),
	};
}

const short = ([lon, lat]: [number, number]): [number, number] => [Number(lon.toFixed(5)), Number(lat.toFixed(5))];

function newPlaces(answer: WhatIfAnswer, plan: readonly Alteration[], names: Names): MapPlace[] {
	return plan.flatMap((one, at): MapPlace[] => {
		if (answer.comes[at] !== 'works') return [];
		const made = { id: null, look: 'new' as const, evening: false };
		if (one.do === 'open') return [{ ...made, lon: one.lon, lat: one.lat, name: m.whatif_mark_new() }];
		if (one.do === 'move')
			return [{ ...made, lon: one.lon, lat: one.lat, name: names.venues.get(one.venue) ?? m.whatif_mark_new() }];
		if (one.do === 'use') {
			const place = answer.places.find(({ listing }) => listing === one.venue)!;
			return [{ ...made, lon: place.lon, lat: place.lat, name: names.venues.get(one.venue) ?? '' }];
		}
		const town = one.do === 'town' && names.settlements.find(({ id }) => id === one.locality);
		return town ? [{ ...made, lon: town.lon, lat: town.lat, name: town.name }] : [];
	});
}

/** Degrees of latitude round what is shown; of longitude twice as many, which are as far. */
const MARGIN = 0.03;
/** So far beyond the municipality's own places what changes is still shown. */
const BEYOND = 0.2;

function boundsOf(own: readonly LonLat[], hexagons: ScenarioMap['hexagons']): Bbox {
	const near = grown(boxOf(own), BEYOND);
	const changed = hexagons.flatMap(({ ring }) => ring.map(([lon, lat]) => ({ lon, lat })));
	return grown(boxOf([...own, ...changed.filter((corner) => inBox(corner, near))]), MARGIN);
}

const boxOf = (all: readonly LonLat[]): Bbox => {
	const [lons, lats] = [all.map(({ lon }) => lon), all.map(({ lat }) => lat)];
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};
const grown = ([west, south, east, north]: Bbox, by: number): Bbox => [
	west - 2 * by,
	south - by,
	east + 2 * by,
	north + by,
];

function legendOf(hexagons: ScenarioMap['hexagons'], places: readonly MapPlace[]): ScenarioMap['legend'] {
	const [hex, place] = [new Set(hexagons.map(({ look }) => look)), new Set(places.map(({ look }) => look))];
	const order: PlaceLook[] = ['counts', 'other', 'closed', 'new'];
	return [
		...looks.filter((look) => hex.has(look)).map((look) => ({ look, label: lookSaid[look]() })),
		...order.filter((look) => place.has(look)).map((look) => ({ look: `venue-${look}`, label: placeSaid[look]() })),
	];
}

const SIZE: Record<PlaceLook, number> = { other: 3, counts: 4.5, closed: 5.5, new: 7 };

/** The map as a picture, for who has no other. */
export function scenarioPicture({ bounds, hexagons, places }: ScenarioMap): Promise<string> {
	const inOrder = [...places].sort((a, b) => SIZE[a.look] - SIZE[b.look]);
	return drawMap({
		bounds,
		lang: getLocale(),
		surfaces: hexagons.map(({ ring, look }) => ({ rings: [ring], look, said: lookSaid[look]() })),
		dots: inOrder.map(({ lon, lat, look, name }) => ({
			lon,
			lat,
			look: `venue-${look}`,
			size: SIZE[look],
			said: name,
		})),
	});
}

/** What one sees on it, for who does not. */
export const mapAlt = ({ hexagons }: ScenarioMap): string =>
	m.whatif_map_alt({
		better: hexagons.filter(({ look }) => look.startsWith('better')).length,
		worse: hexagons.filter(({ look }) => look.startsWith('worse')).length,
	});
