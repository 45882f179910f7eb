// npm start: from a fresh clone to a running site.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { memoryFlags, memorySettings } from './memory.mjs';
import { build, findNode, generate, install, root } from './ready.mjs';

install();
generate();
build();
const server = spawn(findNode(), [...memoryFlags, join(root, 'dist-server', 'server.js')], {
	stdio: 'inherit',
	env: { ...memorySettings, ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
	process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
