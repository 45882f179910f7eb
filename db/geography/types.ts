/** SKR municipality group 2023, from the most urban (A1) to the most rural (C9). */
export type SkrGroupCode = 'A1' | 'A2' | 'B3' | 'B4' | 'B5' | 'C6' | 'C7' | 'C8' | 'C9';
export type SkrGroup = { code: SkrGroupCode; name: { sv: string; en: string } };

/** A county (län); `lon`/`lat` is a point for its label, in WGS84 degrees. */
export type County = { code: string; name: string; nameEn: string; slug: string; lon: number; lat: number };

export type Municipality = {
	/** Four-digit SCB code; the first two digits are the county's. */
	code: string;
	name: string;
	/** Only where English has another name. */
	nameEn?: string;
	/** "Östersunds kommun", in the right genitive. */
	fullName: string;
	slug: string;
	county: string;
	skrGroup: SkrGroupCode;
	/** Registered population, see the file's `populationDate`. */
	population: number;
	/** Position of the seat locality, WGS84 degrees. */
	lon: number;
	lat: number;
	/** West, south, east, north: estimated from its localities with a margin, not a border. */
	bbox: [number, number, number, number];
};

export type Locality = {
	/** GeoNames id. */
	id: number;
	name: string;
	municipality: string;
	lon: number;
	lat: number;
	/** As GeoNames has it: of different years, sometimes rounded; for order of size only. */
	population: number;
	/** The municipality's seat, another settlement, or a part of a town. */
	kind: 'seat' | 'locality' | 'district';
};

/** A post town within one municipality; `locality` is the settlement of that name, where there is one. */
export type PostTown = { name: string; municipality: string; locality?: number };

export type Postcodes = {
	towns: PostTown[];
	/** First and last postcode and the index of the town, sorted; codes in between count as the same town. */
	ranges: [first: number, last: number, town: number][];
};

export type Geography = {
	counties: County[];
	municipalities: Municipality[];
	localities: Locality[];
	/** What some of them are called in other languages and scripts, by GeoNames id. */
	names: [id: number, ...names: string[]][];
	skrGroups: SkrGroup[];
	postcodes: Postcodes;
};
