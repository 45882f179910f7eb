import type { MultiPolygon } from './geo.ts';

// No zod here: pages may import it.

/** The kinds of areas that people are counted by, from the largest; a district is one of the municipality's own. */
export const areaLevels = ['municipality', 'district', 'regso', 'deso'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** Squares that people are counted by. */
export const gridLevels = ['grid1000', 'grid250'] as const;
export type GridLevel = (typeof gridLevels)[number];

export type PopulationLevel = AreaLevel | GridLevel;

/** What stands for where people live, finest first: a municipality's people come from the first of these that is imported for it. */
export const finestFirst = ['grid250', 'grid1000', 'deso', 'regso'] as const satisfies PopulationLevel[];
export type PeopleLevel = (typeof finestFirst)[number];

/** Persons by the age bands of planning (`ageBands`), eight of them. */
export type ByBand = readonly number[];

/** An area whose polygon is known: WGS84; the point lies within. */
export interface Area {
	level: AreaLevel;
	code: string;
	name: string;
	/** Four-digit SCB code. */
	municipality: string;
	polygon: MultiPolygon;
	lon: number;
	lat: number;
	/** Its socio-economic type and its people, where they are imported. */
	class?: AreaClass | null;
	persons?: number | null;
}

/** Who lives in an area; `women` is part of `ages`. Null where it is not known. */
export interface AreaFigures {
	level: AreaLevel;
	code: string;
	municipality: string;
	persons: number;
	ages: ByBand | null;
	women: ByBand | null;
}

/** A square with people. East and north: metres in SWEREF 99 TM of its south-west corner; lon/lat: its middle, WGS84. */
export interface GridCell {
	level: GridLevel;
	municipality: string;
	east: number;
	north: number;
	lon: number;
	lat: number;
	persons: number;
	ages: ByBand | null;
}

/** The socio-economic type of an area by Delmos and SCB: 1 great challenges, 2 challenges, 3 mixed, 4 good, 5 very good conditions. */
export type AreaClass = 1 | 2 | 3 | 4 | 5;
export interface ClassedArea {
	level: 'regso' | 'deso';
	code: string;
	class: AreaClass;
}

/** What an import holds, checked and ready to be kept. */
export type PopulationContent =
	| { what: 'areas'; level: AreaLevel; areas: Area[]; figures: AreaFigures[] }
	| { what: 'figures'; level: AreaLevel; figures: AreaFigures[] }
	| { what: 'cells'; level: GridLevel; cells: GridCell[] }
	| { what: 'classes'; level: 'regso' | 'deso'; classes: ClassedArea[] };

/** Where an import comes from. */
export interface PopulationOrigin {
	file: string;
	sha256: string;
	/** Who made the data, and the day or year they tell of, as the operator gives it or the file says. */
	source: string | null;
	date: string | null;
	/** On what terms they may be used. */
	licence?: string | null;
	/** Unix seconds. */
	at: number;
}

/** What stands of a level from one import, of one municipality, or of all together where everybody's is asked for. */
export interface StandingLayer {
	level: PopulationLevel;
	/** Polygons, counted areas, squares, and areas with a socio-economic type. */
	areas: number;
	counted: number;
	cells: number;
	classes: number;
	persons: number;
	/** How many municipalities it tells of. */
	municipalities: number;
	import: PopulationImport;
}

/** One import, or one removal, as it is remembered. */
export interface PopulationImport extends PopulationOrigin {
	id: number;
	what: PopulationContent['what'] | 'removed';
	level: PopulationLevel;
	rows: number;
}
