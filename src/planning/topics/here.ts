import { type Kind, kinds } from '../../domain/taxonomies.ts';
import { childThemes, themes, topThemes } from '../../domain/theme.ts';
import type { RegisterRead } from '../../store/inventory.ts';
import { type Area, peopleIn } from '../area.ts';
import { type Basis, bases, basesOf, type Counted, type Judged, type KindBasis, perThousand } from '../basis.ts';
import { type Comparison, compared, missingHere } from '../compared.ts';
import { settlementClasses } from '../ground.ts';
import { figure, type Measure, sumOf, type Tally, type Whereabouts, whereabouts } from '../measures.ts';
import { type Peers, peersOf } from '../peers.ts';
import type { Room } from '../room.ts';
import { toldPeople } from '../told-people.ts';
import { type CountedArea, type CountedMunicipality, countedIn, isWhole } from './counted.ts';

export interface HereQuestion {
	area: Area;
	/** "2026-03" for the figures as they were kept then; null for now. */
	month: string | null;
}

/** A part of a county or the country, or another row of a table: counts and rates by kind. */
export interface PartRow {
	name: string;
	slug: string;
	population: number;
	counts: Record<Kind, number>;
	rates: Record<Kind, number | null>;
	/** Of a municipality: what its figures tell of. */
	bases: Record<Kind, Basis> | null;
}

/** Entries by size of the settlement, beside the people who live in such. */
export interface WhereRow {
	where: Whereabouts;
	/** Null for what nobody could place, for an earlier month, and where it is not told. */
	persons: number | null;
	/** They are fewer than five: neither they nor rates of them are told. */
	masked: boolean;
	counts: Record<Kind, number>;
	rates: Record<Kind, number | null>;
}

/** What there is in an area. */
export interface HereAnswer {
	tally: Tally;
	population: number;
	/** Persons of an estimate's, not counted where they live, of `population`; it matters for parts of municipalities. */
	estimated: number;
	/** Entries that may lie in the area or not: nobody has told where in their municipality. */
	unplaced: number;
	/** Of the municipality itself, or the one that the area is a part of: its name and what its register is worth. */
	register: { name: string; bases: Record<Kind, KindBasis> } | null;
	/** Of a municipality: who it is compared with. */
	peers: (Peers & { group: string; usable: number }) | null;
	/** Of a municipality: each kind, and every theme of associations and of activities, beside the others. */
	kinds: Comparison[];
	themes: Record<'organisation' | 'activity', Comparison[]>;
	/** Themes that most of the others have and this one has not. */
	missing: { measure: Measure; have: number; of: number }[];
	where: WhereRow[];
	registers: RegisterRead[];
	/** Of a county its municipalities, of the country its counties. */
	parts: PartRow[];
	/** Of a county or the country: how many municipalities have figures of each worth, by kind. */
	worth: Record<Kind, Record<Basis, number>> | null;
	/** Unix seconds that the figures are from. */
	at: number;
}

/** Counts an area and puts it beside its like. Null where nothing was kept of that month or area. */
export async function hereTopic(room: Room, { area, month }: HereQuestion): Promise<HereAnswer | null> {
	const counted = await countedIn(room, area, month);
	if (!counted) return null;
	const { all, codes, tally, population, unplaced, registers, at } = counted;
	const own = area.kind === 'municipality' ? all.get(codes[0]!) : undefined;
	const home = codes.length === 1 ? all.get(codes[0]!) : undefined;
	const peers = own ? peersOf(own.code, [...all.values()]) : null;
	const others = peers ? peers.codes.map((code) => all.get(code)!) : [];
	const register = home && { name: home.name, bases: basesAmong(home, all) };
	// Where people lived then was not kept.
	const people = month === null ? peopleRows(room, area) : null;
	return {
		...{ tally, population, unplaced, registers, at },
		estimated: people?.estimated ?? 0,
		register: register ?? null,
		peers: own && peers ? { ...peers, group: own.skrGroup, usable: register!.bases.organisation.compared } : null,
		kinds: own ? compared(kinds, own, others) : [],
		themes: { organisation: themesOf('organisation', own, others), activity: themesOf('activity', own, others) },
		missing: own ? missingThemes(own, others, register!.bases.organisation.basis) : [],
		where: whereRows(tally, people?.byClass ?? null),
		parts: partsOf(area, counted, await room.store.geography.counties()),
		worth: area.kind === 'county' || area.kind === 'country' ? worthOf(counted) : null,
	};
}

type All = ReadonlyMap<string, CountedMunicipality>;

/** What a municipality's figures are worth, among its like. */
function basesAmong(one: CountedMunicipality, all: All): Record<Kind, KindBasis> {
	const { codes } = peersOf(one.code, [...all.values()]);
	return basesOf(
		one,
		codes.map((code) => all.get(code)!),
	);
}

const themesOf = (kind: 'organisation' | 'activity', own: Judged | undefined, others: readonly Judged[]) =>
	own
		? compared(
				themes.map((theme): Measure => `${kind}.theme.${theme}`),
				own,
				others,
			)
		: [];

function missingThemes(own: Judged, others: readonly Judged[], basis: Basis) {
	const lowest = topThemes.flatMap((theme) => (childThemes(theme).length > 0 ? childThemes(theme) : [theme]));
	return missingHere(
		lowest.map((theme): Measure => `organisation.theme.${theme}`),
		own,
		others,
		basis,
	);
}

/** Who lives in an area, by class of settlement; persons. */
function peopleRows(room: Room, area: Area): { byClass: Map<Whereabouts, number>; estimated: number } {
	const { people } = room.ground;
	const byClass = new Map<Whereabouts, number>();
	let estimated = 0;
	for (const row of peopleIn(area, people)) {
		const where = settlementClasses[people.settlement[row]!]!;
		const persons = people.persons[row]!;
		byClass.set(where, (byClass.get(where) ?? 0) + persons);
		estimated += people.estimated[row]! * persons;
	}
	return { byClass, estimated };
}

function whereRows(tally: Tally, persons: ReadonlyMap<Whereabouts, number> | null): WhereRow[] {
	const lives = (where: Whereabouts) => (where === 'unplaced' || !persons ? null : (persons.get(where) ?? 0));
	const told = toldPeople(whereabouts.map(lives));
	return whereabouts.flatMap((where, place) => {
		const { persons: living, masked } = told[place]!;
		const counts = byKind((kind) => figure(tally, `${kind}.where.${where}`));
		const rates = byKind((kind) => (living === null ? null : perThousand(counts[kind], living)));
		const anybody = Boolean(lives(where)) || kinds.some((kind) => counts[kind] > 0);
		return anybody ? [{ where, persons: living, masked, counts, rates }] : [];
	});
}

const byKind = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
	Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

const countsOf = ({ tally, population }: Counted) => ({
	counts: byKind((kind) => figure(tally, kind)),
	rates: byKind((kind) => perThousand(figure(tally, kind), population)),
});

type Counties = readonly { code: string; name: string; slug: string }[];

function partsOf(area: Area, { all, codes }: CountedArea, counties: Counties): PartRow[] {
	if (!isWhole(area) || area.kind === 'municipality') return [];
	const some = codes.flatMap((code) => all.get(code) ?? []);
	if (area.kind === 'county')
		return some.map((one) => {
			const worth = basesAmong(one, all);
			const { name, slug, population } = one;
			return { name, slug, population, ...countsOf(one), bases: byKind((kind) => worth[kind].basis) };
		});
	return counties.map(({ code, name, slug }) => {
		const within = some.filter(({ county }) => county === code);
		const population = within.reduce((sum, one) => sum + one.population, 0);
		const tally = sumOf(within.map((one) => one.tally));
		return { name, slug, population, ...countsOf({ tally, population }), bases: null };
	});
}

/** How many municipalities have figures of each worth. */
function worthOf({ all, codes }: CountedArea): Record<Kind, Record<Basis, number>> {
	const found = codes.flatMap((code) => all.get(code) ?? []).map((one) => basesAmong(one, all));
	return byKind(
		(kind) =>
			Object.fromEntries(
				bases.map((basis) => [basis, found.filter((one) => one[kind].basis === basis).length]),
			) as Record<Basis, number>,
	);
}
