import type { Counts, Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';

/** The report for other programs. The counts and `problems` are a promise; see docs/importing.md. */
export interface MachineReport extends Counts {
	problems: Problem[];
	batch: number | null;
	dryRun: boolean;
	file: string;
	sha256: string;
	municipality: string;
	register: string;
	format: string;
	encoding: string | null;
	delimiter: string | null;
	sheet: string | null;
	mapping: Plan['mapping'];
	/** Whether the export was recognised, or its mapping only proposed. */
	known: boolean;
	unknownColumns: string[];
	missingColumns: string[];
	unplaced: { label: string; rows: number }[];
	/** Rows that named contact persons. */
	contacts: number;
}

/** What is kept with the batch and written by `--report`. */
export function machineReport(plan: Plan, batch: number | null = null, dryRun = false): MachineReport {
	const { file, sha256, municipality, register, format, encoding, delimiter, sheet } = plan;
	const unplaced = Object.entries(plan.unplaced).map(([label, rows]) => ({ label, rows }));
	return {
		...plan.counts,
		problems: plan.problems,
		batch,
		dryRun,
		file,
		sha256,
		municipality,
		register,
		format,
		encoding,
		delimiter,
		sheet,
		mapping: plan.mapping,
		known: plan.known,
		unknownColumns: plan.unknownColumns,
		missingColumns: plan.missingColumns,
		unplaced: unplaced.sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1)),
		contacts: plan.contacts,
	};
}
