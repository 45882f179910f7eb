import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALLED = '/usr/lib/postgresql';
const settings = {
	shared_buffers: '512MB',
	work_mem: '64MB',
	maintenance_work_mem: '256MB',
	effective_cache_size: '2GB',
	random_page_cost: '1.1',
	max_wal_size: '2GB',
	jit: 'off',
	listen_addresses: '',
};

/** A PostgreSQL of its own in a temporary folder, listening on a socket there. */
export interface Cluster {
	socket: string;
	port: number;
	stop(): void;
}

/** Starts one; null, with a sentence for people, where PostgreSQL with PostGIS is not installed. */
export function startCluster(port: number): Cluster | null {
	const bin = binaries();
	if (!bin) {
		console.warn('\n!!! SKIPPED: PostgreSQL with PostGIS is not installed, so it is not measured.');
		console.warn('!!! On Debian: apt-get install postgresql postgresql-15-postgis-3\n');
		return null;
	}
	const folder = mkdtempSync(join(tmpdir(), 'samlas-postgres-'));
	const owner = ownerOf(folder);
	const run = (program: string, args: string[]) => {
		const [command, ...rest] = [...owner, join(bin, program), ...args];
		execFileSync(command!, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
	};
	const data = join(folder, 'data');
	run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
	const given = Object.entries({ ...settings, unix_socket_directories: data }).map(
		([name, value]) => `-c ${name}='${value}'`,
	);
	run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', `-p ${port} ${given.join(' ')}`, 'start']);
	let stopped = false;
	const stop = () => {
		if (stopped) return;
		stopped = true;
		run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
		rmSync(folder, { recursive: true, force: true });
	};
	process.once('exit', stop);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	return { socket: data, port, stop };
}

/** The folder of the newest version that has PostGIS beside it. */
function binaries(): string | null {
	if (!existsSync(INSTALLED)) return null;
	const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
	const found = versions.find((version) => {
		return (
			existsSync(join(INSTALLED, version, 'bin', 'initdb')) &&
			existsSync(join(INSTALLED, version, 'lib', 'postgis-3.so'))
		);
	});
	return found ? join(INSTALLED, found, 'bin') : null;
}

/** PostgreSQL refuses to run as root: then it runs as its own user, who owns the folder. */
function ownerOf(folder: string): string[] {
	if (process.getuid?.() !== 0) return [];
	const name = spawnSync('id', ['-u', 'postgres']).status === 0 ? 'postgres' : 'nobody';
	const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
	chownSync(folder, number('-u'), number('-g'));
	chmodSync(folder, 0o755);
	return ['runuser', '-u', name, '--'];
}
