import type { PopulationContent, PopulationLevel } from '../../domain/population.ts';
import type { PeopleProblem, PeopleReason } from './problem.ts';
import type { Raw } from './raw.ts';

/** What keeping a file would do with a record of it. */
export type PeopleFate = 'new' | 'replaces' | 'left_out' | 'refused';

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

/** Everything that keeping a file would do, before it is done. */
export interface PeoplePlan {
	file: string;
	sha256: string;
	format: Raw['format'];
	layer: string | null;
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
