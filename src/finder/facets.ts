import type { LonLat } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import { type Facets, facetNames, radii } from '../domain/search.ts';
import { Aside } from './aside.ts';
import type { Columns } from './columns.ts';
import type { Docs } from './docs.ts';
import type { Drilled } from './drill.ts';
import { allMustHold, type FilterName } from './filters.ts';
import type { Moment } from './moment.ts';
import type { Nearness } from './nearness.ts';
import type { Spatial } from './spatial.ts';
import type { TimeCounts } from './time-counts.ts';
import { asksTime } from './times.ts';
import { type SetName, setNames } from './values.ts';

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
	const asideOf = (name: FilterName) => (asked.has(name) ? drilled.aside(name) : new Aside(drilled.left));
	const facets: Facets = { ...noFacets };
	for (const name of setNames) {
		const own = asked.has(name) && !allMustHold.includes(name);
		facets[name] = own ? countsAside(parts, name, drilled.aside(name)) : countsLeft(parts, name, drilled.left);
	}
	if (query.near) facets.radius = within(parts, query.near, asideOf('near'));
	return { ...facets, ...times(parts, asideOf('time'), query) };
}

const isKept = ({ all }: Parts, docs: Docs) => docs.kept || docs === all;

/** Of what is left all filters are counted at once; what others will ask for too is kept, and frozen since it is given to all. */
function countsLeft(parts: Parts, name: SetName, docs: Docs): Record<string, number> {
	const count = () => namedCounts(parts.columns, name, docs.tally);
	return isKept(parts, docs) ? docs.made(`counts ${name}`, null, () => Object.freeze(count())) : count();
}

/** Of what is left without a filter, that filter alone; what is kept for others has been counted for all. */
function countsAside(parts: Parts, name: SetName, aside: Aside): Record<string, number> {
	const { docs, whole } = aside;
	if (whole && isKept(parts, docs)) return countsLeft(parts, name, docs);
	return namedCounts(parts.columns, name, aside.tallyOf(parts.columns, name));
}

/** The counts of one filter by value. */
function namedCounts(columns: Columns, name: SetName, tally: Uint32Array): Record<string, number> {
	const counts: Record<string, number> = {};
	const places = columns.values.placesOf(name);
	const names = columns.values.namesOf(name);
	for (let at = 0; at < places.length; at++) {
		const count = tally[places[at]!]!;
		if (count > 0) counts[names[at]!] = count;
	}
	return name === 'audience' ? withEveryone(counts) : counts;
}

/** How many lie within each distance that is offered. */
function within({ spatial, near, all }: Parts, point: LonLat, aside: Aside): Record<string, number> {
	const counts = aside.whole && aside.docs === all ? spatial.count(point, radii) : near!.countWithin(aside, radii);
	return Object.fromEntries(radii.map((km, place) => [km, counts[place]!]));
}

/** How many have a time for each value of the time filters. */
function times({ moment, all }: Parts, aside: Aside, query: Query): TimeCounts {
	const { docs, whole } = aside;
	const count = () => moment.count(aside.lists, query);
	if (whole && docs === all && !query.date) return moment.countAll(query);
	if (asksTime(query) || !whole) return count();
	return docs.kept ? docs.made('times', moment.minute, count) : count();
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function withEveryone(audience: Record<string, number>): Record<string, number> {
	const { everyone = 0 } = audience;
	return Object.fromEntries(
		Object.entries(audience).map(([value, count]) => [value, value === 'everyone' ? count : count + everyone]),
	);
}
