#!/usr/bin/env node
// The samlas command. Begins on any Node, goes on with the one that Samlas runs on.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findNode, generate, install, root } from './ready.mjs';

install();
generate();
const args = ['--disable-warning=ExperimentalWarning', join(root, 'src', 'cli', 'index.ts'), ...process.argv.slice(2)];
const command = spawn(findNode(), args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal));
command.on('exit', (code) => process.exit(code ?? 1));
