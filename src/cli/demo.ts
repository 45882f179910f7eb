import { type Command, InvalidArgumentError, Option } from 'commander';
import { removeDemo, seedDemo } from '../../db/demo/index.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import { withStore } from './open.ts';

interface DemoOptions {
	remove?: boolean;
	scale: 'normal' | 'national';
	seed: number;
}

/** Adds `samlas demo`. */
export function demoCommand(program: Command): void {
	program
		.command('demo')
		.description('fill the store with an invented Sweden, or take it away')
		.option('--remove', 'take the invented Sweden away; nothing else is touched')
		.addOption(new Option('--scale <scale>', 'how much').choices(['normal', 'national']).default('normal'))
		.addOption(new Option('--seed <number>', 'another seed gives another Sweden').default(1).argParser(wholeNumber))
		.action(async ({ remove, scale, seed }: DemoOptions) => {
			const locale = consoleLocale(process.env);
			await withStore(async (store) => {
				if (remove) {
					const count = await removeDemo(store);
					console.log(m.demo_removed({ count: count.toLocaleString(locale) }, { locale }));
					return;
				}
				if ((await store.municipalities.invented()) !== 'none') {
					console.error(m.demo_there({}, { locale }));
					process.exitCode = 1;
					return;
				}
				const now = Math.floor(Date.now() / 1000);
				// The window of occurrences first, while there is little in it: then each is made once.
				if (await store.occurrences.due(now)) await store.transaction((tx) => tx.occurrences.roll(now));
				const { count } = await seedDemo(store, { now, scale, seed, onProgress: show });
				console.log(m.demo_filled({ count: count.toLocaleString(locale) }, { locale }));
			});
		});
}

function wholeNumber(text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
	return Number(text);
}

function show(done: number, total: number): void {
	if (process.stderr.isTTY) process.stderr.write(`\r  ${Math.round((100 * done) / total)} %\r`);
}
