import type { LonLat } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import { type Facets, facetNames, radii } from '../domain/search.ts';
import { type Columns, type SetName, setNames } from './columns.ts';
import type { Docs } from './docs.ts';
import type { Drilled } from './drill.ts';
import { allMustHold, type FilterName } from './filters.ts';
import type { Moment, TimeCounts } from './moment.ts';
import type { Nearness } from './nearness.ts';
import type { Spatial } from './spatial.ts';
import { asksTime } from './times.ts';

/** What is answered when no counts are asked for. */
export const noFacets = Object.freeze(
	Object.fromEntries(facetNames.map((name) => [name, Object.freeze({})])),
) as unknown as Facets;

interface Parts {
	columns: Columns;
	spatial: Spatial;
	/** Measures from the place of the query, if it has one. */
	near: Nearness | null;
	/** Every document that is there. */
	all: Docs;
	moment: Moment;
}

/** How many would be left for each value of each filter, the filter's own choice set aside where any of its values will do. */
export function facetCounts(parts: Parts, drilled: Drilled, asked: ReadonlySet<FilterName>, query: Query): Facets {
	const asideOf = (name: FilterName) => (asked.has(name) ? drilled.aside(name) : [drilled.left]);
	const facets: Facets = { ...noFacets };
	for (const name of setNames) {
		const own = asked.has(name) && !allMustHold.includes(name);
		facets[name] = own ? countsAside(parts, name, drilled.aside(name)) : countsLeft(parts, name, drilled.left);
	}
	if (query.near) facets.radius = within(parts, query.near, asideOf('near'));
	return { ...facets, ...times(parts, asideOf('time'), query) };
}

/** Of what is left all filters are counted at once. */
const countsLeft = ({ columns }: Parts, name: SetName, docs: Docs) =>
	docs.made(`counts ${name}`, null, () => Object.freeze(namedCounts(columns, name, docs.tally)));

/** Of what is left without a filter, that filter alone; what is kept for others has been counted for all. */
function countsAside(parts: Parts, name: SetName, docs: readonly Docs[]): Record<string, number> {
	const { columns } = parts;
	const [first, second] = docs as [Docs, Docs?];
	if (!second && (first.kept || first === parts.all)) return countsLeft(parts, name, first);
	const tally = columns.tallyOf(name, first.list);
	if (second) columns.tallyOf(name, second.list, tally);
	return namedCounts(columns, name, tally);
}

/** The counts of one filter by value. */
function namedCounts(columns: Columns, name: SetName, tally: Uint32Array): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const place of columns.placesOf(name)) {
		const count = tally[place]!;
		if (count > 0) counts[columns.values[place]!.value] = count;
	}
	return name === 'audience' ? withEveryone(counts) : counts;
}

/** How many lie within each distance that is offered. */
function within({ spatial, near, all }: Parts, point: LonLat, docs: readonly Docs[]): Record<string, number> {
	const counts = docs[0] === all ? [spatial.count(point, radii)] : docs.map((some) => near!.countWithin(some, radii));
	return Object.fromEntries(radii.map((km, place) => [km, counts.reduce((sum, some) => sum + some[place]!, 0)]));
}

/** How many have a time for each value of the time filters. */
function times({ moment, all }: Parts, docs: readonly Docs[], query: Query): TimeCounts {
	const [first] = docs as [Docs];
	const count = () =>
		moment.count(
			docs.map(({ list }) => list),
			query,
		);
	if (asksTime(query)) return count();
	if (first === all) return moment.countAll();
	return first.kept ? first.made('times', moment.minute, count) : count();
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function withEveryone(audience: Record<string, number>): Record<string, number> {
	const { everyone = 0 } = audience;
	return Object.fromEntries(
		Object.entries(audience).map(([value, count]) => [value, value === 'everyone' ? count : count + everyone]),
	);
}
