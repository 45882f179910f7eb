// What every command needs before it can begin. Runs on Node 18 or newer, with nothing installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const generated = join(root, 'src', 'text', 'generated', 'messages.js');
/** Not beside them: Vite compiles the same texts anew when it builds and when it tests, and takes away what it does not know. */
const generatedStamp = join(root, 'node_modules', '.samlas-texts');
const NEEDED = 22;

/** One line in plain words, apart from what tools print. */
export const say = (text) => console.log(`· ${text}`);

/** Ends with a sentence a person can act on. */
export function giveUp(text) {
	console.error(`✗ ${text}`);
	process.exit(1);
}

/** Seconds since a time, as "12 s". */
export const since = (start) => `${Math.max(1, Math.round((Date.now() - start) / 1000))} s`;

/** Runs a program of the project; its folder of programs is searched first, so that `node` is the project's own. */
export function run(command, args, { quiet = false, env = {} } = {}) {
	const result = spawnSync(command, args, {
		cwd: root,
		stdio: quiet ? 'pipe' : 'inherit',
		encoding: 'utf8',
		env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...env },
		shell: process.platform === 'win32',
	});
	if (result.error) return { ok: false, output: result.error.message };
	return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

/** Installs the packages of the lockfile when they are missing or older than it. */
export function install() {
	const lock = hashOf([join(root, 'package-lock.json')]);
	const stamp = join(root, 'node_modules', '.samlas-lock');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	const start = Date.now();
	say('Installing packages (the first time this takes about a minute) …');
	const { ok, output } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
	if (!ok) giveUp(`The packages could not be installed. npm says:\n${output.trim()}`);
	writeFileSync(stamp, lock);
	// SvelteKit's generated types lie among the packages and are gone with the old ones.
	rmSync(generatedStamp, { force: true });
	say(`Packages are installed (${since(start)}).`);
}

/** The Node that Samlas runs on: the project's own where there is one, else this one if it is new enough. */
export function findNode() {
	const own = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
	if (existsSync(own)) return own;
	const major = Number(process.versions.node.split('.')[0]);
	if (major >= NEEDED) return process.execPath;
	giveUp(
		`Samlas needs Node ${NEEDED} or newer, and this is ${process.version}. Install it from https://nodejs.org and try again.`,
	);
}

/** Compiles texts and types when their sources have changed. */
export function generate() {
	const hash = hashOf(
		filesIn('src/text', 'src/routes', 'project.inlang', 'paraglide.config.ts').filter(
			(file) => !file.includes('generated'),
		),
	);
	if (existsSync(generated) && existsSync(generatedStamp) && readFileSync(generatedStamp, 'utf8') === hash) return;
	const { ok, output } = run(findNode(), ['scripts/generate.mjs'], { quiet: true });
	if (!ok) giveUp(`The texts could not be compiled:\n${output.trim()}`);
	writeFileSync(generatedStamp, hash);
}

/** Builds pages and server when what they are made of has changed. */
export function build() {
	const hash = hashOf(
		filesIn(
			'src',
			'db',
			'static',
			'package-lock.json',
			'vite.config.ts',
			'vite.lighter.ts',
			'vite.server.config.ts',
			'svelte.config.mjs',
			'paraglide.config.ts',
		).filter((file) => !file.includes('generated') && !file.endsWith('.pmtiles') && !file.includes(`node_modules`)),
	);
	const stamp = join(root, 'build', '.samlas-stamp');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
	const start = Date.now();
	say('Building pages and server …');
	for (const args of [['build'], ['build', '-c', 'vite.server.config.ts']]) {
		const { ok, output } = run(findNode(), [join('node_modules', 'vite', 'bin', 'vite.js'), ...args], { quiet: true });
		if (!ok) giveUp(`The build failed:\n${output.trim()}`);
	}
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, hash);
	say(`Built (${since(start)}).`);
}

function filesIn(...places) {
	return places.flatMap((place) => {
		const path = join(root, place);
		if (!existsSync(path)) return [];
		if (statSync(path).isFile()) return [path];
		return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
			entry.name === 'node_modules' ? [] : filesIn(join(place, entry.name)),
		);
	});
}

function hashOf(files) {
	const hash = createHash('sha256');
	for (const file of [...files].sort())
		hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
	return hash.digest('hex');
}
