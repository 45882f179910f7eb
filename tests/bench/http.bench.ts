// The real server over HTTP: how many requests a second of one core it answers over 100 000 organisations, each kind beside a
// bare Fastify that sends the same bytes, and how long the search page takes at the scale of the country.
// SAMLAS_BENCH_ROWS=20000 for another size, SAMLAS_BENCH_SECONDS for how long each is asked, SAMLAS_BENCH_PART=organisations
// or country for one part alone, SAMLAS_BENCH_PORT for another port.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../../db/demo/chance.ts';
import { loadGeography } from '../../db/geography/index.ts';
import { WORLD, worldOf } from '../../src/domain/mercator.ts';
import { themes } from '../../src/domain/theme.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { Kept } from './bare-server.ts';
import { at, ms, printTable } from './figures.ts';
import { type Asked, CONNECTIONS, latencies, type Rate, rate } from './load.ts';
import { fillCountry, fillOrganisations } from './many-organisations.ts';
import { residentMb, type Served, serveBare, serveStore } from './servers.ts';

const ROWS = Number(process.env.SAMLAS_BENCH_ROWS ?? 100_000);
const SECONDS = Number(process.env.SAMLAS_BENCH_SECONDS ?? 6);
const PORT = Number(process.env.SAMLAS_BENCH_PORT ?? 4330);
const PART = process.env.SAMLAS_BENCH_PART;
/** More questions than the server keeps answers to. */
const QUESTIONS = 4000;
/** So many of them are given to the bare server too. */
const KEPT = 200;
/** So many settlements have a box of about so many spots around them; each box that is asked for is one of these, moved by some metres. */
const BOXES = 40;
const METRES = 0.00001;
/** From one entry to the next that is asked for: a prime, so that each has its turn. */
const STRIDE = 7919;
const now = Math.floor(Date.now() / 1000);
const mine = chance(1);
const { municipalities, localities } = loadGeography();
/** Filling the country takes minutes: it is kept for the next time. */
const country = join(tmpdir(), 'samlas-bench-country');
const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
const plain = {};
const packed = { 'accept-encoding': 'gzip, deflate, br' };

async function overOrganisations(): Promise<void> {
	await filled(join(folder, 'organisations'), (store) => fillOrganisations(store, ROWS, now));
	const server = await serveStore(join(folder, 'organisations'), PORT);
	const { listings: count } = (await (await fetch(`${server.address}/api/v1/health`)).json()) as { listings: number };
	console.log(`${count} organisations, each kind of request for ${SECONDS} s.`);
	const search = searches();
	const boxes = await boxesOf(server, 200);
	const [ids, others] = details(count);
	const cold = coldTiles();
	// Once for each connection: a single one would measure how long the two wait for each other.
	const warm = Array.from({ length: CONNECTIONS }, () => '/api/v1/tiles/10/563/301.mvt');
	const lately = ids.slice(0, KEPT * 5);
	const { headers } = await fetch(`${server.address}${warm[0]}`);
	const unchanged = { ...packed, 'if-none-match': headers.get('etag') ?? '' };
	const rows: [string, Asked, number | null][] = [
		['search, top 20', { paths: search, headers: plain }, 3500],
		['search, top 20, packed', { paths: search, headers: packed }, null],
		['search that was just asked', { paths: search.slice(0, KEPT), headers: plain }, null],
		['search that was just asked, packed', { paths: search.slice(0, KEPT), headers: packed }, null],
		[
			'search, top 20, without counts',
			{ paths: searches().map((path) => `${path}&facets=false`), headers: plain },
			null,
		],
		['box of 200 features', { paths: boxes, headers: plain }, 1500],
		['box of 200 features, packed', { paths: boxes.map((path) => moved(path)), headers: packed }, null],
		['box that was just asked', { paths: boxes.slice(0, BOXES), headers: plain }, null],
		['detail, asked for the first time', { paths: ids, headers: plain }, 10_000],
		['detail, read lately', { paths: lately, headers: plain }, 10_000],
		['detail, read lately, packed', { paths: lately, headers: packed }, null],
		['tile z10, cold', { paths: cold, headers: packed, once: true }, 1400],
		['tile z10, from the cache', { paths: warm, headers: packed }, 10_000],
		['tile z10, unchanged (304)', { paths: warm, headers: unchanged }, null],
	];
	// Others are asked for first: no server is new for long, and to compile takes more than to answer.
	for (const paths of [searches(), others]) await rate(server, { paths }, SECONDS);
	const lines = [];
	for (const [name, asked, goal] of rows) {
		const ours = await rate(server, asked, SECONDS);
		const bare = await bareRate(server, asked);
		const line = {
			'requests a second': name,
			goal: goal ?? '',
			'of a core': ours.perCore,
			'of the clock': ours.perSecond,
			'bytes of an answer': ours.bytes,
			'bare Fastify, same bytes, of a core': bare.perCore,
			'of the clock, bare': bare.perSecond,
			'share of it': (ours.perCore / bare.perCore).toFixed(2),
		};
		lines.push(line);
		console.log(
			`  ${name}: ${ours.perCore} (${bare.perCore})${ours.empty ? `, ${Math.round(100 * ours.empty)} % of them empty` : ''}`,
		);
	}
	const memory = residentMb(server.pid);
	await server.stop();
	printTable(lines);
	if (memory) console.log(`The server held ${memory.now} MB after that, ${memory.most} MB at most.`);
}

async function overCountry(): Promise<void> {
	await filled(country, fillCountry);
	await (await serveStore(country, PORT)).stop();
	const server = await serveStore(country, PORT);
	console.log(
		`The country: an answer ${server.readyAfter.toFixed(1)} s after a start from the snapshot; the process holds ${residentMb(server.pid)?.now ?? '?'} MB then.`,
	);
	const pages = searches()
		.slice(0, 600)
		.map((path) => path.replace('/api/v1/listings', '/sok'));
	await latencies(server, { paths: pages.slice(0, 100) });
	const rows = [
		['the search page, 510 000 entries', pages.slice(100), plain],
		['the search page, packed', pages.slice(100), packed],
		['everything', Array.from({ length: 200 }, () => '/sok'), plain],
		['the same search by the API', searches().slice(0, 500), plain],
	] as const;
	const lines = [];
	for (const [name, paths, headers] of rows) {
		const times = await latencies(server, { paths, headers });
		lines.push({
			'one at a time': name,
			'goal p99 ms': name.startsWith('the search page') ? 60 : '',
			'p50 ms': ms(at(times, 0.5)),
			'p99 ms': ms(at(times, 0.99)),
			'most ms': ms(at(times, 1)),
		});
	}
	const memory = residentMb(server.pid);
	await server.stop();
	printTable(lines);
	if (memory) console.log(`The server held ${memory.now} MB after that, ${memory.most} MB at most.`);
}

/** A store with its window of times, filled unless it is already: half a store is begun anew. */
async function filled(at: string, fill: (store: Store, now: number) => Promise<number>): Promise<void> {
	const mark = join(at, 'filled');
	if (existsSync(mark)) return;
	rmSync(at, { recursive: true, force: true });
	const store = await openStore(at);
	await store.transaction((tx) => tx.occurrences.roll(now));
	await fill(store, now);
	store.close();
	writeFileSync(mark, '');
}

/** Nearly all entries one by one, no two after each other near in the store, and the rest of them. */
function details(count: number): [string[], string[]] {
	const all = Array.from({ length: count }, (_, place) => `/api/v1/listings/${1 + ((place * STRIDE) % count)}`);
	const most = Math.floor(count * 0.9);
	return [all.slice(0, most), all.slice(most)];
}

/** Searches as people make them, hardly any twice: a word, two, one misspelt; in a municipality, of a theme, near a place. */
function searches(): string[] {
	const words =
		'fotboll schack kör bygdegård gympa innebandy hembygd teater pensionär scout ridning simning dans foto odling språk barn ungdom musik hund båt jakt golf tennis bridge'.split(
			' ',
		);
	const slips = 'fotbol schakc bygdegrd inebandy hembyggd teatre scuot simmning'.split(' ');
	return Array.from({ length: QUESTIONS }, () => {
		const q = mine.one(words);
		const { lon, lat } = mine.one(localities);
		const parameters = mine.one([
			{ q, municipality: mine.one(municipalities).code },
			{ q, municipality: mine.one(municipalities).code },
			{ q, near: `${lon},${lat}`, radius: mine.one(['10', '20', '50']) },
			{ q: `${q} ${mine.one(words)}`, municipality: mine.one(municipalities).code },
			{ q: mine.one(slips), near: `${lon},${lat}` },
			{ theme: mine.one(themes), municipality: mine.one(municipalities).code },
			{ q, theme: mine.one(themes), audience: mine.one(['children', 'seniors', 'families', 'youth']) },
			{ near: `${lon},${lat}`, radius: '5', sort: 'distance' },
		]);
		return `/api/v1/listings?${new URLSearchParams(Object.entries(parameters))}`;
	});
}

/** Boxes around settlements with about so many spots each, as a map asks for them: no two alike. */
async function boxesOf(server: Served, wanted: number): Promise<string[]> {
	const boxes: string[] = [];
	const large = localities.filter(({ population }) => population > 5000);
	while (boxes.length < BOXES) {
		const { lon, lat } = mine.one(large);
		let [few, many] = [0, 2];
		for (let step = 0; step < 12; step++) {
			const half = (few + many) / 2;
			const path = pathOf([lon - half * 2, lat - half, lon + half * 2, lat + half]);
			const found = await spotsIn(server, path);
			if (Math.abs(found - wanted) <= wanted * 0.03) {
				boxes.push(path);
				break;
			}
			if (found < wanted) few = half;
			else many = half;
		}
	}
	return Array.from({ length: QUESTIONS }, (_, place) => moved(boxes[place % BOXES]!));
}

const pathOf = (box: readonly number[]) => `/api/v1/map?zoom=16&bbox=${box.map((degrees) => degrees.toFixed(6))}`;

/** Another box, some metres away. */
function moved(path: string): string {
	const [west, south, east, north] = path.split('bbox=')[1]!.split(',').map(Number) as [number, number, number, number];
	const [right, up] = [mine.whole(-200, 200) * (METRES / 10), mine.whole(-200, 200) * (METRES / 10)];
	return pathOf([west + right, south + up, east + right, north + up]);
}

async function spotsIn({ address }: Served, path: string): Promise<number> {
	const map = (await (await fetch(`${address}${path}`)).json()) as { features: unknown[] };
	return map.features.length;
}

/** Each tile of the larger settlements, of everything and of each theme: none is asked for twice. */
function coldTiles(): string[] {
	const large = localities.filter(({ population }) => population > 20_000);
	const tiles = large.map(({ lon, lat }) => {
		const { x, y } = worldOf({ lon, lat });
		const side = WORLD / 2 ** 10;
		return `/api/v1/tiles/10/${Math.floor(x / side)}/${Math.floor(y / side)}.mvt`;
	});
	const each = [...new Set(tiles)];
	return [...each, ...themes.flatMap((theme) => each.map((tile) => `${tile}?theme=${theme}`))];
}

/** The same bytes from a bare server: what the server answered to a part of the list is kept and sent again. */
async function bareRate(server: Served, { paths, headers = {} }: Asked): Promise<Rate> {
	const kept: Kept = {};
	for (const path of paths.slice(0, KEPT)) {
		const answer = await answerOf(`${server.address}${path}`, headers);
		if (answer.status !== 204) kept[path] = answer;
	}
	const file = join(folder, 'answers.json');
	writeFileSync(file, JSON.stringify(kept));
	const bare = await serveBare(file, PORT + 1);
	await rate(bare, { paths: Object.keys(kept), headers }, 2);
	const found = await rate(bare, { paths: Object.keys(kept), headers }, SECONDS);
	await bare.stop();
	return found;
}

/** An answer with its bytes as they were sent, packed or not. */
function answerOf(url: string, headers: Record<string, string>): Promise<Kept[string]> {
	return new Promise((resolve, reject) => {
		get(url, { headers }, async (response) => {
			const parts: Buffer[] = [];
			for await (const part of response) parts.push(part as Buffer);
			const { 'content-type': type = 'text/plain', 'content-encoding': encoding = null } = response.headers;
			const body = Buffer.concat(parts).toString('base64');
			resolve({ status: response.statusCode!, type, encoding, body });
		}).on('error', reject);
	});
}

try {
	if (PART !== 'country') await overOrganisations();
	if (PART !== 'organisations') await overCountry();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
