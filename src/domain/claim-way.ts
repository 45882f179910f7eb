import type { Listing } from './listing.ts';

/** How somebody shows that an entry is theirs: a code to its own address, to one at its homepage's domain, or a reviewer who knows. */
export type ClaimWay = 'own_mail' | 'domain_mail' | 'reviewer';
export type ClaimState = 'begun' | 'waiting' | 'given' | 'declined' | 'withdrawn';

/**
 * Domains under which many have their pages or mailboxes: an address there says nothing of whose page it is. Besides
 * these, only a homepage that is the root of its host counts, since a page in a folder shares its domain with others.
 */
const SHARED = new Set(
	(
		'facebook.com instagram.com linktr.ee google.com blogspot.com wordpress.com wixsite.com weebly.com webnode.se ' +
		'github.io n.nu one.com laget.se svenskalag.se idrottonline.se sportadmin.se myclub.se membersite.se ' +
		'hembygd.se bygdegardarna.se folketshusochparker.se svenskakyrkan.se pro.se spf.se spfseniorerna.se rodakorset.se scouterna.se ' +
		'gmail.com hotmail.com outlook.com live.se telia.com bredband.net swipnet.se spray.se comhem.se tele2.se'
	).split(' '),
);

/** The domain whose mailboxes are the entry's own; null when none is known to be. */
export function ownDomain({ homepage }: Pick<Listing, 'homepage'>): string | null {
	if (!homepage || !URL.canParse(homepage)) return null;
	const { hostname, pathname } = new URL(homepage);
	const host = hostname.replace(/^www\./, '');
	const labels = host.split('.');
	// A page under another's name (club.example.org) shares that name's mailboxes.
	if (pathname !== '/' || labels.length !== 2 || /^[\d.]+$/.test(host)) return null;
	return SHARED.has(host) ? null : host;
}

/** "in…@example.org": enough to know one's own address by. */
export function veiled(email: string): string {
	const [name = '', domain = ''] = email.split('@');
	return `${name.slice(0, 2)}…@${domain}`;
}
