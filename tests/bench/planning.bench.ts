// Planning at the scale of the country: 290 municipalities, 10 million people in 100 000 cells, 60 000 places. Reach for all of
// them, what if a place closes or opens, the best five of 500 sites; beside the same reach by PostGIS in the same run.

import { joinedSquares } from '../../src/planning/joined-squares.ts';
import { indexOf, nearest } from '../../src/planning/nearest.ts';
import { quantilesBy, reachBy, reachMetres, reachOf } from '../../src/planning/reach.ts';
import { bestSites, greedySites } from '../../src/planning/sites.ts';
import { outcomesBy, startOf, whatIf } from '../../src/planning/what-if.ts';
import { type Aim, together, worthsOf } from '../../src/planning/worth.ts';
import { at, ms, printTable, shares, timed } from './figures.ts';
import { startCluster } from './peers/cluster.ts';
import { postgis } from './planning/postgis.ts';
import { dice, ofMunicipality, sweden } from './planning/sweden.ts';

const rows = Number(process.env['SAMLAS_BENCH_ROWS'] ?? 100_000);
const port = Number(process.env['SAMLAS_BENCH_PORT'] ?? 4329);
const country = sweden({ cells: rows, places: Math.round(rows * 0.6) });
const { people, places } = country;
const random = dice(7);

/** Processor milliseconds of work, all threads, beside those of the clock. */
function processor<T>(list: number[], work: () => T): T {
	const before = process.cpuUsage();
	const made = work();
	const { user, system } = process.cpuUsage(before);
	list.push((user + system) / 1000);
	return made;
}

const reach = { clock: [] as number[], processor: [] as number[] };
const wholeCountry = () => {
	const found = nearest(indexOf(places), people);
	reachBy(found.metres, people.persons, reachMetres, people.municipality);
	quantilesBy(found.metres, people.persons, [0.1, 0.5, 0.9], people.municipality);
	return found;
};
let found = wholeCountry();
for (let run = 0; run < 7; run++) found = timed(reach.clock, () => processor(reach.processor, wholeCountry));

const sizes = new Map<number, number>();
for (const code of people.municipality) sizes.set(code, (sizes.get(code) ?? 0) + 1);
const codes = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
const [largest, median] = [codes[0]!, codes[codes.length >> 1]!];
const ofPeople = (code: number) => ofMunicipality(people, code);

function changes(code: number) {
	const here = ofPeople(code);
	const start = startOf(places, here);
	const near = [...new Set(start.now.which)];
	const clock: number[] = [];
	for (let run = 0; run < 200; run++) {
		const close = [near[Math.floor(random() * near.length)]!];
		const person = Math.floor(random() * here.lon.length);
		const opened = { lon: here.lon.slice(person, person + 1), lat: here.lat.slice(person, person + 1) };
		timed(clock, () => {
			const { metres } = whatIf(start, {
				closed: run % 2 ? close : [],
				opened: run % 3 ? opened : { lon: new Float64Array(), lat: new Float64Array() },
			});
			outcomesBy(start.now.metres, metres, here, reachMetres, here.locality);
		});
	}
	return clock;
}

function sites(code: number, aim: Aim) {
	const here = ofPeople(code);
	// A register that knows a tenth of the places, so that there is something to gain.
	const some = Array.from({ length: Math.ceil(places.lon.length / 10) }, (_, place) => place * 10);
	const { metres } = nearest(indexOf(places, some), here);
	const candidates = Array.from({ length: 500 }, () => Math.floor(random() * here.lon.length));
	const points = {
		lon: Float64Array.from(candidates, (row) => here.lon[row]! + (random() - 0.5) / 50),
		lat: Float64Array.from(candidates, (row) => here.lat[row]! + (random() - 0.5) / 100),
	};
	const clock: number[] = [];
	const used: number[] = [];
	const best = timed(clock, () => processor(used, () => bestSites(worthsOf(here, metres, points, aim), 5)));
	const worths = worthsOf(here, metres, points, aim);
	const greedy = together(worths, greedySites(worths, 5)) / best.worth;
	return { ms: clock[0]!, processor: used[0]!, exact: best.exact, greedy, gap: best.bound / best.worth - 1 };
}

const memory = () => Math.round(process.resourceUsage().maxRSS / 1000);
const told = (name: string, list: readonly number[], goal: string) => ({ what: name, goal, ...shares(list) });
const siteRows = ([{ kind: 'distance' }, { kind: 'within', metres: 3000 }] as Aim[]).map((aim) => {
	const runs = codes
		.filter((_, place) => place % 10 === 0)
		.map((code) => sites(code, aim))
		.filter(({ greedy }) => Number.isFinite(greedy));
	return {
		...told(
			`best 5 of 500 sites, ${aim.kind === 'distance' ? 'people times distance' : 'people within 3 km'}`,
			runs.map((run) => run.ms),
			'1000 ms',
		),
		'processor, at most': ms(Math.max(...runs.map((run) => run.processor))),
		'proven best': `${runs.filter(({ exact }) => exact).length} of ${runs.length}`,
		'greedy, least share of it': Math.min(...runs.map(({ greedy }) => greedy)).toFixed(4),
	};
});
// Imported squares, so that nobody is counted alone: as many, a third of which hold fewer than five; the worst for whoever looks for the nearest.
const squares = Array.from(people.lon, (lon, row) => ({
	...{ lon, lat: people.lat[row]!, municipality: people.municipality[row]!, ages: null },
	persons: row % 3 === 0 ? 1 + (row % 4) : people.persons[row]!,
}));
const joining: number[] = [];
for (let run = 0; run < 3; run++) processor(joining, () => joinedSquares(squares));
const ours = [
	told('imported squares joined until nobody is alone, processor', joining, ''),
	told('reach for all of Sweden', reach.clock, '2000 ms'),
	told('the same, processor', reach.processor, ''),
	told(`what if, the largest municipality (${sizes.get(largest)} cells)`, changes(largest), '100 ms'),
	told(`what if, the middle one (${sizes.get(median)} cells)`, changes(median), '100 ms'),
	...siteRows,
];
console.log(
	`${people.lon.length} cells, ${people.persons.reduce((a, b) => a + b, 0)} people, ${places.lon.length} places, ${sizes.size} municipalities with people.`,
);
printTable(ours);
console.log(`Memory at most until here, the country and all: ${memory()} MB (goal: 600).`);

const cluster = startCluster(port);
if (cluster) {
	const peer = await postgis(cluster, country);
	const asked = async (work: () => Promise<unknown>, times: number) => {
		const clock: number[] = [];
		for (let run = 0; run < times; run++) {
			const began = performance.now();
			await work();
			clock.push(performance.now() - began);
		}
		return clock;
	};
	const theirs = await peer.metres();
	// Theirs is nearest on the ellipsoid, and then measured on the sphere: never nearer than ours.
	const off = theirs.map((metres, row) => metres - found.metres[row]!);
	const wrong = off.filter((more, row) => more < -0.01 || more > 0.01 * found.metres[row]! + 0.01).length;
	if (wrong) throw new Error(`${wrong} distances differ`);
	for (const [place, limit] of reachMetres.entries()) {
		const mine = reachOf(found.metres, people.persons, reachMetres).within[place]!;
		const other = await peer.byWithin(limit);
		if (mine !== other) throw new Error(`within ${limit} m: ${mine} and ${other}`);
	}
	const nearestClock = await asked(peer.byNearest, 3);
	const planeClock = await asked(peer.byNearestOnPlane, 3);
	const withinClock = await asked(() => peer.byWithin(5000), 3);
	const all = await asked(async () => {
		for (const limit of reachMetres) await peer.byWithin(limit);
	}, 1);
	const without = await asked(() => peer.without(largest, found.which[0]!), 10);
	const mineMs = at(reach.clock, 0.5);
	const beside = (what: string, list: readonly number[], mine: number) => ({
		PostGIS: what,
		'p50 ms': ms(at(list, 0.5)),
		'beside ours': `${(at(list, 0.5) / mine).toFixed(0)} ×`,
	});
	console.log(
		`The same persons within each of ${reachMetres.length} limits by ST_DWithin on the sphere; no distance nearer, none more than 1 % further.`,
	);
	printTable([
		beside('reach for all of Sweden, KNN (<->)', nearestClock, mineMs),
		beside('the same on the plane of SWEREF 99 TM', planeClock, mineMs),
		beside('reach for all of Sweden, ST_DWithin, five limits', all, mineMs),
		beside('within 5 km alone, ST_DWithin', withinClock, mineMs),
		beside('one municipality anew without a venue, KNN', without, at(changes(largest), 0.5)),
	]);
	await peer.close();
	cluster.stop();
}
