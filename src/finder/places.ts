import { type Geography, type Locality, loadGeography, type Municipality } from '../../db/geography/index.ts';
import { createLocator } from '../../db/geography/locate.ts';
import { type Bbox, boxAround, distanceKm, inBox, type LonLat } from '../domain/geo.ts';
import type { Overview, OverviewSpot } from '../domain/overview.ts';
import type { Located } from '../domain/parts/part.ts';
import type { Query } from '../domain/query.ts';
import { fold } from './fold.ts';
import { createForeignNames } from './foreign-names.ts';

/** A place that people name: a settlement or a municipality. */
export interface Place extends LonLat {
	name: string;
	kind: 'locality' | 'municipality';
	municipality: { code: string; name: string };
}

/** A place offered while somebody types. */
export interface OfferedPlace extends Place {
	/** What finds it: its name, with its municipality where several share the name ("Mora, Säter"). */
	text: string;
}

/** Kilometres from a settlement's middle that still are beside it. */
const BESIDE_KM = 4;

/** A post address further from its municipality than this is where the post goes, not where it is. */
const FAR_KM = 60;

/** Places by name, and addresses by what they say. */
export interface Places extends Located {
	/** The place a text names: "Oskarström", "Oskarström, Halmstad", "Halmstads kommun", "1380"; the largest of several. */
	find(text: string): Place | null;
	/** Whether some words of a sentence are a place; `led` behind one that leads to a place: else only what can be nothing else. */
	isPlace(text: string, led: boolean): boolean;
	/** What Swedish calls a place that is named otherwise ("ستوكهولم", "Tukholmassa"): a text that finds it. Null when there is no need. */
	swedish(text: string): string | null;
	/** Places whose name begins with (or holds a word that begins with) a text, largest first. */
	suggest(text: string, limit?: number): OfferedPlace[];
	/** The largest settlement in a box; null where there is none. */
	largestIn(box: Bbox): Place | null;
}

/** Builds the index of place names. */
export function createPlaces(geography: Geography = loadGeography()): Places {
	const locator = createLocator(geography);
	const municipalities = new Map(geography.municipalities.map((one) => [one.code, one]));
	const localities = [...geography.localities].sort((a, b) => b.population - a.population);
	const byName = Map.groupBy(localities, ({ name }) => fold(name));
	const all = [
		...geography.municipalities.map((one) => ({
			// By both of its names: "Falun" and "Falu kommun".
			key: `${fold(one.name)} ${fold(one.fullName)}`,
			size: one.population,
			place: ofMunicipality(one),
		})),
		...localities.map((one) => ({ key: fold(one.name), size: one.population, place: ofLocality(one, municipalities) })),
	].sort((a, b) => b.size - a.size);

	const foreign = createForeignNames(geography.localities, geography.names, (text) => byName.get(text)?.[0] ?? null);

	function find(text: string): Place | null {
		return ofSwedish(text) ?? ofForeign(text, true);
	}

	function ofForeign(text: string, led: boolean): Place | null {
		const found = foreign.find(text, led);
		return found && ofLocality(found, municipalities);
	}

	function ofSwedish(text: string): Place | null {
		const asked = text.trim();
		if (!asked) return null;
		const [name = '', within] = asked.split(',').map((part) => part.trim());
		const homonyms = byName.get(fold(name)) ?? [];
		const owner = within ? locator.findMunicipality(within) : undefined;
		if (owner) {
			const inside = homonyms.find(({ municipality }) => municipality === owner.code);
			return inside ? ofLocality(inside, municipalities) : null;
		}
		// "Halmstad" is both; "Halmstads kommun" and "1380" only the municipality.
		if (homonyms[0]) return ofLocality(homonyms[0], municipalities);
		const municipality = locator.findMunicipality(asked);
		return municipality ? ofMunicipality(municipality) : null;
	}

	function textOf({ name, kind, municipality }: Place): string {
		const homonyms = byName.get(fold(name)) ?? [];
		if (kind === 'municipality' || homonyms.length < 2) return name;
		// The town that a municipality is named after is the one that people mean.
		if (name === municipality.name && homonyms[0]!.municipality === municipality.code) return name;
		return `${name}, ${municipality.name}`;
	}

	function suggest(text: string, limit = 8): OfferedPlace[] {
		const start = fold(text.trim());
		if (!start) return [];
		const found = new Map<string, Place>();
		for (const { key, place } of all) {
			if (!key.startsWith(start) && !key.includes(` ${start}`)) continue;
			const label = `${place.name}/${place.municipality.code}`;
			if (!found.has(label)) found.set(label, place);
			if (found.size >= limit) break;
		}
		return [...found.values()].map((place) => ({ ...place, text: textOf(place) }));
	}

	function largestIn(box: Bbox): Place | null {
		const largest = localities.find((one) => inBox(one, box));
		return largest ? ofLocality(largest, municipalities) : null;
	}

	function locate({ municipality, locality, postcode, postTown }: Parameters<Located['locate']>[0]) {
		const own = municipalities.get(municipality);
		if (!own) return null;
		const at = locator.locateAddress({
			municipality,
			...(locality && { locality }),
			...(postcode && { postcode }),
			...(postTown && { postTown }),
		});
		// Somewhere in another municipality is nearer to nothing than somewhere in its own.
		const near =
			at && (at.municipality === municipality || (at.precision === 'locality' && distanceKm(at, own) <= FAR_KM));
		const { lon, lat, precision } = near ? at : { ...own, precision: 'municipality' as const };
		return { lon, lat, precision };
	}

	return {
		find,
		isPlace: (text, led) => !/^\d+$/.test(text) && ((led ? ofSwedish(text) : null) ?? ofForeign(text, led)) !== null,
		swedish(text) {
			const place = ofSwedish(text) ? null : ofForeign(text, true);
			return place && textOf(place);
		},
		suggest,
		largestIn,
		locate,
		postTownOf: (postcode) => locator.postTownOf(postcode)?.name ?? null,
		isMunicipality: (code) => municipalities.has(code),
		middleOf(code) {
			const own = municipalities.get(code);
			return own ? { lon: own.lon, lat: own.lat } : null;
		},
	};
}

function ofLocality({ name, lon, lat, municipality }: Locality, municipalities: Map<string, Municipality>): Place {
	return {
		name,
		lon,
		lat,
		kind: 'locality',
		municipality: { code: municipality, name: municipalities.get(municipality)!.name },
	};
}

function ofMunicipality({ code, name, fullName, lon, lat }: Municipality): Place {
	return { name: fullName, lon, lat, kind: 'municipality', municipality: { code, name } };
}

/** Where most of an overview is: the largest settlement of its largest spot, null when that has none; and how much is there. */
export function mostOf({ spots }: Overview, places: Places): { place: string | null; count: number } {
	const largest = spots.at(-1);
	return { place: largest ? nameOf(largest, places) : null, count: largest?.count ?? 0 };
}

/** The settlement that a spot is known by: the largest in its box, or one that a small box lies beside. */
export function nameOf({ lon, lat, box }: OverviewSpot, places: Places): string | null {
	return (places.largestIn(box) ?? places.largestIn(boxAround({ lon, lat }, BESIDE_KM)))?.name ?? null;
}

/**
 * A query with the place it names found: a settlement becomes a point to search around (nearest first unless another
 * order is asked for words), a whole municipality a filter. One function for page, API and map.
 */
export function withPlace(query: Query, places: Places): { query: Query; place: Place | null; unknownPlace: boolean } {
	if (query.near || !query.place) return { query, place: null, unknownPlace: false };
	const place = places.find(query.place);
	if (!place) return { query, place: null, unknownPlace: true };
	// Somebody who gives a distance means from there, also of a municipality.
	if (place.kind === 'municipality' && query.radius === null) {
		const municipality = [...new Set([...query.municipality, place.municipality.code])];
		return { query: { ...query, municipality }, place, unknownPlace: false };
	}
	const { lon, lat } = place;
	const sort = query.sort === 'relevance' && !query.q ? 'distance' : query.sort;
	return { query: { ...query, near: { lon, lat }, sort }, place, unknownPlace: false };
}
