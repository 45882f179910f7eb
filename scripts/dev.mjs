// npm run dev: pages and API in one process. Vite reloads pages; a change of the server's own code restarts it.
import { spawn } from 'node:child_process';
import { findNode, generate, install, root } from './ready.mjs';

install();
generate();
const watched = ['api', 'cli', 'domain', 'finder', 'intake', 'server', 'store'].map(
	(wing) => `--watch-path=src/${wing}`,
);
const server = spawn(findNode(), [...watched, '--watch-preserve-output', 'src/server.ts', '--dev'], {
	cwd: root,
	stdio: 'inherit',
	env: { ...process.env, NODE_ENV: 'development' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
