import { defineConfig } from 'vite';

/** What reads files of its own beside its code, or is built for the machine. */
const external = ['better-sqlite3', 'vite', 'pdfkit', 'svg-to-pdfkit', 'linkedom'];

/** Bundles the server: it starts several times quicker than from its sources, in a third of the memory. */
export default defineConfig({
	publicDir: false,
	ssr: { noExternal: true, external },
	build: {
		ssr: true,
		outDir: 'dist-server',
		target: 'node22',
		rolldownOptions: {
			input: {
				server: 'src/server.ts',
				'import-work': 'src/server/import-work.ts',
				'planning-work': 'src/server/planning-work.ts',
				'paper-work': 'src/server/paper-work.ts',
			},
			external,
		},
	},
});
