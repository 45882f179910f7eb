import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import { withStore } from './open.ts';

/** Adds `samlas backup FILE`. */
export function backupCommand(program: Command): void {
	program
		.command('backup')
		.description('copy the whole store to a file, consistently, also while Samlas is running')
		.argument('<file>', 'a file that does not exist yet')
		.action(async (file: string) => {
			const locale = consoleLocale(process.env);
			const target = resolve(file);
			if (existsSync(target)) {
				console.error(m.backup_exists({ file: target }, { locale }));
				process.exitCode = 1;
				return;
			}
			await withStore(async (store) => {
				try {
					await store.backup(target);
					console.log(m.backup_done({ file: target }, { locale }));
				} catch {
					console.error(m.backup_failed({ file: target }, { locale }));
					process.exitCode = 1;
				}
			});
		});
}
