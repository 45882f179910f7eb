import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { memoryFlags, memorySettings } from '../../scripts/memory.mjs';

const root = join(import.meta.dirname, '..', '..');
/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;
/** Milliseconds between two tries, and seconds until a start is given up. */
const BETWEEN = 100;
const PATIENCE = 180;

/** A server in a process of its own. */
export interface Served {
	address: string;
	pid: number;
	/** Seconds from its start to its first answer. */
	readyAfter: number;
	stop(): Promise<void>;
}

/** The built server over a store, started as `npm start` does it but without limits on how often one asks; `settings` are more of its variables. */
export function serveStore(folder: string, port: number, settings: Record<string, string> = {}): Promise<Served> {
	const all = {
		...memorySettings,
		...{ SAMLAS_DATA: folder, SAMLAS_DEMO: '0', RATE_LIMIT: '9999999', HOST: '127.0.0.1' },
		...settings,
	};
	return started([...memoryFlags, join(root, 'dist-server', 'server.js')], port, all, '/api/v1/health');
}

/** A bare Fastify that sends, for each address in a file of answers, the bytes that stand there. */
export function serveBare(answers: string, port: number): Promise<Served> {
	return started([join(import.meta.dirname, 'bare-server.ts'), answers], port, {}, '/');
}

async function started(args: string[], port: number, settings: Record<string, string>, path: string): Promise<Served> {
	const began = performance.now();
	const env = {
		...process.env,
		NODE_ENV: 'production',
		LOG_LEVEL: 'error',
		ORIGIN: '',
		...settings,
		PORT: String(port),
	};
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
	// Whatever ends this process ends the server too.
	const kill = () => void child.kill('SIGKILL');
	process.once('exit', kill);
	child.once('exit', () => process.off('exit', kill));
	const address = `http://127.0.0.1:${port}`;
	await answers(child, `${address}${path}`);
	const readyAfter = (performance.now() - began) / 1000;
	return { address, pid: child.pid!, readyAfter, stop: () => stopped(child) };
}

async function answers(child: ChildProcess, url: string): Promise<void> {
	for (const until = Date.now() + PATIENCE * 1000; Date.now() < until; await setTimeout(BETWEEN)) {
		if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered.`);
		if (
			await fetch(url).then(
				({ status }) => status < 500,
				() => false,
			)
		)
			return;
	}
	await stopped(child);
	throw new Error(`The server did not answer within ${PATIENCE} s.`);
}

async function stopped(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null) return;
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	child.kill('SIGTERM');
	await Promise.race([ended, setTimeout(10_000)]);
	child.kill('SIGKILL');
}

/** Processor seconds that a process and those that it has begun have used, all their threads together; null where the system does not tell. */
export function cpuSeconds(pid: number): number | null {
	try {
		// Behind the name in brackets: state is the first, utime the twelfth, stime the thirteenth.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
		const own = (Number(fields[11]) + Number(fields[12])) / TICKS;
		const begun = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
		return begun.reduce((sum, child) => sum + (cpuSeconds(Number(child)) ?? 0), own);
	} catch {
		return null;
	}
}

/** Memory of a process now and at its highest, in MB; null where the system does not tell. */
export function residentMb(pid: number): { now: number; most: number } | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
		return { now: of('VmRSS'), most: of('VmHWM') };
	} catch {
		return null;
	}
}
