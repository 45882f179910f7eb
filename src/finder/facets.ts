import type { Query } from '../domain/query.ts';
import type { Facets } from '../domain/search.ts';
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
): Facets {
	const facets = Object.fromEntries(setNames.map((name) => [name, {}])) as Facets;
	const whole = columns.tally(drilled.left);
	const others = new Map<FilterName, Uint32Array>();
	for (const name of setNames)
		if (!allMustHold.includes(name) && asked.has(name)) others.set(name, columns.tally(drilled.aside(name)));
	columns.values.forEach(({ set, value }, place) => {
		const count = (others.get(set) ?? whole)[place]!;
		if (count > 0) facets[set][value] = count;
	});
	facets.audience = forEveryoneToo(columns, drilled.aside('audience'), facets);
	return { ...facets, ...moment.count(drilled.aside('time'), query) };
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function forEveryoneToo(columns: Columns, docs: readonly number[], { audience }: Facets): Record<string, number> {
	const everyone = columns.setOf('audience', 'everyone');
	const values = Object.keys(audience);
	if (!everyone || values.length === 0) return audience;
	// What nobody left names is no choice, though those that are for everyone would be there.
	const sets = values.map((value) => columns.setOf('audience', value)!);
	const counts = new Uint32Array(values.length);
	let open = 0;
	for (const doc of docs) {
		if (everyone.has(doc)) open++;
		else for (let place = 0; place < sets.length; place++) if (sets[place]!.has(doc)) counts[place]!++;
	}
	return Object.fromEntries(values.map((value, place) => [value, counts[place]! + open]));
}
