import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm, type LonLat } from '../../src/domain/geo.ts';
import { type Alteration, withAlteration } from '../../src/domain/scenario-plan.ts';
import type { VenueKind } from '../../src/domain/taxonomies.ts';
import { type Choice, everyPlace } from '../../src/planning/choice.ts';
import type { People } from '../../src/planning/ground.ts';
import type { Effect } from '../../src/planning/scenario-effect.ts';
import { createDesk } from '../../src/server/planning-desk.ts';
import type { Site } from '../../src/site.ts';
import { testSite } from '../site.ts';
import { activity, NOW, venue } from '../store.ts';

const HALMSTAD = '1380';
const FARTHEST = 100_000;

interface Own extends LonLat {
	name: string;
	kind: VenueKind;
	/** Open in the evening by its own hours, or by what happens there. */
	hours: boolean;
	happens: boolean;
	municipality?: string;
}
/** Invented meeting places in and round Halmstad: one alone inland, two at the same point, one of the neighbours. */
const own: Own[] = [
	{ name: 'Slottåsa', kind: 'bygdegard', lon: 12.86, lat: 56.67, hours: false, happens: false },
	{ name: 'Ryggåsa', kind: 'library', lon: 12.86, lat: 56.67, hours: true, happens: false },
	{ name: 'Inlandet', kind: 'bygdegard', lon: 13.05, lat: 56.81, hours: false, happens: true },
	{ name: 'Skolan', kind: 'school', lon: 12.95, lat: 56.76, hours: false, happens: false },
	{ name: 'Församlingen', kind: 'faith_premises', lon: 12.72, lat: 56.71, hours: true, happens: true },
	{ name: 'Grillplatsen', kind: 'outdoor_place', lon: 12.79, lat: 56.62, hours: false, happens: false },
	{ name: 'Grannarnas', kind: 'bygdegard', lon: 12.55, lat: 56.9, hours: true, happens: false, municipality: '1382' },
];

/** Every fifth place in Halland where people live. */
function someOf(people: People): People {
	const rows = [...people.lon.keys()].filter(
		(row) => Math.floor(people.municipality[row]! / 100) === 13 && row % 5 === 0,
	);
	const floats = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
	return {
		...{ lon: floats(people.lon), lat: floats(people.lat), persons: floats(people.persons), byAge: [] },
		municipality: Uint16Array.from(rows, (row) => people.municipality[row]!),
		locality: Int32Array.from(rows, (row) => people.locality[row]!),
		settlement: Uint8Array.from(rows, (row) => people.settlement[row]!),
		estimated: Uint8Array.from(rows, (row) => people.estimated[row]!),
	};
}

async function halmstad(): Promise<{ site: Site; people: People; ids: number[] }> {
	const venues = own.map(({ name, kind, lon, lat, hours, municipality = HALMSTAD }) =>
		venue({
			...{ name, municipality, venueKind: kind, position: { lon, lat, precision: 'exact' } },
			...(hours ? { openingHours: 'Mo-Fr 10:00-21:00' } : {}),
		}),
	);
	const site = await testSite(venues);
	const evening = { start: '2026-03-05T18:30', minutes: 90, rule: 'FREQ=WEEKLY' };
	await site.store.transaction(async (tx) => {
		for (const [at, { name, happens }] of own.entries())
			if (happens)
				await tx.listings.create(
					activity({
						name: `Kör i ${name}`,
						municipality: HALMSTAD,
						venue: site.ids[at],
						schedules: [evening],
					}),
					{ at: NOW, publish: true },
				);
	});
	// Halland's alone, and not all of them: every distance is reckoned one by one below.
	const people = someOf(await site.store.population.people());
	const population = { ...site.store.population, people: async () => people };
	const planning = { ...site.planning, ...createDesk({ ...site.store, population }, () => NOW, { rest: 0 }) };
	return { site: { ...site, planning }, people, ids: site.ids };
}

/** Where one could meet by a scenario, from the list above, said straightforwardly. */
function pointsBy(choice: Choice, plan: Alteration[], ids: number[], towns: Map<number, LonLat>): LonLat[] {
	const found: LonLat[] = [];
	for (const [at, one] of own.entries()) {
		const mine = plan.filter((each) => 'venue' in each && each.venue === ids[at] && !one.municipality);
		const said = (what: string) => mine.find((each) => each.do === what);
		const evening = said('evening') ? true : said('day') ? false : one.hours || one.happens;
		const kind = choice.venueKind.length ? choice.venueKind.includes(one.kind) : one.kind !== 'outdoor_place';
		const counts = kind && (!choice.evening || evening);
		const move = said('move') as LonLat | undefined;
		if (said('close')) continue;
		if (counts) found.push(move ?? one);
		else if (said('use')) found.push(one);
	}
	for (const each of plan) {
		if (each.do === 'open') found.push(each);
		if (each.do === 'town' && towns.has(each.locality)) found.push(towns.get(each.locality)!);
	}
	return found;
}

const metresTo = (points: LonLat[], people: People): number[] =>
	Array.from(people.lon, (lon, row) =>
		Math.min(Number.POSITIVE_INFINITY, ...points.map((at) => 1000 * distanceKm(at, { lon, lat: people.lat[row]! }))),
	);

/** Persons who gain (sign 1) or lose (-1) among some, as sums of rounded sums by settlement, and their person metres. */
function sideBy(people: People, rows: number[], was: number[], is: number[], sign: 1 | -1) {
	const bySettlement = new Map<number, number>();
	let personMetres = 0;
	for (const row of rows) {
		const saved = sign * (Math.min(FARTHEST, was[row]!) - Math.min(FARTHEST, is[row]!));
		// Rounding apart, nearer or further.
		if (!(sign * (was[row]! - is[row]!) > 1e-3)) continue;
		bySettlement.set(people.locality[row]!, (bySettlement.get(people.locality[row]!) ?? 0) + people.persons[row]!);
		personMetres += people.persons[row]! * saved;
	}
	const persons = [...bySettlement.values()].reduce((sum, one) => sum + Math.round(one), 0);
	return { persons, personMetres, settlements: bySettlement.size };
}

const anyPlan = (ids: number[], towns: number[]) =>
	fc
		.array(
			fc.oneof(
				fc.record({
					do: fc.constantFrom('close' as const, 'evening' as const, 'day' as const, 'use' as const),
					venue: fc.constantFrom(...ids),
				}),
				fc.record({
					do: fc.constant('move' as const),
					venue: fc.constantFrom(...ids),
					lon: fc.constantFrom(12.6, 12.9, 13.3),
					lat: fc.constantFrom(56.6, 56.8),
				}),
				fc.record({
					do: fc.constant('open' as const),
					lon: fc.constantFrom(12.7, 13.1, 17.5),
					lat: fc.constantFrom(56.6, 56.75, 60.1),
				}),
				fc.record({ do: fc.constant('town' as const), locality: fc.constantFrom(...towns) }),
			),
			{ maxLength: 6 },
		)
		.map((all) => all.reduce(withAlteration, [] as Alteration[]));

const choices: Choice[] = [
	everyPlace,
	{ ...everyPlace, evening: true },
	{ ...everyPlace, venueKind: ['bygdegard'] },
	{ ...everyPlace, venueKind: ['bygdegard', 'school'], evening: true },
];

test('who gains and who loses is what comes out when all is reckoned anew from the entries, for any scenario', async () => {
	const { site, people, ids } = await halmstad();
	const places = await site.store.geography.localitiesOf(HALMSTAD);
	const towns = new Map(places.map(({ id, lon, lat }) => [id, { lon, lat }]));
	const foreign = (await site.store.geography.localitiesOf('1382'))[0]!.id;
	const rows = [...people.lon.keys()];
	const here = rows.filter((row) => people.municipality[row] === Number(HALMSTAD));
	const there = rows.filter((row) => people.municipality[row] !== Number(HALMSTAD));
	const seen = { gain: 0, lose: 0 };
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...choices),
			anyPlan(ids, [...[...towns.keys()].slice(0, 4), foreign]),
			async (choice, plan) => {
				const { answer } = await site.planning.ask('whatIf', { municipality: HALMSTAD, choice, plan });
				const was = metresTo(pointsBy(choice, [], ids, towns), people);
				const is = metresTo(pointsBy(choice, plan, ids, towns), people);
				for (const [of, effect] of [
					[here, answer.here],
					[there, answer.elsewhere],
				] as [number[], Effect][])
					for (const side of ['gain', 'lose'] as const) {
						const expected = sideBy(people, of, was, is, side === 'gain' ? 1 : -1);
						const told = effect[side];
						if (told.persons === null) continue;
						expect(told.persons).toBe(expected.persons);
						if (!told.persons) continue;
						seen[side]++;
						expect(told.metres! / (expected.personMetres / told.persons)).toBeCloseTo(1, 2);
					}
				for (const one of answer.here.within) {
					const share = (metres: number[]) =>
						here.reduce((sum, row) => sum + (metres[row]! <= one.limit ? people.persons[row]! : 0), 0) / answer.persons;
					expect(one.before).toBe(Math.round(share(was) * 100) / 100);
					expect(one.after).toBe(Math.round(share(is) * 100) / 100);
				}
			},
		),
		{ numRuns: 120 },
	);
	// Both were met, and often.
	expect(seen.gain).toBeGreaterThan(20);
	expect(seen.lose).toBeGreaterThan(20);
});

test('each alteration tells what it comes to: it works, changes nothing that is asked, or is of what is not there', async () => {
	const { site, ids } = await halmstad();
	const [slott, rygg, , school, , , neighbour] = ids;
	const comes = async (choice: Choice, plan: Alteration[]) =>
		(await site.planning.ask('whatIf', { municipality: HALMSTAD, choice, plan })).answer.comes;
	const evening = { ...everyPlace, evening: true };
	expect(await comes(everyPlace, [{ do: 'close', venue: slott! }])).toEqual(['works']);
	expect(await comes(everyPlace, [{ do: 'use', venue: slott! }]), 'it counts already').toEqual(['idle']);
	expect(await comes(everyPlace, [{ do: 'day', venue: rygg! }]), 'hours are not asked about').toEqual(['idle']);
	expect(await comes(evening, [{ do: 'day', venue: rygg! }])).toEqual(['works']);
	expect(await comes(evening, [{ do: 'evening', venue: rygg! }]), 'it is open already').toEqual(['idle']);
	expect(await comes(evening, [{ do: 'close', venue: school! }]), 'it is not one of them').toEqual(['idle']);
	expect(await comes(everyPlace, [{ do: 'close', venue: neighbour! }]), "another municipality's").toEqual(['gone']);
	expect(
		await comes(everyPlace, [
			{ do: 'close', venue: 987_654 },
			{ do: 'town', locality: 1 },
		]),
	).toEqual(['gone', 'gone']);
	// A venue that opens in the evening and moves counts where it comes, not where it was.
	const moved: Alteration[] = [
		{ do: 'evening', venue: slott! },
		{ do: 'move', venue: slott!, lon: 13.3, lat: 56.8 },
	];
	expect(await comes(evening, moved)).toEqual(['works', 'works']);
	const open: Alteration[] = [{ do: 'open', lon: 13.3, lat: 56.8 }];
	const effect = async (plan: Alteration[]) =>
		(await site.planning.ask('whatIf', { municipality: HALMSTAD, choice: evening, plan })).answer.here;
	expect(await effect(moved)).toEqual(await effect(open));
	await site.store.transaction((tx) => tx.listings.archive(slott!, 'closed', NOW));
	await expect
		.poll(() => comes(everyPlace, [{ do: 'close', venue: slott! }]), { message: 'archived since' })
		.toEqual(['gone']);
});

test('the hexagons of a change say nearer where somebody gains and further where somebody loses; none without a change', async () => {
	const { site, ids } = await halmstad();
	const ask = async (plan: Alteration[]) =>
		(await site.planning.ask('whatIf', { municipality: HALMSTAD, choice: everyPlace, plan })).answer;
	expect((await ask([])).hexagons).toEqual([]);
	const closed = await ask([{ do: 'close', venue: ids[2]! }]);
	expect(closed.hexagons.length).toBeGreaterThan(0);
	expect(closed.hexagons.every(({ saved }) => saved < 0)).toBe(true);
	const opened = await ask([{ do: 'open', lon: 13.1, lat: 56.6 }]);
	expect(opened.hexagons.length).toBeGreaterThan(0);
	expect(opened.hexagons.every(({ saved, outline }) => saved > 0 && outline.length >= 6)).toBe(true);
	expect(opened.here.lose).toEqual({ persons: 0, some: false, metres: 0 });
});

test('the best sites are those that trying every choice finds, among buildings that do not count and settlements', async () => {
	const { site, people, ids } = await halmstad();
	const choice: Choice = { ...everyPlace, venueKind: ['bygdegard'] };
	const places = await site.store.geography.localitiesOf(HALMSTAD);
	const here = [...people.lon.keys()].filter((row) => people.municipality[row] === Number(HALMSTAD));
	const now = metresTo([own[0]!, own[2]!, own[6]!], people);
	// Neither what counts, nor what lies outdoors, nor what the scenario has closed.
	const plan: Alteration[] = [{ do: 'close', venue: ids[4]! }];
	const candidates: LonLat[] = [own[1]!, own[3]!, ...places.map(({ lon, lat }) => ({ lon, lat }))];
	const worth = (chosen: LonLat[], value: (was: number, is: number) => number) => {
		const is = metresTo(chosen, people);
		return here.reduce((sum, row) => sum + people.persons[row]! * value(now[row]!, Math.min(now[row]!, is[row]!)), 0);
	};
	const pairs = candidates.flatMap((one, at) => candidates.slice(at).map((other) => [one, other]));
	for (const [aim, value] of [
		[{ kind: 'distance' }, (was: number, is: number) => Math.min(FARTHEST, was) - Math.min(FARTHEST, is)],
		[{ kind: 'within', metres: 3000 }, (was: number, is: number) => Number(was > 3000 && is <= 3000)],
	] as const) {
		const best = Math.max(...pairs.map((pair) => worth(pair, value)));
		const { answer } = await site.planning.ask('sites', { municipality: HALMSTAD, choice, plan, count: 2, aim });
		expect(answer.candidates).toBe(candidates.length);
		expect(answer.compared).toBe(candidates.length);
		expect(answer.exact).toBe(true);
		expect(answer.worth / best).toBeCloseTo(1, 9);
		expect(worth(answer.sites, value) / best, 'by the sites themselves').toBeCloseTo(1, 6);
		expect(answer.sites.reduce((sum, { adds }) => sum + adds, 0) / best).toBeCloseTo(1, 9);
	}
});

test('taking in the best sites one after the other saves what was said, and nothing better is found then', async () => {
	const { site } = await halmstad();
	const choice: Choice = { ...everyPlace, venueKind: ['bygdegard'] };
	const asked = { municipality: HALMSTAD, choice, aim: { kind: 'distance' } as const };
	const { answer } = await site.planning.ask('sites', { ...asked, plan: [], count: 3 });
	const plan = answer.sites.map(({ candidate }) => candidate);
	const then = await site.planning.ask('whatIf', { municipality: HALMSTAD, choice, plan });
	expect(then.answer.here.personMetres / answer.worth).toBeCloseTo(1, 9);
	const next = await site.planning.ask('sites', { ...asked, plan, count: 1 });
	expect(next.answer.sites[0]!.adds).toBeLessThanOrEqual(answer.sites.at(-1)!.adds * (1 + 1e-9));
	expect(next.answer.candidates).toBe(answer.candidates - plan.length);
});

test('a municipality without a venue, and one where nothing is chosen, have answers too', async () => {
	const site = await testSite();
	const plan: Alteration[] = [{ do: 'open', lon: 12.86, lat: 56.67 }];
	const { answer } = await site.planning.ask('whatIf', { municipality: HALMSTAD, choice: everyPlace, plan });
	expect(answer.places).toEqual([]);
	expect(answer.here.half.before).toBeNull();
	expect(answer.here.half.after).toBeGreaterThan(0);
	expect(answer.here.gain.persons).toBe(Math.round(answer.here.gain.persons!));
	// Who had nothing counts as if they had a hundred kilometres.
	expect(answer.here.gain.metres).toBeGreaterThan(50_000);
	expect(answer.here.gain.metres).toBeLessThan(FARTHEST);
	const sites = await site.planning.ask('sites', {
		...{ municipality: HALMSTAD, choice: everyPlace, plan: [], count: 5, aim: { kind: 'within', metres: 1000 } },
	});
	expect(sites.answer.sites).toHaveLength(5);
});
