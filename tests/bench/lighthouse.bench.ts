// Lighthouse (mobile) on the front page, a search and a venue of the invented Sweden, as npm start serves them: the
// median of three runs each, as rows of Markdown. It is fetched when first asked for: 176 MB are too much for every clone.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUNS = Number(process.env.SAMLAS_BENCH_RUNS ?? 3);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Audit {
	score: number | null;
	title: string;
	displayValue?: string;
	numericValue?: number;
	details?: { items?: { resourceType?: string; transferSize?: number }[] };
}
interface Report {
	categories: Record<
		(typeof CATEGORIES)[number],
		{ score: number | null; auditRefs: { id: string; weight: number }[] }
	>;
	audits: Record<string, Audit>;
	runtimeError?: { message: string };
}

const folder = mkdtempSync(join(tmpdir(), 'samlas-lighthouse-'));
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
}

/** The site as anyone starts it, once it answers. */
async function started(origin: string): Promise<ChildProcess> {
	const server = spawn(process.execPath, [join('scripts', 'start.mjs')], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, PORT: new URL(origin).port, SAMLAS_DATA: join(folder, 'data'), RATE_LIMIT: '1000000' },
	});
	for (let tries = 0; tries < 240; tries++) {
		if (server.exitCode !== null) break;
		const answer = await fetch(`${origin}/api/v1/health`).catch(() => null);
		if (answer?.ok) return server;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	server.kill();
	throw new Error('The site did not start.');
}

function look(url: string, run: number): Report {
	const file = join(folder, `${run}.json`);
	const flags = ['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES.join(',')}`];
	// Swedish first: an English reader would be led to the English page, which is another address.
	const asked = ['--extra-headers={"accept-language":"sv"}', '--chrome-flags=--headless=new --no-sandbox'];
	const { status, stderr } = spawnSync('npm', ['exec', '--yes', LIGHTHOUSE, '--', url, ...flags, ...asked], {
		encoding: 'utf8',
		env: { ...process.env, ...(browser ? { CHROME_PATH: browser } : {}) },
	});
	if (status !== 0) throw new Error(`Lighthouse did not finish: ${stderr.trim()}`);
	const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
	if (report.runtimeError) throw new Error(report.runtimeError.message);
	return report;
}

const value = (reports: Report[], audit: string) => median(reports.map(({ audits }) => audits[audit]!.numericValue!));

/** Bytes over the wire of the files of some kinds, with their headers. */
function bytes({ audits }: Report, ...kinds: string[]): number {
	const { items = [] } = audits['network-requests']!.details!;
	const own = items.filter(({ resourceType }) => kinds.includes(resourceType ?? ''));
	return own.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
}

/** What costs points, in its own words. */
function faults(report: Report): string[] {
	const counted = CATEGORIES.flatMap((name) => report.categories[name].auditRefs.filter(({ weight }) => weight > 0));
	return counted
		.map(({ id }) => report.audits[id]!)
		.filter(({ score }) => score !== null && score < 0.9)
		.map(({ title, displayValue }) => (displayValue ? `${title}: ${displayValue}` : title));
}

const finder = new URL('../../scripts/chromium.mjs', import.meta.url).href;
const { chromium } = (await import(finder)) as { chromium: () => string };
const browser = chromium();
const origin = `http://localhost:${await freePort()}`;
const server = await started(origin);
try {
	const { items } = await (await fetch(`${origin}/api/v1/listings?kind=venue&limit=1`)).json();
	const pages = { front: '/', search: '/sok?q=fotboll', venue: new URL(items[0].url).pathname };
	console.log(
		`Load before: ${loadavg()[0]!.toFixed(1)}. On a busy machine scripts take longer, and performance scores less.`,
	);
	console.log(
		'| page | performance | accessibility | best practices | SEO | LCP s | TBT ms | CLS | HTML+CSS+JS kB | fonts kB |',
	);
	console.log('|---|---|---|---|---|---|---|---|---|---|');
	for (const [name, path] of Object.entries(pages)) {
		const reports = Array.from({ length: RUNS }, (_, run) => look(origin + path, run));
		const scores = CATEGORIES.map((category) =>
			Math.round(100 * median(reports.map(({ categories }) => categories[category].score ?? 0))),
		);
		const kB = (...kinds: string[]) => (bytes(reports[0]!, ...kinds) / 1000).toFixed(1);
		const seen = [
			(value(reports, 'largest-contentful-paint') / 1000).toFixed(1),
			value(reports, 'total-blocking-time').toFixed(0),
			value(reports, 'cumulative-layout-shift').toFixed(3),
		];
		console.log(`| ${[name, ...scores, ...seen, kB('Document', 'Stylesheet', 'Script'), kB('Font')].join(' | ')} |`);
		for (const fault of faults(reports[0]!)) console.log(`  ${name}: ${fault}`);
	}
} finally {
	server.kill();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
