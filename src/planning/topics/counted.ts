import { reached } from '../../domain/freshness.ts';
import type { RegisterRead } from '../../store/inventory.ts';
import { type Area, containment, peopleIn } from '../area.ts';
import type { Counted, Judged } from '../basis.ts';
import { keptFrom } from '../change.ts';
import { figuresOf } from '../figures.ts';
import type { Entry } from '../inventory.ts';
import { sumOf, type Tally } from '../measures.ts';
import type { Candidate } from '../peers.ts';
import type { Room } from '../room.ts';
import type { Placed } from '../settled.ts';
import { tallyOf } from '../tally.ts';

/** A municipality with its figures. */
export interface CountedMunicipality extends Candidate, Judged {
	name: string;
	county: string;
	slug: string;
}

/** The figures of an area, with those of all municipalities behind them. */
export interface CountedArea extends Counted {
	/** By SCB code. */
	all: ReadonlyMap<string, CountedMunicipality>;
	/** SCB codes of the area's municipalities: all of them for the country. */
	codes: string[];
	/** Registers of these that were read in. */
	registers: RegisterRead[];
	/** Entries of its municipalities of which nobody knows whether they lie in the area; none where it consists of municipalities. */
	unplaced: number;
	/** When the figures are from: unix seconds. */
	at: number;
}

/** Whether an area consists of whole municipalities. */
export const isWhole = ({ kind }: Area): boolean => kind === 'country' || kind === 'county' || kind === 'municipality';

/**
 * Counts an area: as it is now, or as it was kept in a month ("2026-03"). Undefined where that was not kept: of a month
 * without figures, and of parts of municipalities.
 */
export async function countedIn(room: Room, area: Area, month: string | null): Promise<CountedArea | undefined> {
	const facts = await room.store.geography.municipalities();
	const now = month === null ? await nowIn(room) : await keptIn(room, month);
	if (!now) return undefined;
	const all = new Map(
		facts.flatMap(({ code, name, slug, county, skrGroup, population }) => {
			const kept = now.of.get(code);
			const one = kept && { tally: kept.tally, population: kept.population ?? population };
			return one ? [[code, { code, name, slug, county, skrGroup, ...one }] as const] : [];
		}),
	);
	const codes = area.municipalities.length > 0 ? area.municipalities : [...all.keys()];
	const some = codes.flatMap((code) => all.get(code) ?? []);
	const registers = now.registers.filter(({ municipality }) => codes.includes(municipality));
	const shared = { all, codes, registers, at: now.at };
	if (isWhole(area)) {
		const population = some.reduce((sum, one) => sum + one.population, 0);
		return { ...shared, tally: sumOf(some.map(({ tally }) => tally)), population, unplaced: 0 };
	}
	if (month !== null) return undefined;
	return { ...shared, ...(await partOf(room, area)) };
}

interface Moment {
	of: ReadonlyMap<string, { tally: Tally; population?: number }>;
	registers: readonly RegisterRead[];
	at: number;
}

async function nowIn(room: Room): Promise<Moment> {
	const { tallies, registers } = await figuresOf(room.store).at(room.now);
	return { of: new Map([...tallies].map(([code, tally]) => [code, { tally }])), registers, at: room.now };
}

async function keptIn(room: Room, month: string): Promise<Moment | undefined> {
	const rows = await room.store.monthlyFigures.ofMonth(month);
	const [first] = rows;
	if (!first) return undefined;
	const registers = (await room.store.inventory.registers()).filter(({ readAt }) => readAt <= first.takenAt);
	return { of: new Map(rows.map((row) => [row.municipality, keptFrom(row)])), registers, at: first.takenAt };
}

/** A part of municipalities: its entries are looked at one by one. */
async function partOf(room: Room, area: Area): Promise<Counted & { unplaced: number }> {
	const found = await figuresOf(room.store).entries(area.municipalities);
	const lies = liesIn(area);
	const inside = found.filter((one) => lies(one) === true);
	const where = new Map(inside.map(({ entry, placed }) => [entry, placed.where]));
	const silent = reached('silent', room.now);
	const { persons } = room.ground.people;
	return {
		tally: tallyOf(where.keys(), { silent, where: (entry) => where.get(entry)! }),
		population: peopleIn(area, room.ground.people).reduce((sum, row) => sum + persons[row]!, 0),
		unplaced: found.filter((one) => lies(one) === undefined).length,
	};
}

/** Tells whether an entry lies in a locality, a district or a drawn area; undefined when it is not known well enough. */
function liesIn({ locality, polygon }: Area): (one: { entry: Entry; placed: Placed }) => boolean | undefined {
	if (!polygon)
		return ({ placed }) => (placed.where === 'unplaced' ? undefined : placed.locality === locality && locality !== 0);
	const holds = containment(polygon);
	return ({ entry: { lon, lat, precision } }) =>
		lon === null || lat === null || precision === 'municipality' ? undefined : holds(lon, lat);
}
