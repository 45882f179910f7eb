import { type Browser, expect, type Page, test } from '@playwright/test';
import { everything } from '../../src/domain/query.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { blank } from '../finder/invented.ts';

const PLACES = 300_000;
/** Milliseconds of work without a pause, beyond which a hand feels that the map sticks. */
const MOST = 200;
const towns = [
	[18.06, 59.33],
	[11.97, 57.7],
	[13, 55.6],
	[17.27, 63.17],
	[15.2, 59.27],
] as const;

let index: SearchIndex | undefined;

/** Places all over Sweden, a good part of them around its towns; the same at each run. */
function manyPlaces(): SearchIndex {
	const index = new SearchIndex(new Map());
	let seed = 1;
	const chance = () => {
		seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
		return seed / 2 ** 31;
	};
	for (let place = 0; place < PLACES; place++) {
		const [lon, lat] = towns[place % towns.length]!;
		const spread = place % 3 ? 0.4 : 4;
		const position = {
			lon: lon + (chance() + chance() - 1) * spread,
			lat: lat + (chance() + chance() - 1) * spread * 0.6,
			precision: place % 4 ? ('exact' as const) : ('locality' as const),
		};
		const kind = (['organisation', 'venue', 'activity'] as const)[place % 3]!;
		index.put({ ...blank, id: place + 1, kind, name: `Plats ${place % 50}`, position });
	}
	return index;
}

/** Answers the map's questions from another index than the server's, by the same code as the server's doors. */
async function lend(page: Page, index: SearchIndex): Promise<void> {
	const now = Math.floor(Date.now() / 1000);
	await page.route(/\/api\/v1\/tiles\//, async (route) => {
		const [z, x, y] = /tiles\/(\d+)\/(\d+)\/(\d+)/.exec(route.request().url())!.slice(1).map(Number);
		const tile = index.tile(everything, { z: z!, x: x!, y: y! }, now);
		if (tile.length === 0) return route.fulfill({ status: 204 });
		return route.fulfill({ body: Buffer.from(tile), contentType: 'application/vnd.mapbox-vector-tile' });
	});
	await page.route(/\/api\/v1\/map\?/, async (route) => {
		const asked = new URL(route.request().url()).searchParams;
		const bbox = asked.get('bbox')!.split(',').map(Number) as unknown as typeof everything.bbox;
		const spots = index.map({ ...everything, bbox }, Number(asked.get('zoom')), now);
		const features = spots.map(({ lon, lat, ids, ...properties }) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [lon, lat] },
			properties: {
				...properties,
				entries: ids.map((id) => ({ id, kind: 'venue', slug: `plats-${id}`, name: `Plats ${id}` })),
			},
		}));
		return route.fulfill({ json: { type: 'FeatureCollection', features } });
	});
}

interface TraceEvent {
	name: string;
	pid: number;
	tid: number;
	/** Microseconds that the thread itself worked; what it waited for others (or for its turn on a busy machine) is not in it. */
	tdur?: number;
	args?: { name?: string };
}

/** The longest piece of work of the page's main thread while something is done, in milliseconds of that thread's own time. */
async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
	await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] });
	await work();
	// A task is written down when it ends, and what it answered can be here before: one turn later it has ended.
	await page.evaluate(() => new Promise((done) => setTimeout(done)));
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
	const ofPage = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
	const tasks = traceEvents.filter((event) => event.name === 'RunTask' && ofPage(event) && event.tdur !== undefined);
	expect(tasks.length).toBeGreaterThan(20);
	return Math.max(...tasks.map(({ tdur }) => tdur! / 1000));
}

/** Moves the pointer to so many places as a hand does: at its own pace, whether the page keeps up or not. */
async function move(page: Page, to: (n: number) => [x: number, y: number]): Promise<void> {
	const moves: Promise<void>[] = [];
	for (let n = 1; n <= 20; n++) {
		moves.push(page.mouse.move(...to(n)));
		await page.waitForTimeout(16);
	}
	await Promise.all(moves);
}

/** Moves the pointer to and fro. */
const wave = (page: Page) => move(page, (n) => [n, n]);

/** So many rounds of reckoning are far more work than `MOST` on any machine. */
const TOIL = 1_000_000_000;
function toil(rounds: number): number {
	let sum = 1;
	for (let n = 0; n < rounds; n++) sum = (sum * 69_069 + n) | 0;
	return sum;
}

async function panAndZoom(page: Page): Promise<void> {
	const canvas = (await page.locator('.maplibregl-canvas').boundingBox())!;
	const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
	await page.mouse.move(middle.x, middle.y);
	for (const step of [-400, -400, -400, 300, -500]) {
		await page.mouse.wheel(0, step);
		await page.waitForTimeout(400);
		await page.mouse.down();
		await move(page, (n) => [middle.x + n * 6 * Math.sign(step), middle.y - n * 4]);
		await page.mouse.up();
		await page.waitForTimeout(600);
	}
	await page.locator('.maplibregl-canvas').focus();
	for (const key of ['ArrowLeft', 'ArrowUp', 'Equal', 'ArrowRight', 'Minus', 'Minus']) {
		await page.keyboard.press(key);
		await page.waitForTimeout(400);
	}
}

for (const [name, viewport] of [
	['a phone', { width: 360, height: 740 }],
	['a desk', { width: 1280, height: 900 }],
] as const)
	test(`panning and zooming over ${PLACES} places never makes ${name} stick`, async ({ page, browser }) => {
		test.setTimeout(120_000);
		await page.setViewportSize(viewport);
		index ??= manyPlaces();
		await lend(page, index);
		await page.goto('/sok');
		if (viewport.width < 500) await page.getByRole('button', { name: 'Karta' }).click();
		await expect(page.locator('button.spot.mixed').first()).toBeVisible({ timeout: 30_000 });
		// The instrument sees what is to be seen.
		const idle = await longestTask(browser, page, () => wave(page));
		const busy = await longestTask(browser, page, async () => {
			await wave(page);
			await page.evaluate(toil, TOIL);
		});
		expect(busy).toBeGreaterThan(MOST);
		expect(busy).toBeGreaterThan(idle);
		const longest = await longestTask(browser, page, () => panAndZoom(page));
		test.info().annotations.push({ type: 'longest task, ms', description: longest.toFixed(0) });
		expect(longest).toBeLessThan(MOST);
		await expect(page.locator('button.spot').first()).toBeVisible();
	});
