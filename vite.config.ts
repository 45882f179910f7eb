import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { paraglide } from './paraglide.config.ts';
import svelteConfig from './svelte.config.mjs';
import { quickFolder } from './tests/memory.ts';
import { drawnIcons, partsAhead, patternsOnce, shortTexts, urlPatternWhenMissing } from './vite.lighter.ts';

/** Whether the texts that lie there are newer than what they are made of, and in one file for each language. */
function textsAreMade(): boolean {
	const made = 'src/text/generated/messages/sv.js';
	const index = 'src/text/generated/messages/_index.js';
	if (!existsSync(made) || !readFileSync(index, 'utf8').includes('sv.js')) return false;
	const sources = readdirSync('src/text', { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json') && !name.startsWith('generated'))
		.map((name) => `src/text/${name}`);
	const newest = [...sources, 'project.inlang/settings.json', 'paraglide.config.ts', 'package-lock.json'];
	return newest.every((file) => statSync(file).mtimeMs < statSync(made).mtimeMs);
}

export default defineConfig(({ mode }) => ({
	plugins: [
		urlPatternWhenMissing,
		shortTexts,
		drawnIcons,
		patternsOnce,
		// Tests take the texts as `npm run generate` made them: to compile them anew is longer than most of the tests.
		mode === 'test' && textsAreMade() ? null : paraglideVitePlugin(paraglide),
		sveltekit(svelteConfig as Parameters<typeof sveltekit>[0]),
	],
	build: { chunkSizeWarningLimit: 1500, modulePreload: { resolveDependencies: partsAhead } },
	server: { fs: { allow: ['.'] } },
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', '**/node_modules/**'],
		globalSetup: ['tests/template.ts'],
		setupFiles: ['tests/setup.ts'],
		env: { TMPDIR: quickFolder() },
		testTimeout: 30_000,
		maxWorkers: 2,
		// What the files have in common is read once, not by each; what they must not have in common: tests/setup.ts.
		isolate: false,
	},
}));
