import { writePaper } from '#domain/claim-paper.ts';
import { listingPath } from '#domain/paths.ts';
import { day } from '#text/format.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { claimPaper } from '../../../../../../mail/claim-paper.ts';
import { idOf } from '../../../../../form.ts';
import { ownAccount } from '../../../../../personal.ts';
import type { RequestHandler } from './$types';

/** Makes a code and gives the letter that it stands in; nobody sees it anywhere else. */
export const POST: RequestHandler = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const now = site.now();
	const { code, expiresAt, listing, person, address } = await writePaper(site.store, actor, idOf(event.params.id), now);
	const municipality = (await site.store.geography.municipality(listing.municipality))!;
	const pdf = await claimPaper({
		...{ locale: 'sv', municipality: municipality.fullName, name: listing.name, ...address, code, by: person.email },
		href: site.address(localizeHref(`${listingPath(listing.kind, listing.slug)}/skota`, { locale: 'sv' })),
		today: day(now, 0),
		until: day(expiresAt, 0),
	});
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="kod-${listing.slug}.pdf"`,
			'cache-control': 'private, no-store',
		},
	});
};
