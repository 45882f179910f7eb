import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Invalid } from '../../domain/errors.ts';
import type { Store } from '../../store/open.ts';
import { compare } from '../compare.ts';
import { type Candidate, keyed } from '../identity.ts';
import { tally } from '../import.ts';
import { createPlacer } from '../locate.ts';
import type { Plan } from '../plan.ts';
import { type Problem, shown } from '../problem.ts';
import { unpack } from '../read/bytes.ts';
import { arrayLines } from '../read/json-lines.ts';
import { validEntry } from '../validate.ts';
import { type Element, venueOf } from './venue.ts';

/** The register that OpenStreetMap is to a municipality. */
export const OSM = 'osm';

const point = z.object({ lat: z.number(), lon: z.number() });
const ElementSchema = z.object({
	type: z.enum(['node', 'way', 'relation']),
	id: z.int(),
	lat: z.number().optional(),
	lon: z.number().optional(),
	center: point.optional(),
	tags: z.record(z.string(), z.string()).default({}),
});
const AnswerSchema = z.object({ elements: z.array(z.unknown()), remark: z.string().optional() });

/** A plan, and how many places had no name. */
export type OsmPlan = Plan & { skipped: number };

export interface OsmInput {
	store: Store;
	bytes: Uint8Array;
	fileName: string;
	municipality: string;
}

/**
 * Reads an answer from Overpass (JSON) and works out what publishing its venues would do; writes nothing. Throws
 * `Invalid` (`file: not_osm`, or `no_places` when no place in it has a name) for anything else. An entry is known by OpenStreetMap's own type and id.
 */
export async function prepareOsm({ store, bytes, fileName, municipality }: OsmInput): Promise<OsmPlan> {
	const text = new TextDecoder().decode(unpack(bytes));
	const answer = AnswerSchema.safeParse(parsed(text));
	// A remark tells that Overpass ran out of time or memory: what it gave is not all there is.
	if (!answer.success || /error/i.test(answer.data.remark ?? '')) throw new Invalid({ file: 'not_osm' });
	const lines = arrayLines(text, answer.data.elements.length);
	const problems: Problem[] = [];
	const candidates: Candidate[] = [];
	const placer = createPlacer();
	let skipped = 0;
	let rows = 0;
	for (const [i, given] of answer.data.elements.entries()) {
		const line = lines[i] ?? i + 1;
		const element = ElementSchema.safeParse(given);
		if (!element.success) continue;
		const entry = venueOf(element.data as Element, line, municipality, placer, problems);
		if (entry === 'unnamed') skipped++;
		if (entry === null || entry === 'unnamed') continue;
		rows++;
		const listing = validEntry(entry, line, problems);
		if (listing) candidates.push({ line, id: `${element.data.type}/${element.data.id}`, listing });
	}
	// An answer without places is a question that found no municipality, and would archive all that was there.
	if (rows === 0) throw new Invalid({ file: 'no_places' });
	const { rows: keyedRows, duplicates } = keyed(candidates);
	for (const { line, listing } of duplicates)
		problems.push({ line, field: 'row', reason: 'duplicate', value: shown(listing.name) });
	const { untaken, ...compared } = await compare(store, municipality, OSM, keyedRows);
	return {
		file: fileName,
		sha256: createHash('sha256').update(bytes).digest('hex'),
		municipality,
		register: OSM,
		format: 'osm',
		encoding: 'utf-8',
		delimiter: null,
		sheet: null,
		mapping: null,
		known: true,
		unknownColumns: [],
		columns: [],
		missingColumns: [],
		unplaced: {},
		contacts: 0,
		skipped,
		...compared,
		...tally(rows, compared, rows - candidates.length + duplicates.length, 0, [...problems, ...untaken]),
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
