import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { minutesFor } from '../../src/domain/travel.ts';
import { indexOf } from '../../src/planning/nearest.ts';
import { minutesOf, type Roads, soonest } from '../../src/planning/travel.ts';
import { createRoads } from '../../src/server/route-server.ts';
import { haversine, peopleOf, pointsOf } from './people.ts';

const opened: { close(): void; closeAllConnections(): void }[] = [];
afterEach(() => {
	for (const server of opened.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

/** A server of our own on a free port; gives its address. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
	const server = createServer(answer);
	opened.push(server);
	await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Asked {
	profile: string;
	from: [number, number][];
	to: [number, number][];
}

/** Reads a question as OSRM does. */
function read({ url }: IncomingMessage): Asked {
	const { pathname, searchParams } = new URL(url!, 'http://localhost');
	const [, service, version, profile, points] = /^(?:\/routes)?\/(\w+)\/(\w+)\/(\w+)\/(.*)$/.exec(pathname)!;
	expect([service, version, searchParams.get('annotations')]).toEqual(['table', 'v1', 'duration']);
	const all = points!.split(';').map((point) => point.split(',').map(Number) as [number, number]);
	const chosen = (name: string) =>
		searchParams
			.get(name)!
			.split(';')
			.map((place) => all[Number(place)]!);
	return { profile: profile!, from: chosen('sources'), to: chosen('destinations') };
}

/** Answers as OSRM does, with seconds by a rule of the test. */
function osrm(seconds: (from: [number, number], to: [number, number]) => number | null, asked: Asked[] = []) {
	return (request: IncomingMessage, response: ServerResponse) => {
		const question = read(request);
		asked.push(question);
		response.setHeader('content-type', 'application/json');
		response.end(
			JSON.stringify({
				code: 'Ok',
				durations: question.from.map((from) => question.to.map((to) => seconds(from, to))),
				sources: [],
				destinations: [],
			}),
		);
	};
}

const places = pointsOf([
	[15, 63],
	[15.1, 63],
	[15.2, 63],
]);
const people = peopleOf([
	{ at: [15.01, 63], persons: 10 },
	{ at: [15.19, 63], persons: 20 },
]);
const scene = { places, people, index: indexOf(places) };

test('without a server minutes are by rule, and it is said', async () => {
	const { minutes, which, used, byRule } = await soonest(scene, 'foot', null);
	expect([...which]).toEqual([0, 2]);
	expect([used, byRule]).toEqual(['rule', 2]);
	expect(minutes[0]).toBeCloseTo(minutesFor('foot', haversine(places, 0, people, 0) / 1000), 6);
	expect([...minutesOf(Float64Array.of(1000, Number.POSITIVE_INFINITY), 'foot')]).toEqual([
		15.600000000000001,
		Number.POSITIVE_INFINITY,
	]);
});

test('a server that knows roads is asked about what is near, and another place than the nearest may be soonest', async () => {
	const asked: Asked[] = [];
	// A lake lies before the first place.
	const address = await serve(osrm(([,], [lon]) => (lon === 15 ? 3600 : lon === 15.1 ? 600 : 1200), asked));
	const { minutes, which, used, byRule } = await soonest(scene, 'bicycle', createRoads(`${address}/routes/`));
	expect([[...minutes], [...which], used, byRule]).toEqual([[10, 10], [1, 1], 'roads', 0]);
	expect(asked).toEqual([
		{
			profile: 'bicycle',
			from: [
				[15.01, 63],
				[15.19, 63],
			],
			to: expect.any(Array),
		},
	]);
});

test('no more than a hundred points are asked about at once, each person once', async () => {
	const asked: Asked[] = [];
	const address = await serve(osrm(() => 60, asked));
	const many = pointsOf(
		Array.from({ length: 300 }, (_, n) => [14 + (n % 20) / 10, 63 + Math.floor(n / 20) / 20] as const),
	);
	const all = peopleOf(
		Array.from({ length: 400 }, (_, n) => ({
			at: [14 + (n % 25) / 12, 63 + Math.floor(n / 25) / 22] as const,
			persons: 1,
		})),
	);
	const found = await soonest({ places: many, people: all, index: indexOf(many) }, 'car', createRoads(address));
	expect([found.used, new Set(found.minutes)]).toEqual(['roads', new Set([1])]);
	expect(asked.length).toBeGreaterThan(4);
	for (const { from, to } of asked) expect(from.length + to.length).toBeLessThanOrEqual(100);
	expect(asked.flatMap(({ from }) => from).length).toBe(400);
});

test('who has no way by road is told by rule', async () => {
	const address = await serve(osrm(([lon]) => (lon === 15.01 ? null : 300)));
	const { minutes, which, used, byRule } = await soonest(scene, 'car', createRoads(address));
	expect([used, byRule, which[0], minutes[1]]).toEqual(['both', 1, 0, 5]);
	expect(minutes[0]).toBeCloseTo(minutesFor('car', haversine(places, 0, people, 0) / 1000), 6);
});

test('each way may have a server of its own', async () => {
	const paths: string[] = [];
	const address = await serve((request, response) => {
		paths.push(request.url!.split('/table/')[0]!);
		response.end('{}');
	});
	await soonest(scene, 'foot', createRoads(`${address}/routed-{way}`));
	expect(paths).toEqual(['/routed-foot']);
});

const wrong: [string, (request: IncomingMessage, response: ServerResponse) => void][] = [
	['is broken', (_, response) => response.writeHead(500).end('no')],
	[
		'says that it can not',
		(_, response) => response.end(JSON.stringify({ code: 'TooBig', message: 'Too many table coordinates' })),
	],
	['answers no JSON', (_, response) => response.end('<html>')],
	['answers another shape', (_, response) => response.end(JSON.stringify({ code: 'Ok', durations: [[1], [2]] }))],
	[
		'answers with words',
		(_, response) =>
			response.end(
				JSON.stringify({
					code: 'Ok',
					durations: [
						['a', 'b', 'c'],
						[1, 2, 3],
					],
				}),
			),
	],
	[
		'answers with less than nothing',
		(_, response) =>
			response.end(
				JSON.stringify({
					code: 'Ok',
					durations: [
						[-1, 2, 3],
						[1, 2, 3],
					],
				}),
			),
	],
	['leads elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
	['closes the door', (request) => request.socket.destroy()],
	['never answers', () => {}],
	['begins and never ends', (_, response) => void response.write('{')],
	[
		'never ends talking',
		(_, response) => {
			const talk = () => {
				while (!response.destroyed && response.write(' '.repeat(100_000)));
			};
			response.on('drain', talk);
			talk();
		},
	],
];

test.each(wrong)('a server that %s is not believed: minutes are by rule', async (_, answer) => {
	let times = 0;
	const address = await serve((request, response) => {
		times++;
		answer(request, response);
	});
	const byRule = await soonest(scene, 'car', null);
	expect(await soonest(scene, 'car', createRoads(address, { longest: 400 }))).toEqual(byRule);
	expect(times).toBe(1);
});

test('a server that fails after a while has answered for those before', async () => {
	let times = 0;
	const good = osrm(() => 60);
	const address = await serve((request, response) =>
		++times === 1 ? good(request, response) : response.writeHead(503).end(),
	);
	const all = peopleOf(Array.from({ length: 300 }, (_, n) => ({ at: [15 + n / 1000, 63] as const, persons: 1 })));
	const found = await soonest({ places, people: all, index: indexOf(places) }, 'car', createRoads(address));
	expect([found.used, times]).toEqual(['both', 2]);
	expect(found.byRule).toBe(300 - 97);
});

test('a server that is slow each time is asked for as long as there is patience', async () => {
	let [now, times] = [0, 0];
	const slow: Roads = {
		minutes: async (_, from, to) => {
			now += 400;
			times++;
			return Array.from(from.lon, () => Array.from(to.lon, () => 1));
		},
	};
	const all = peopleOf(Array.from({ length: 500 }, (_, n) => ({ at: [15 + n / 1000, 63] as const, persons: 1 })));
	const scene = { places, people: all, index: indexOf(places) };
	const found = await soonest(scene, 'car', slow, { longest: 1000, clock: () => now });
	expect([times, found.used, found.byRule]).toEqual([3, 'both', 500 - 3 * 97]);
});

test('with no place there is nothing to ask about', async () => {
	const none = pointsOf([]);
	const asked: Asked[] = [];
	const address = await serve(osrm(() => 60, asked));
	const found = await soonest({ places: none, people, index: indexOf(none) }, 'car', createRoads(address));
	expect([[...found.minutes], [...found.which], found.byRule, asked.length]).toEqual([
		[Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
		[-1, -1],
		0,
		0,
	]);
});
