import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { paraglide } from './paraglide.config.ts';
import svelteConfig from './svelte.config.mjs';
import { drawnIcons, partsAhead, patternsOnce, shortTexts, urlPatternWhenMissing } from './vite.lighter.ts';

export default defineConfig({
	plugins: [
		urlPatternWhenMissing,
		shortTexts,
		drawnIcons,
		patternsOnce,
		paraglideVitePlugin(paraglide),
		sveltekit(svelteConfig as Parameters<typeof sveltekit>[0]),
	],
	build: { chunkSizeWarningLimit: 1500, modulePreload: { resolveDependencies: partsAhead } },
	server: { fs: { allow: ['.'] } },
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', '**/node_modules/**'],
		testTimeout: 30_000,
		maxWorkers: 2,
	},
});
