import type { Query } from '../domain/query.ts';
import { type Facets, facetNames, radii } from '../domain/search.ts';
import { type Columns, setNames } from './columns.ts';
import type { Drilled } from './drill.ts';
import { allMustHold, type FilterName } from './filters.ts';
import type { Moment } from './moment.ts';

/** How many would be left for each value of each filter, the filter's own choice set aside where any of its values will do. */
export function facetCounts(
	{ columns, moment }: { columns: Columns; moment: Moment },
	drilled: Drilled,
	asked: ReadonlySet<FilterName>,
	query: Query,
	/** Kilometres to the documents left, in their order; none where the query is near nothing. */
	distances: Float64Array,
	/** Whether the query leaves everything: then it has been counted already. */
	everything: boolean,
): Facets {
	const facets = Object.fromEntries(facetNames.map((name) => [name, {}])) as Facets;
	const whole = everything ? columns.tallyAll() : columns.tally(drilled.left);
	const others = new Map<FilterName, Uint32Array>();
	for (const name of setNames)
		if (!allMustHold.includes(name) && asked.has(name)) others.set(name, columns.tally(drilled.keptOutBy(name)));
	columns.values.forEach(({ set, value }, place) => {
		const count = whole[place]! + (others.get(set)?.[place] ?? 0);
		if (count > 0) facets[set][value] = count;
	});
	facets.audience = withEveryone(facets.audience);
	if (query.near) {
		const keptOut = drilled.keptOutBy('near');
		const further = columns.distancesFrom(query.near, keptOut, new Float64Array(keptOut.length));
		facets.radius = within([distances, further]);
	}
	const times = everything ? moment.countAll() : moment.count([drilled.left, drilled.keptOutBy('time')], query);
	return { ...facets, ...times };
}

/** How many lie within each distance that is offered. */
function within(lists: readonly Float64Array[]): Record<string, number> {
	const counts = new Uint32Array(radii.length);
	for (const distances of lists)
		for (let at = 0; at < distances.length; at++)
			for (let place = radii.length - 1; place >= 0 && distances[at]! <= radii[place]!; place--) counts[place]!++;
	return Object.fromEntries(radii.map((km, place) => [km, counts[place]!]));
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function withEveryone(audience: Record<string, number>): Record<string, number> {
	const { everyone = 0 } = audience;
	return Object.fromEntries(
		Object.entries(audience).map(([value, count]) => [value, value === 'everyone' ? count : count + everyone]),
	);
}
