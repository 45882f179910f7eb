// npm start: from a fresh clone to a running site.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, findNode, generate, install, root } from './ready.mjs';

install();
generate();
build();
/** Room for what is new and soon gone, megabytes: more would be kept from the machine and save next to nothing. */
const YOUNG = 8;
/** How much what lives longer may grow before it is looked through, percent: left to itself it grows to several times as much. */
const GROWING = 50;
/** What the C library gives back to the machine at once, bytes, and among how many heaps it divides the rest. */
const memory = { MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_TRIM_THRESHOLD_: '262144', MALLOC_ARENA_MAX: '2' };
const flags = [`--max-semi-space-size=${YOUNG}`, `--heap-growing-percent=${GROWING}`];
const server = spawn(findNode(), [...flags, join(root, 'dist-server', 'server.js')], {
	stdio: 'inherit',
	env: { ...memory, ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
	process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
