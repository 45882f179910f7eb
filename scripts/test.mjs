// npm test: everything that CI runs. A step that fails does not keep the others from telling.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from './chromium.mjs';
import { build, generate, install, run, say, since } from './ready.mjs';

install();
generate();
const reports = mkdtempSync(join(tmpdir(), 'samlas-test-'));
const results = [];

/** Runs one step; without a reader of its report it counts as one test. */
function step(name, command, args, { count, env } = {}) {
	const start = Date.now();
	console.log(`\n── ${name} ──`);
	const { ok } = run(command, args, { env });
	const counted = count ? read(count) : null;
	const { passed, failed, skipped } = counted ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
	// A runner that died without a failing test has failed all the same.
	results.push({ name, passed, failed: ok ? failed : Math.max(1, failed), skipped, took: since(start) });
}

function read(count) {
	try {
		return count();
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

const vitestReport = join(reports, 'vitest.json');
const vitestCount = () => {
	const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(vitestReport, 'utf8'));
	return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
};
const browserReport = join(reports, 'playwright.json');
const browserCount = () => {
	const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(browserReport, 'utf8')).stats;
	return { passed: expected + flaky, failed: unexpected, skipped };
};

step('Format and lint', 'biome', ['ci', '.']);
step('Types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--tsgo', '--fail-on-warnings']);
step('Dead code', 'knip', []);
step(
	'Rules, doors and properties',
	'vitest',
	['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
	{
		count: vitestCount,
	},
);
console.log('\n── Build ──');
build();
step('In a real browser', 'playwright', ['test', '--reporter=list,json'], {
	count: browserCount,
	env: { CHROMIUM_PATH: chromium({ windowless: true }), PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
});
rmSync(reports, { recursive: true, force: true });

console.log('');
for (const { name, passed, failed, skipped, took } of results)
	console.log(
		`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${took})`,
	);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
const bad = results.filter(({ failed }) => failed).map(({ name }) => name.toLowerCase());
say(bad.length ? `Not ready: look at ${bad.join(', ')}.` : 'All is well: everything that was tried works.');
console.log(
	`${total('passed')} passed, ${total('failed')} failed${total('skipped') ? `, ${total('skipped')} skipped` : ''}`,
);
process.exit(bad.length ? 1 : 0);
