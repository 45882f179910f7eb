import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { mailboxKey } from '../mail/mailbox-key.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';

/** Adds `samlas mailbox`. */
export function mailboxCommand(program: Command): void {
	program
		.command('mailbox')
		.description('tell where the letters lie that nothing sends, since no mail server is set')
		.action(() => {
			const { SAMLAS_DATA, SAMLAS_SMTP, ORIGIN, PORT } = readConfig(process.env);
			const locale = consoleLocale(process.env);
			if (SAMLAS_SMTP) console.log(m.mailbox_sent({}, { locale }));
			else console.log(`${ORIGIN ?? `http://localhost:${PORT}`}/brevlada?nyckel=${mailboxKey(SAMLAS_DATA)}`);
		});
}
