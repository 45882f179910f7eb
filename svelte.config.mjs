import adapter from '@sveltejs/adapter-node';

/** Read by vite.config.ts (SvelteKit 3 takes its options there and refuses a svelte.config.js) and by the editors' tools. */
export default {
	adapter: adapter({ precompress: true }),
	compilerOptions: {
		/** @param {{ filename: string }} file */
		runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true),
	},
	// The list of all pages stays on the server: a reader's telephone need not carry what only keepers and reviewers open.
	router: { resolution: 'server' },
	// Said from the root: styles named from where a link leads are asked for from where the reader is, and a deep page has another way there.
	paths: { relative: false },
	// A page's styles come in it, in one piece: each was a file that the first letter waited for. A map's stay apart.
	inlineStyleThreshold: 20_000,
	csp: {
		mode: 'auto',
		directives: {
			'default-src': ['self'],
			'script-src': ['self'],
			'style-src': ['self'],
			'style-src-attr': ['unsafe-inline'],
			'img-src': ['self', 'data:', 'blob:'],
			'font-src': ['self'],
			'worker-src': ['self'],
			'connect-src': ['self'],
			'object-src': ['none'],
			'base-uri': ['self'],
			'form-action': ['self'],
			'frame-ancestors': ['none'],
		},
	},
};
