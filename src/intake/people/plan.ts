import type { ColumnMeaning, PeopleFate } from '../../domain/people-upload-state.ts';
import type { PopulationContent, PopulationLevel } from '../../domain/population.ts';
import type { PeopleProblem, PeopleReason } from './problem.ts';
import type { Raw } from './raw.ts';

export interface PlannedRecord {
	line: number;
	code: string;
	fate: PeopleFate;
	/** Why it is left out or refused. */
	reason: PeopleReason | null;
}

/** What a file says of a municipality beside what is registered there. */
export interface MunicipalitySum {
	code: string;
	name: string;
	/** Areas or squares. */
	count: number;
	persons: number;
	/** Registered population of the package. */
	registered: number;
	/** Areas with people whose polygons nobody has: while there are any, the estimate stands. */
	withoutPolygon: number;
}

export interface PlannedColumn {
	name: string;
	sample: string;
	/** Null where nothing is done with it. */
	meaning: ColumnMeaning | null;
}

/** Everything that keeping a file would do, before it is done. */
export interface PeoplePlan {
	file: string;
	sha256: string;
	format: Raw['format'];
	layer: string | null;
	layers: Raw['layers'];
	/** The columns in the order of the file, each with something that it holds and what it is taken to mean. */
	columns: PlannedColumn[];
	/** The coordinate system that was used; null where there are no coordinates. */
	system: string | null;
	level: PopulationLevel | null;
	source: string | null;
	date: string | null;
	/** What would be kept; empty where the file is refused. */
	contents: PopulationContent[];
	rows: PlannedRecord[];
	problems: PeopleProblem[];
	sums: MunicipalitySum[];
}
