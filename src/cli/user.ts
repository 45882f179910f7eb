import { type Command, InvalidArgumentError } from 'commander';
import { NotFound } from '../domain/errors.ts';
import { segments } from '../domain/paths.ts';
import { type Role, roles } from '../domain/permission.ts';
import { EmailSchema } from '../domain/person.ts';
import { setDemand } from '../domain/staff-sign-in.ts';
import { kinds } from '../domain/taxonomies.ts';
import type { Queries } from '../store/open.ts';
import { consoleLocale } from '../text/console-locale.ts';
import { m } from '../text/generated/messages.js';
import { withStore } from './open.ts';

const locale = consoleLocale(process.env);
const now = () => Math.floor(Date.now() / 1000);

interface Options {
	municipality?: string;
	entry?: string;
}

/** Adds `samlas user`: the first administrator is made here, by who holds the machine. */
export function userCommand(program: Command): void {
	const user = program.command('user').description('who may review and administrate');
	user
		.command('give')
		.description('give somebody a role; they then sign in with their e-mail address')
		.argument('<email>', 'their address', address)
		.argument('<role>', 'operator; reviewer or administrator of a municipality; owner or editor of an entry', role)
		.option('--municipality <name or code>', 'such as Halmstad or 1380')
		.option('--entry <path>', 'such as /forening/ljungasa-schackvanner')
		.action((email: string, held: Role, options: Options) =>
			withStore(async (store) => {
				await store.transaction(async (tx) => {
					const person = await tx.people.known(email, locale, now());
					const scope = await scopeOf(tx, held, options);
					await tx.people.give(person, { role: held, ...scope }, null, now());
					const after = { person, role: held };
					await tx.audit.add({ at: now(), by: 'operator', action: `role.given.${held}`, ...scope, after });
				});
				console.log(m.user_given({ email, role: held }, { locale }));
			}),
		);
	user
		.command('take')
		.description('take a role')
		.argument('<email>', 'their address', address)
		.option('--municipality <name or code>', 'of which municipality')
		.option('--entry <path>', 'of which entry; without either, the role of operator')
		.action((email: string, options: Options) =>
			withStore(async (store) => {
				const taken = await store.transaction(async (tx) => {
					const person = await tx.people.byEmail(email);
					if (!person) return false;
					const held = options.entry ? 'owner' : options.municipality ? 'reviewer' : 'operator';
					const scope = await scopeOf(tx, held, options);
					await tx.sessions.endOthers(person.id, 0);
					const after = { person: person.id };
					await tx.audit.add({ at: now(), by: 'operator', action: 'role.taken', ...scope, after });
					return tx.people.take(person.id, scope);
				});
				console.log(taken ? m.user_taken({ email }, { locale }) : m.user_had_none({ email }, { locale }));
				if (!taken) process.exitCode = 1;
			}),
		);
	user
		.command('sign-in')
		.description('by what those who review have to sign in')
		.argument('<way>', 'any, or strong: a key, or the municipality vouches for them', way)
		.action((wanted: 'any' | 'strong') =>
			withStore(async (store) => {
				await store.transaction((tx) => setDemand(tx, wanted === 'strong', { by: 'operator', now: now() }));
				console.log((wanted === 'strong' ? m.user_sign_in_strong : m.user_sign_in_any)({}, { locale }));
			}),
		);
	user
		.command('forget-keys')
		.description('remove the keys of somebody who has lost them, and sign them out everywhere')
		.argument('<email>', 'their address', address)
		.action((email: string) =>
			withStore(async (store) => {
				const count = await store.transaction(async (tx) => {
					const person = await tx.people.byEmail(email);
					if (!person) throw new NotFound('user.unknown');
					const keys = await tx.passkeys.of(person.id);
					for (const { id } of keys) await tx.passkeys.remove(id, person.id);
					await tx.sessions.endOthers(person.id, 0);
					const after = { person: person.id };
					if (keys.length) await tx.audit.add({ at: now(), by: 'operator', action: 'passkey.removed', after });
					return keys.length;
				});
				console.log(m.user_keys_forgotten({ email, count }, { locale }));
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

function way(text: string): 'any' | 'strong' {
	if (text !== 'any' && text !== 'strong') throw new InvalidArgumentError('It is any or strong.');
	return text;
}

function role(text: string): Role {
	const found = roles.find((one) => one === text);
	if (!found) throw new InvalidArgumentError(`It is one of ${roles.join(', ')}.`);
	return found;
}

/** What a role holds for. Throws `NotFound` when there is no such municipality or entry. */
async function scopeOf(tx: Queries, held: Role, { municipality = '', entry = '' }: Options) {
	if (held === 'operator') return { listing: null, municipality: null };
	if (held === 'owner' || held === 'editor') return { listing: await listingAt(tx, entry), municipality: null };
	const all = await tx.geography.municipalities();
	const wanted = municipality.toLowerCase();
	const found = all.find(({ code, name, slug }) => [code, name.toLowerCase(), slug].includes(wanted));
	if (!found) throw new NotFound('user.municipality_unknown');
	return { listing: null, municipality: found.code };
}

async function listingAt(tx: Queries, path: string): Promise<number> {
	const [, segment, slug = ''] = /([a-z]+)\/([^/]+)\/?$/.exec(path) ?? [];
	const kind = kinds.find((one) => segments[one] === segment);
	const found = kind && (await tx.listings.bySlug(kind, slug));
	if (!found || 'moved' in found) throw new NotFound('user.entry_unknown');
	return found.listing.id;
}
