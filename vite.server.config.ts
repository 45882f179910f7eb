import { defineConfig } from 'vite';

/** Bundles the server: it starts several times quicker than from its sources, in a third of the memory. */
export default defineConfig({
	publicDir: false,
	ssr: { noExternal: true, external: ['better-sqlite3', 'vite'] },
	build: {
		ssr: true,
		outDir: 'dist-server',
		target: 'node22',
		rolldownOptions: {
			input: { server: 'src/server.ts', 'planning-work': 'src/server/planning-work.ts' },
			external: ['better-sqlite3', 'vite'],
		},
	},
});
