import { distanceKm } from './distance.ts';
import { fold, tidy, unabbreviate } from './fold.ts';
import { createMunicipalityFinder } from './municipality-finder.ts';
import { createPostcodeFinder } from './postcode-finder.ts';
import type { Geography, Locality, Municipality, PostTown } from './types.ts';

/** What an address may say; each in the spelling of its source. `municipality` is a code or a name. */
export type AddressParts = { postcode?: string; postTown?: string; locality?: string; municipality?: string };

/** A position in WGS84 degrees that never pretends to be better than its precision. */
export type Located = {
	lon: number;
	lat: number;
	precision: 'locality' | 'municipality';
	localityId?: number;
	/** Four-digit code of the municipality that the position lies in. */
	municipality?: string;
};

export type Locator = {
	/** Position of an address from its names and postcode, or null when they tell nothing. Never throws. */
	locateAddress(parts: AddressParts): Located | null;
	/** The settlement nearest to a WGS84 point and how far its centre is, in kilometres. */
	nearestLocality(lon: number, lat: number): { locality: Locality; km: number };
	/** Code of the municipality of the nearest settlement: an estimate, wrong near borders. */
	municipalityAt(lon: number, lat: number): string;
	/** The municipality of a code or name in many spellings. */
	findMunicipality(text: string): Municipality | undefined;
	/** The post town of a postcode. */
	postTownOf(postcode: string): PostTown | undefined;
};

/** An address belongs to its municipality's register but may lie just across the border. */
const NEIGHBOUR_KM = 25;
/** Of several settlements of one name without any other clue, only a much larger one may be meant. */
const MUCH_LARGER = 10;

const withoutPostcode = (town: string) => tidy(town).replace(/^(se?\s)?\d{3}\s?\d{2}\s/, '');
const spellingsOf = (town: string) => {
	const name = withoutPostcode(town);
	return [...new Set([name, unabbreviate(name)])];
};

function dominant(homonyms: Locality[]): Locality | undefined {
	const [first, second] = [...homonyms].sort((a, b) => b.population - a.population);
	return first && (!second || first.population >= MUCH_LARGER * second.population) ? first : undefined;
}

/** Builds the indexes once; every call after it is a look-up. */
export function createLocator(geography: Geography): Locator {
	const { localities, municipalities } = geography;
	const findMunicipality = createMunicipalityFinder(municipalities);
	const postTownOf = createPostcodeFinder(geography.postcodes);
	const byId = new Map(localities.map((l) => [l.id, l]));
	const byCode = new Map(municipalities.map((m) => [m.code, m]));
	const exact = Map.groupBy(localities, (l) => tidy(l.name));
	const folded = Map.groupBy(localities, (l) => fold(l.name));

	const townsByName = Map.groupBy(geography.postcodes.towns, (t) => fold(t.name));

	const homonyms = (town: string): Locality[] => {
		const names = spellingsOf(town);
		const found = names.flatMap((n) => exact.get(n) ?? []);
		return found.length > 0 ? found : names.flatMap((n) => folded.get(fold(n)) ?? []);
	};

	const nearMunicipality = (candidates: Locality[], municipality: Municipality | undefined) => {
		if (!municipality) return undefined;
		const [nearest] = candidates.map((l) => ({ l, km: distanceKm(l, municipality) })).sort((a, b) => a.km - b.km);
		return nearest && nearest.km <= NEIGHBOUR_KM ? nearest.l : undefined;
	};

	/** A post town of the same name far away, that our settlements do not know, makes the name ambiguous. */
	const unambiguous = (town: string, candidates: Locality[]) => {
		const chosen = dominant(candidates);
		const towns = spellingsOf(town).flatMap((n) => townsByName.get(fold(n)) ?? []);
		const isFar = (t: PostTown) => chosen && !nearMunicipality([chosen], byCode.get(t.municipality));
		const rival = towns.find((t) => t.locality !== chosen?.id && t.municipality !== chosen?.municipality && isFar(t));
		return rival ? undefined : chosen;
	};

	const chooseByName = (town: string, own: Municipality | undefined, post: PostTown | undefined) => {
		const candidates = homonyms(town);
		return (
			candidates.find((l) => l.municipality === own?.code) ??
			candidates.find((l) => l.id === post?.locality) ??
			candidates.find((l) => l.municipality === post?.municipality) ??
			nearMunicipality(candidates, byCode.get(post?.municipality ?? '') ?? own) ??
			(own || post ? undefined : unambiguous(town, candidates))
		);
	};

	const atLocality = (l: Locality): Located => ({
		lon: l.lon,
		lat: l.lat,
		precision: 'locality',
		localityId: l.id,
		municipality: l.municipality,
	});

	const atMunicipality = (m: Municipality): Located => ({
		lon: m.lon,
		lat: m.lat,
		precision: 'municipality',
		municipality: m.code,
	});

	const locateAddress = (parts: AddressParts): Located | null => {
		const own = parts.municipality ? findMunicipality(parts.municipality) : undefined;
		const post = parts.postcode ? postTownOf(parts.postcode) : undefined;
		for (const name of [parts.locality, parts.postTown]) {
			const chosen = name ? chooseByName(name, own, post) : undefined;
			if (chosen) return atLocality(chosen);
		}
		const posted = byId.get(post?.locality ?? 0);
		if (posted) return atLocality(posted);
		const municipality = byCode.get(post?.municipality ?? '') ?? own;
		return municipality ? atMunicipality(municipality) : null;
	};

	const nearestLocality = (lon: number, lat: number) => {
		let best = localities[0] as Locality;
		let km = distanceKm(best, { lon, lat });
		for (const locality of localities) {
			const distance = distanceKm(locality, { lon, lat });
			if (distance < km) [best, km] = [locality, distance];
		}
		return { locality: best, km };
	};

	const municipalityAt = (lon: number, lat: number) => nearestLocality(lon, lat).locality.municipality;

	return { locateAddress, nearestLocality, municipalityAt, findMunicipality, postTownOf };
}
