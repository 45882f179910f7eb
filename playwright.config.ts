import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.SAMLAS_TEST_PORT ?? 4173);
const baseURL = `http://localhost:${port}`;
// The workers read this file too; only the first reader makes the folder.
process.env.SAMLAS_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'samlas-e2e-'));

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
		launchOptions: {
			...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
			args: [
				'--no-sandbox',
				'--use-gl=angle',
				'--use-angle=swiftshader',
				'--enable-unsafe-swiftshader',
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
