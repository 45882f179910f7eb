import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { paraglide } from './paraglide.config.ts';
import svelteConfig from './svelte.config.mjs';

/** Browsers have URLPattern; those of before 2025 are sent it by src/hooks.client.ts, instead of everyone with every page. */
const urlPatternWhenMissing: Plugin = {
	name: 'samlas:url-pattern',
	enforce: 'pre',
	resolveId(source) {
		const ofTheBrowser = this.environment.name !== 'ssr';
		return ofTheBrowser && source === '@inlang/paraglide-js/urlpattern-polyfill' ? '\0no-url-pattern' : undefined;
	},
	load: (id) => (id === '\0no-url-pattern' ? '' : undefined),
};

export default defineConfig({
	plugins: [
		urlPatternWhenMissing,
		paraglideVitePlugin(paraglide),
		sveltekit(svelteConfig as Parameters<typeof sveltekit>[0]),
	],
	build: { chunkSizeWarningLimit: 1500 },
	server: { fs: { allow: ['.'] } },
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', '**/node_modules/**'],
		testTimeout: 30_000,
		maxWorkers: 2,
	},
});
