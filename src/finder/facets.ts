import type { LonLat } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import { type Facets, facetNames, radii } from '../domain/search.ts';
import { type Columns, type SetName, setNames } from './columns.ts';
import type { Docs, Drilled } from './drill.ts';
import { allMustHold, type FilterName } from './filters.ts';
import type { Moment } from './moment.ts';
import type { Nearness } from './nearness.ts';
import type { Spatial } from './spatial.ts';

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
}

/** How many would be left for each value of each filter, the filter's own choice set aside where any of its values will do. */
export function facetCounts(
	parts: Parts & { moment: Moment },
	drilled: Drilled,
	asked: ReadonlySet<FilterName>,
	query: Query,
	/** Whether the query leaves everything: then it has been counted already. */
	everything: boolean,
): Facets {
	const { columns, moment } = parts;
	const asideOf = (name: FilterName) => (asked.has(name) ? drilled.aside(name) : drilled.left);
	const facets: Facets = { ...noFacets };
	for (const name of setNames) {
		const docs = allMustHold.includes(name) ? drilled.left : asideOf(name);
		facets[name] = docs.named(name, () => namedCounts(columns, name, docs.tally));
	}
	if (query.near) facets.radius = within(parts, query.near, asideOf('near'));
	const times = everything ? moment.countAll() : moment.count([asideOf('time').list], query);
	return { ...facets, ...times };
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
function within({ spatial, near, all }: Parts, point: LonLat, docs: Docs): Record<string, number> {
	const counts = docs === all ? spatial.count(point, radii) : near!.countWithin(docs.list, radii);
	return Object.fromEntries(radii.map((km, place) => [km, counts[place]!]));
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function withEveryone(audience: Record<string, number>): Record<string, number> {
	const { everyone = 0 } = audience;
	return Object.fromEntries(
		Object.entries(audience).map(([value, count]) => [value, value === 'everyone' ? count : count + everyone]),
	);
}
