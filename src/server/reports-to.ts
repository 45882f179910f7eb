import { listingPath } from '../domain/paths.ts';
import type { tellOwners } from '../domain/report-news.ts';
import { reportsLetter } from '../mail/told-letters.ts';
import { localizeHref } from '../text/generated/runtime.js';

type News = Parameters<typeof tellOwners>[1]['letter'];

/** The letter to who looks after an entry about what others have told of it; `address` makes a path an absolute address. */
export const reportsTo =
	(address: (path: string) => string): News =>
	({ person, listing, reports }) =>
		reportsLetter({
			...{ recipient: person.email, locale: person.locale, reports },
			name: listing.texts[person.locale]?.name ?? listing.name,
			href: address(localizeHref(`${listingPath(listing.kind, listing.slug)}/andra`, { locale: person.locale })),
		});
