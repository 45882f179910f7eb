import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { Conflict } from '#domain/errors.ts';
import {
	givenIn,
	type Held,
	handOver,
	INVITED_DAYS,
	invite,
	mustGive,
	peopleIn,
	takeRole,
	withdrawInvitation,
} from '#domain/invitation.ts';
import { listingPath } from '#domain/paths.ts';
import { scopeOf } from '#domain/permission.ts';
import { noteRead } from '#domain/personal-read.ts';
import type { Kind } from '#domain/taxonomies.ts';
import type { Site } from '#site';
import { m } from '#text/generated/messages.js';
import { localizeHref } from '#text/generated/runtime.js';
import { invitationLetter, roleLetter } from '../mail/people-letters.ts';
import { formOf, idOf, refused } from './form.ts';
import { entryAt, textOf } from './listing.ts';
import { confirmFirst, ownAccount } from './personal.ts';

type Locale = 'sv' | 'en';

/** What is looked after, what it is called, and the Swedish path of the page on which one says by whom. */
interface Kept {
	held: Held;
	what: string;
	path: string;
	/** The organisation that holds it, whose keepers keep it too. */
	host?: { name: string; path: string } | null;
}

/** What a role is held in, by name, for who is told of it. */
export async function nameOf(site: Site, { listing, municipality }: Held, locale: Locale): Promise<string> {
	const entry = listing === null ? undefined : await site.store.listings.get(listing);
	if (entry) return textOf(entry, locale).name;
	const place = municipality === null ? undefined : await site.store.geography.municipality(municipality);
	return place?.fullName ?? m.invitation_site({}, { locale });
}

/** An entry of a kind. */
export const keptEntry =
	(kind: Kind) =>
	async (event: RequestEvent<{ slug: string }>): Promise<Kept> => {
		const listing = await entryAt(event.locals.site, kind, event.params.slug);
		const held = { listing: listing.id, municipality: null };
		const { site, locale } = event.locals;
		const hostId = scopeOf(listing).host;
		const [host] = hostId ? await site.store.faces.byIds([hostId], locale) : [];
		return {
			host: host ? { name: host.name, path: listingPath('organisation', host.slug) } : null,
			held,
			what: textOf(listing, locale).name,
			path: `${listingPath(kind, listing.slug)}/personer`,
		};
	};

/** A municipality. */
export async function keptMunicipality({ locals: { site }, params }: RequestEvent<{ slug: string }>): Promise<Kept> {
	const all = await site.store.geography.municipalities();
	const found = all.find(({ slug }) => slug === params.slug);
	if (!found) error(404, 'page.unknown');
	const held = { listing: null, municipality: found.code };
	return { held, what: found.fullName, path: `/granska/installningar/${found.slug}` };
}

/** The whole site. */
export const keptSite = async (): Promise<Kept> => ({
	held: { listing: null, municipality: null },
	what: m.invitation_site(),
	path: '/granska/drift',
});

type Find<E> = (event: E) => Promise<Kept>;

/** Who looks after what an address names, and who is asked to. */
export const keepersLoad =
	<E extends RequestEvent>(find: Find<E>) =>
	async (event: E) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const { held, what, path, host = null } = await find(event);
		const { people, invited } = await peopleIn(site.store, actor, held, site.now());
		const read = { people: people.map(({ person }) => person), municipality: held.municipality };
		await noteRead(site.store, actor, { ...read, what: 'roles', about: held.listing ?? 0 }, site.now());
		return {
			...{ what, path, host, now: site.now(), days: INVITED_DAYS, done: event.url.searchParams.get('klart') },
			roles: givenIn(held).roles,
			people: people.map(({ person, email, role, givenAt }) => ({
				...{ person, email, role, givenAt, you: person === actor.id },
			})),
			owns: people.some(({ person, role }) => person === actor.id && role === 'owner'),
			invited: invited.map(({ id, email, role, expiresAt }) => ({ id, email, role, expiresAt })),
		};
	};

const back = (path: string, done: string) => redirect(303, `${localizeHref(path)}?klart=${done}`);

export function keepersActions<E extends RequestEvent>(find: Find<E>) {
	/** Does one thing to one person; what can't be is told on the page. */
	const doing = (work: (event: E, kept: Kept, person: number) => Promise<unknown>) => async (event: E) => {
		ownAccount(event);
		const kept = await find(event);
		const { person = '' } = await formOf(event.request);
		try {
			await work(event, kept, idOf(person));
		} catch (reason) {
			if (!(reason instanceof Conflict)) throw reason;
			return refused(reason, { email: '', role: '' }, event.setHeaders);
		}
		return back(kept.path, 'ja');
	};
	const account = ({ locals: { site } }: E, locale: Locale) => site.address(localizeHref('/konto', { locale }));
	return {
		invite: async (event: E) => {
			const { actor } = ownAccount(event);
			const { site, locale } = event.locals;
			const { held, path, what } = await find(event);
			await mustGive(site.store, actor, held);
			confirmFirst(event);
			const { email = '', role = '' } = await formOf(event.request);
			const letter = ({
				id,
				...to
			}: {
				id: number;
				recipient: string;
				role: Parameters<typeof invitationLetter>[0]['role'];
				days: number;
			}) =>
				invitationLetter({
					...to,
					locale,
					what,
					by: actor.name ?? actor.email,
					href: site.address(localizeHref(`/inbjudan/${id}`)),
				});
			try {
				await invite(site.store, actor, held, { email, role }, { now: site.now(), letter });
			} catch (reason) {
				return refused(reason, { email, role }, event.setHeaders);
			}
			return back(path, 'inbjuden');
		},
		withdraw: doing(({ locals: { site, actor } }, { held }, id) =>
			withdrawInvitation(site.store, actor!, held, id, site.now()),
		),
		take: doing(async (event, { held }, id) => {
			confirmFirst(event);
			const { site, actor } = event.locals;
			const names = { sv: await nameOf(site, held, 'sv'), en: await nameOf(site, held, 'en') };
			await takeRole(site.store, actor!, held, id, {
				now: site.now(),
				letter: ({ person, role }) =>
					roleLetter({ person, what: names[person.locale], taken: role, href: account(event, person.locale) }),
			});
			// Who has taken their own role may not be here any more.
			if (id === actor!.id) redirect(303, localizeHref('/konto'));
		}),
		hand_over: doing(async (event, { held }, id) => {
			confirmFirst(event);
			const { site, actor } = event.locals;
			const names = { sv: await nameOf(site, held, 'sv'), en: await nameOf(site, held, 'en') };
			await handOver(site.store, actor!, held.listing ?? 0, id, {
				now: site.now(),
				letter: ({ person }) =>
					roleLetter({ person, what: names[person.locale], taken: null, href: account(event, person.locale) }),
			});
			redirect(303, localizeHref('/konto'));
		}),
	};
}
