import { loadGeography } from '../../db/geography/index.ts';
import { createLocator, type Locator } from '../../db/geography/locate.ts';
import { distanceKm, type Position } from '../domain/geo.ts';
import { findPoint, zoneOf } from './clean/coordinates.ts';

/** Where an entry lies, and the name of the settlement when that is known. */
export interface Placed {
	position: Position | null;
	locality: string | null;
	/** Why coordinates that were given are not used. */
	problem: 'not_a_position' | null;
}

export interface PlaceInput {
	/** Code of the municipality that the entry belongs to. */
	municipality: string;
	postcode: string | null;
	postTown: string | null;
	locality: string | null;
	north: string;
	east: string;
}

/** A post address further from its municipality than this is where the post goes, not where the association is. */
const FAR_KM = 60;

/** Finds positions and municipalities; made once an import. */
export function createPlacer() {
	const geography = loadGeography();
	const locator = createLocator(geography);
	const byCode = new Map(geography.municipalities.map((it) => [it.code, it]));
	const names = new Map(geography.localities.map((it) => [it.id, it.name]));
	const addresses = new Map<string, ReturnType<Locator['locateAddress']>>();
	const municipalities = new Map<string, string | null>();
	let zone: string | null = null;

	function locate(input: PlaceInput): ReturnType<Locator['locateAddress']> {
		const key = [input.municipality, input.postcode, input.postTown, input.locality].join('|');
		const known = addresses.get(key);
		if (known !== undefined) return known;
		const parts = {
			municipality: input.municipality,
			...(input.postcode && { postcode: input.postcode }),
			...(input.postTown && { postTown: input.postTown }),
			...(input.locality && { locality: input.locality }),
		};
		const found = locator.locateAddress(parts);
		addresses.set(key, found);
		return found;
	}

	/**
	 * The position of an entry: exact when the file gives coordinates that fall in Sweden near its municipality; else
	 * of its locality or post town; else of its municipality. It never leaves the municipality by more than 60 km.
	 */
	function place(input: PlaceInput): Placed {
		const own = byCode.get(input.municipality);
		const given = input.north !== '' && input.east !== '';
		const point = given ? findPoint(input.north, input.east, own ?? null, zone) : null;
		const found = locate(input);
		const isOwn = own && found?.municipality === own.code;
		// Somewhere in another municipality is nearer to nothing than somewhere in its own.
		const isElsewhere = found && own && found.precision !== 'municipality' && distanceKm(found, own) <= FAR_KM;
		const isNear = isOwn || isElsewhere;
		const locality = isOwn ? (names.get(found.localityId ?? 0) ?? null) : null;
		if (point) return { position: { lon: point.lon, lat: point.lat, precision: 'exact' }, locality, problem: null };
		const problem = given && !isZero(input) ? 'not_a_position' : null;
		if (isNear) return { position: { lon: found.lon, lat: found.lat, precision: found.precision }, locality, problem };
		const position = own ? ({ lon: own.lon, lat: own.lat, precision: 'municipality' } as const) : null;
		return { position, locality: null, problem };
	}

	/** Learns of some coordinates of a file in which zone of SWEREF 99 all of them are. */
	function learn(some: readonly Pick<PlaceInput, 'municipality' | 'north' | 'east'>[]): void {
		zone = zoneOf(
			some.flatMap(({ municipality, north, east }) => {
				const near = byCode.get(municipality);
				return near ? [{ north, east, near }] : [];
			}),
		);
	}

	/** The code of the municipality that a text names, or null. */
	function municipalityOf(text: string): string | null {
		const known = municipalities.get(text);
		if (known !== undefined) return known;
		const code = locator.findMunicipality(text)?.code ?? null;
		municipalities.set(text, code);
		return code;
	}

	return { place, learn, municipalityOf };
}

export type Placer = ReturnType<typeof createPlacer>;

/** Systems write 0, 0 where nobody has given a position. */
const isZero = ({ north, east }: PlaceInput) => /^[0.,\s]*$/.test(north) && /^[0.,\s]*$/.test(east);
