// Finds a Chromium for the tests: the machine's, else Debian's package, else Playwright's own.
import { existsSync } from 'node:fs';
import { giveUp, run, say } from './ready.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];

const onMachine = () =>
	[process.env.CHROMIUM_PATH, ...places.flatMap((place) => names.map((name) => `${place}/${name}`))].find(
		(path) => path && existsSync(path),
	);

/** The path of a Chromium, installed when there is none; an empty string means Playwright's own. */
export function chromium() {
	const found = onMachine();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		say('Installing Chromium from the distribution …');
		run('apt-get', ['update', '-qq'], { quiet: true });
		run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
		const installed = onMachine();
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
