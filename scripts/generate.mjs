// Compiles the texts and SvelteKit's types. Run with Node 24 by `npm run generate`.
import { spawnSync } from 'node:child_process';
import { compile } from '@inlang/paraglide-js';
import { paraglide } from '../paraglide.config.ts';

// One file for each language, as tests and the development server take them; a build makes one for each text.
await compile({ ...paraglide, outputStructure: 'locale-modules' });
const sync = spawnSync('svelte-kit', ['sync'], { stdio: 'inherit', shell: process.platform === 'win32' });
process.exit(sync.status ?? 1);
