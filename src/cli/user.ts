import { type Command, InvalidArgumentError } from 'commander';
import { NotFound } from '../domain/errors.ts';
import { type RoleHeld, roles } from '../domain/permission.ts';
import { EmailSchema } from '../domain/person.ts';
import type { Queries } from '../store/open.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import { withStore } from './open.ts';

const locale = consoleLocale(process.env);
const now = () => Math.floor(Date.now() / 1000);

interface Options {
	municipality?: string;
}

/** Adds `samlas user`: the first administrator is made here, by who holds the machine. */
export function userCommand(program: Command): void {
	const user = program.command('user').description('who may review and administrate');
	user
		.command('give')
		.description('give somebody a role; they then sign in with their e-mail address')
		.argument('<email>', 'their address', address)
		.argument('<role>', 'reviewer or administrator of a municipality, or operator of all', staffRole)
		.option('--municipality <name or code>', 'such as Halmstad or 1380')
		.action((email: string, role: RoleHeld['role'], { municipality }: Options) =>
			withStore(async (store) => {
				await store.transaction(async (tx) => {
					const person = await tx.people.known(email, locale, now());
					await tx.people.give(person, { role, ...(await scopeOf(tx, role, municipality)) }, null, now());
					await tx.audit.add({ at: now(), by: 'operator', action: `role.given.${role}`, after: { person } });
				});
				console.log(m.user_given({ email, role }, { locale }));
			}),
		);
	user
		.command('take')
		.description('take a role')
		.argument('<email>', 'their address', address)
		.option('--municipality <name or code>', 'of which municipality; without it, the role of operator')
		.action((email: string, { municipality }: Options) =>
			withStore(async (store) => {
				const taken = await store.transaction(async (tx) => {
					const person = await tx.people.byEmail(email);
					if (!person) return false;
					const scope = await scopeOf(tx, municipality ? 'reviewer' : 'operator', municipality);
					await tx.sessions.endOthers(person.id, 0);
					await tx.audit.add({ at: now(), by: 'operator', action: 'role.taken', after: { person: person.id } });
					return tx.people.take(person.id, scope);
				});
				console.log(taken ? m.user_taken({ email }, { locale }) : m.user_had_none({ email }, { locale }));
				if (!taken) process.exitCode = 1;
			}),
		);
	user
		.command('list')
		.description('who has a role')
		.action(() =>
			withStore(async (store) => {
				for (const { email, role, municipality, listing } of await store.people.roles())
					console.log([email, role, municipality ?? (listing ? `#${listing}` : '')].filter(Boolean).join('\t'));
			}),
		);
}

function address(text: string): string {
	const { success, data } = EmailSchema.safeParse(text);
	if (!success) throw new InvalidArgumentError('It is no e-mail address.');
	return data;
}

function staffRole(text: string): RoleHeld['role'] {
	const found = roles.find((role) => role === text);
	if (!found || found === 'editor' || found === 'owner')
		throw new InvalidArgumentError('It is one of reviewer, administrator and operator.');
	return found;
}

async function scopeOf(tx: Queries, role: RoleHeld['role'], municipality: string | undefined) {
	if (role === 'operator') return { listing: null, municipality: null };
	const all = await tx.geography.municipalities();
	const wanted = municipality?.toLowerCase();
	const found = all.find(({ code, name, slug }) => [code, name.toLowerCase(), slug].includes(wanted ?? ''));
	if (!found) throw new NotFound('user.municipality_unknown');
	return { listing: null, municipality: found.code };
}
