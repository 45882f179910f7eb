import { type Command, Option } from 'commander';
import { removeDemo, seedDemo } from '../../db/demo/index.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import { withStore } from './open.ts';

interface DemoOptions {
	remove?: boolean;
	scale: 'normal' | 'national';
	seed: string;
}

/** Adds `samlas demo`. */
export function demoCommand(program: Command): void {
	program
		.command('demo')
		.description('fill the store with an invented Sweden, or take it away')
		.option('--remove', 'take the invented Sweden away; nothing else is touched')
		.addOption(new Option('--scale <scale>', 'how much').choices(['normal', 'national']).default('normal'))
		.option('--seed <number>', 'another seed gives another Sweden', '1')
		.action(async ({ remove, scale, seed }: DemoOptions) => {
			const locale = consoleLocale(process.env);
			await withStore(async (store) => {
				if (remove) {
					const count = await removeDemo(store);
					console.log(m.demo_removed({ count: count.toLocaleString(locale) }, { locale }));
					return;
				}
				if (await store.municipalities.hasDemo()) {
					console.error(m.demo_there({}, { locale }));
					process.exitCode = 1;
					return;
				}
				const now = Math.floor(Date.now() / 1000);
				const { count } = await seedDemo(store, { now, scale, seed: Number.parseInt(seed, 10) || 1, onProgress: show });
				console.log(m.demo_filled({ count: count.toLocaleString(locale) }, { locale }));
			});
		});
}

function show(done: number, total: number): void {
	if (process.stderr.isTTY) process.stderr.write(`\r  ${Math.round((100 * done) / total)} %\r`);
}
