import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { quickFolder } from './tests/memory.ts';

const port = Number(process.env.SAMLAS_TEST_PORT ?? 4173);
const baseURL = `http://localhost:${port}`;
// The browser's own folders too.
process.env.TMPDIR ??= quickFolder();
// The workers read this file too; only the first reader makes the folder.
process.env.SAMLAS_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'samlas-e2e-'));

/**
 * What Playwright turns off, since this list replaces its own; and the two pages of its own that Chromium otherwise opens
 * with each window, in two processes: more work than most of the pages under test.
 */
const turnedOff = [
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'OptimizationHints',
	'NetworkTimeServiceQuerying',
	'AimEnabled',
	'PreconnectToSearch',
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
];

export default defineConfig({
	testDir: 'tests/e2e',
	globalTeardown: './tests/e2e/teardown.ts',
	timeout: 60_000,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	expect: { timeout: 10_000 },
	use: {
		baseURL,
		locale: 'sv-SE',
		viewport: { width: 360, height: 740 },
		// Installed anew in every window it would double what each page asks for; what it does is tried where it is let in.
		serviceWorkers: 'block',
		launchOptions: {
			...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
			args: [
				'--no-sandbox',
				'--use-gl=angle',
				'--use-angle=swiftshader',
				'--enable-unsafe-swiftshader',
				// The map alone is drawn by a graphics processor that is none; laying pages together that way is dear.
				'--disable-gpu-compositing',
				'--disable-gpu-rasterization',
				`--disable-features=${turnedOff.join(',')}`,
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
	webServer: {
		command: 'node scripts/start.mjs',
		url: `${baseURL}/api/v1/health`,
		timeout: 180_000,
		reuseExistingServer: false,
		env: { PORT: String(port), SAMLAS_DATA: process.env.SAMLAS_TEST_DATA, RATE_LIMIT: '1000000', SAMLAS_LANG: 'en' },
	},
});
