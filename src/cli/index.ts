import { Command } from 'commander';
import { Refusal } from '../domain/errors.ts';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { importCommand } from './import.ts';
import { importPeopleCommand } from './import-people.ts';
import { mailboxCommand } from './mailbox.ts';
import { userCommand } from './user.ts';

const program = new Command('samlas')
	.description('A map and directory of civil society. Data lie in the folder SAMLAS_DATA (default: data).')
	.showHelpAfterError('(samlas --help tells more)');
importCommand(program);
importPeopleCommand(program);
demoCommand(program);
backupCommand(program);
checkCommand(program);
userCommand(program);
mailboxCommand(program);

try {
	await program.parseAsync();
} catch (reason) {
	console.error(
		reason instanceof Refusal ? `${reason.key}` : reason instanceof Error ? reason.message : String(reason),
	);
	if (process.env.SAMLAS_DEBUG && reason instanceof Error) console.error(reason.stack);
	process.exitCode = 1;
}
