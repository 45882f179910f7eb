// Finds a Chromium: the machine's, else Debian's package, else Playwright's own.
import { existsSync } from 'node:fs';
import { giveUp, run, say } from './ready.mjs';

/** Without windows at all, as Playwright's own is: a third less work than a whole browser that hides them. */
const WINDOWLESS = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];

const onMachine = (first) =>
	[
		process.env.CHROMIUM_PATH,
		...[...first, ...names].flatMap((name) => places.map((place) => `${place}/${name}`)),
	].find((path) => path && existsSync(path));

/**
 * The path of a Chromium, installed when there is none; an empty string means Playwright's own. `windowless`: rather one that
 * only tests can use; else one as people have it, to be measured.
 */
export function chromium({ windowless = false } = {}) {
	const first = windowless ? [WINDOWLESS] : [];
	const found = onMachine(first);
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		say('Installing Chromium from the distribution …');
		run('apt-get', ['update', '-qq'], { quiet: true });
		const one = windowless ? WINDOWLESS : 'chromium';
		run('apt-get', ['install', '-y', '-qq', one], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
		const installed = onMachine(first);
		if (installed) return installed;
	}
	say('Installing Playwright’s Chromium …');
	const { ok, output } = run('npx', ['playwright', 'install', 'chromium'], { quiet: true });
	if (!ok)
		giveUp(
			`There is no Chromium for the browser tests, and none could be installed. Install one and set CHROMIUM_PATH.\n${output.trim().split('\n').slice(-3).join('\n')}`,
		);
	return '';
}
